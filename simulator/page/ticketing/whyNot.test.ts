import { setLanguage } from '../i18n.ts';
import type { Platform, TicketingAction } from '../types.ts';
import { whyNot } from './whyNot.ts';

const platform = (
	name: string,
	actions: TicketingAction[],
	more: Partial<Platform> = {},
): Platform => ({
	id: name.toLowerCase(),
	name,
	arrival: 'webhook',
	actions,
	polled: [],
	cannot: {},
	forges: [],
	live: false,
	target: null,
	secretSet: false,
	targets: [],
	...more,
});

const tito = platform('Tito', ['register', 'reassign']);
const cvent = platform('Cvent', ['register', 'add-speaker', 'remove-speaker']);
const zoho = platform('Zoho', ['register', 'add-speaker', 'remove-speaker', 'go-live'], {
	polled: ['add-speaker'],
});
const all = [tito, cvent, zoho];

describe('why an action is greyed out', () => {
	afterEach(() => setLanguage('en'));

	it('says nothing where everything is reported', () => {
		expect(whyNot(tito, ['register', 'reassign'], all)).toEqual([]);
	});

	it('names the platforms that do, once for all that the same ones report', () => {
		expect(whyNot(tito, ['add-speaker', 'remove-speaker', 'go-live'], all)).toEqual([
			'Greyed out: Tito does not report added speakers and removed speakers. These do: Cvent and Zoho.',
			'Greyed out: Tito does not report the published website. These do: Zoho.',
		]);
	});

	it('says that no platform does, and what the platform itself has to say', () => {
		const cannot = { 'confirm-sponsor': 'It has no sponsors.' };
		expect(whyNot({ ...tito, cannot }, ['confirm-sponsor'], all)).toEqual([
			'Greyed out: no platform reports confirmed sponsors.',
			'It has no sponsors.',
		]);
	});

	it('says what is to be asked for, though nothing is greyed out', () => {
		const [sentence] = whyNot(zoho, ['add-speaker', 'remove-speaker'], all);
		expect(sentence).toMatch(/^By no webhook: added speakers\./);
		expect(whyNot({ ...zoho, arrival: 'poll' }, ['add-speaker'], all)).toEqual([]);
	});

	it('does not speak of payments where nobody registers', () => {
		const pretalx = platform('pretalx', ['add-speaker']);
		const [sentence, ...others] = whyNot(pretalx, ['register', 'pay'], all);
		expect(sentence).toMatch(/does not report registrations\./);
		expect(others).toEqual([]);
	});

	it('speaks Japanese', () => {
		setLanguage('ja');
		expect(whyNot(tito, ['go-live'], all)).toEqual([
			'Tito は ウェブサイトの公開 を通知しないため、選択できません。 通知するプラットフォーム：Zoho',
		]);
	});
});
