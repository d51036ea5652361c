import { aiko, order, plan, registration } from './fixtures/registration';
import { switchboard } from './switchboard';
import { isSwitchedOn, readSwitchRows } from './switches';

const id = 'attendee.registration_confirmed' as const;
const event = { id: 'conf', name: 'Test Conf' };
const off = (named: string) => [{ event: named, automation: id, on: false }];

describe('switches', () => {
	it('are on where no row says otherwise', () => {
		expect(isSwitchedOn([], id, event)).toBe(true);
		expect(isSwitchedOn([{ event: '', automation: id, on: true }], id, event)).toBe(true);
	});

	it.each([
		['all events', '', false],
		['this event by its id', 'conf', false],
		['this event by its name', 'test conf', false],
		['another event', 'other', true],
	])('off for %s', (_which, named, on) => {
		expect(isSwitchedOn(off(named), id, event)).toBe(on);
	});

	it('for one event cannot overrule the one for all', () => {
		const rows = [...off(''), { event: 'conf', automation: id, on: true }];
		expect(isSwitchedOn(rows, id, event)).toBe(false);
	});

	it.each([
		[true, true],
		['true', true],
		[1, true],
		['yes', true],
		[false, false],
		['', false],
		[null, false],
		[undefined, false],
		['maybe', false],
	])('read %j from a table as %s', (value, on) => {
		expect(readSwitchRows([{ automation: id, on: value }])).toEqual([
			{ event: '', automation: id, on },
		]);
	});

	it('leave alone what is no row of ours', () => {
		expect(readSwitchRows([{}, null, 'x', { automation: 'unknown', on: true }])).toEqual([]);
		expect(readSwitchRows('nothing')).toEqual([]);
	});

	it('decide about messages', () => {
		const notices = [registration({ order: order({ id: 't1', attendee: aiko }) })];
		const { messages, leftOut } = plan(notices, { switches: { rows: off('conf') } });
		expect(messages).toEqual([]);
		expect(leftOut).toMatchObject([{ reason: 'switched_off' }]);
	});
});

describe('the switchboard', () => {
	const template = (name: string, language: string, status: string) =>
		({ id: '1', name, language, status, category: 'UTILITY', components: [] }) as never;
	const line = (facts: Partial<Parameters<typeof switchboard>[0]>) =>
		switchboard({ rows: [], templates: [], ...facts })[0];

	it('shows all ten', () => {
		expect(switchboard({ rows: [], templates: [] })).toHaveLength(10);
	});

	it('says that there is no template', () => {
		expect(line({})).toMatchObject({
			canBeSwitchedOn: false,
			why: expect.stringMatching(/no template/),
		});
	});

	it('says in which state the template is', () => {
		const templates = [template('attendee_registration_confirmation', 'en', 'PENDING')];
		expect(line({ templates })).toMatchObject({
			canBeSwitchedOn: false,
			templateStatus: 'PENDING',
			why: expect.stringMatching(/not approved \(pending\)/),
		});
	});

	it('is content with one approved translation', () => {
		const templates = [
			template('attendee_registration_confirmation', 'en', 'PENDING'),
			template('attendee_registration_confirmation', 'ja', 'APPROVED'),
		];
		const lastSent = { [id]: '2026-11-22T10:00:00.000Z' };
		expect(line({ templates, lastSent })).toMatchObject({
			canBeSwitchedOn: true,
			languages: ['ja'],
			lastSent: '2026-11-22T10:00:00.000Z',
		});
	});

	it('shows one event, and that all are off', () => {
		expect(line({ rows: off('conf'), event: 'Conf' })).toMatchObject({
			on: false,
			offForAll: false,
		});
		expect(line({ rows: off('conf'), event: 'other' })).toMatchObject({ on: true });
		expect(line({ rows: off(''), event: 'conf' })).toMatchObject({ on: false, offForAll: true });
	});

	it('says whose message people who bought and attend get, where the better one is off', () => {
		expect(line({ rows: off('') })).toMatchObject({
			instead: 'buyer',
			note: 'People who bought and attend then get the buyer’s message.',
		});
		const both = { event: '', automation: 'buyer.registration_confirmed', on: false } as const;
		expect(line({ rows: [...off(''), both] })).not.toHaveProperty('note');
		expect(line({})).not.toHaveProperty('note');
	});
});
