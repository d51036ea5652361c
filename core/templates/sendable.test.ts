import { fixture } from '../testing/fixture';
import { refusedCategory, refusedPart, refusedStatus } from './sendable';
import { readTemplate, type MessageTemplate } from './template';

const template = (name: string) =>
	readTemplate(fixture(__dirname, `families/${name}`)) as MessageTemplate;
const plain = template('flow');

describe('a status', () => {
	it.each([
		['PENDING', /is in review at WhatsApp/],
		['IN_APPEAL', /looking at it again/],
		['REJECTED', /was rejected by WhatsApp/],
		['PAUSED', /is paused by WhatsApp for low quality/],
		['DISABLED', /was disabled by WhatsApp/],
		['PENDING_DELETION', /is being deleted/],
		['DELETED', /was deleted/],
		['LIMIT_EXCEEDED', /as many templates as it may have/],
		['ARCHIVED', /is archived/],
		['FROZEN', /its status is FROZEN/],
		['constructor', /its status is constructor/],
	])('that keeps it from being sent is told in words: %s', (status, words) => {
		const refusal = refusedStatus({ ...plain, status });
		expect(refusal?.message).toMatch(/^“feedback_form” \(en_US\) /);
		expect(refusal?.message).toMatch(words);
		expect(refusal?.whatToDo).toMatch(/^[A-Z].*\.$/);
	});

	it('approved is none', () => expect(refusedStatus(plain)).toBeUndefined());
});

describe('a template that became marketing', () => {
	it.each(['UTILITY', 'AUTHENTICATION'])('is refused where it was %s', (previousCategory) => {
		const moved = { ...template('moved-to-marketing'), previousCategory };
		expect(refusedCategory(moved)).toMatchObject({
			reason: 'template_category',
			message: expect.stringMatching(
				/^“last_chance” \(en_US\) counts as marketing now, and was meant as (utility|authentication): \$.*→ \$.* a message/,
			),
			whatToDo: expect.stringContaining('the option that sends it although it is marketing now'),
		});
	});

	it('costs what it costs in the country of the recipient', () => {
		const { message } = refusedCategory(template('moved-to-marketing'), { country: 'DE' }) ?? {};
		expect(message).toMatch(/ a message in DE \(\d/);
	});

	it('is refused where the message was planned as utility, whatever it was before', () => {
		const always = { ...template('moved-to-marketing'), previousCategory: undefined };
		expect(refusedCategory(always, { expected: 'UTILITY' })?.reason).toBe('template_category');
		expect(refusedCategory(always, { expected: 'MARKETING' })).toBeUndefined();
		expect(refusedCategory(always, { expected: 'VIP' })).toBeUndefined();
	});

	it('is sent where it was marketing from the start', () => {
		expect(refusedCategory(template('offer'))).toBeUndefined();
		const same = { ...template('offer'), previousCategory: 'MARKETING' };
		expect(refusedCategory(same)).toBeUndefined();
	});

	it('is sent as long as the change is only announced', () => {
		expect(template('to-be-moved')).toMatchObject({ correctCategory: 'MARKETING' });
		expect(refusedCategory(template('to-be-moved'), { expected: 'UTILITY' })).toBeUndefined();
	});
});

describe('a part of a template', () => {
	const withPart = (part: object): MessageTemplate => ({
		...plain,
		components: [...plain.components, part as never],
	});

	it.each([
		['a payment button', template('payment'), 'a payment button'],
		['a header of a new kind', withPart({ type: 'HEADER', format: 'STORY' }), 'the kind STORY'],
		[
			'a new kind with variables',
			withPart({ type: 'HOLOGRAM', rows: [{ text: 'Hi {{1}}' }] }),
			'the kind HOLOGRAM with variables',
		],
	])('that needs a value nobody can give is named: %s', (_what, one, named) => {
		expect(refusedPart(one)).toMatchObject({
			reason: 'template_unsupported',
			message: expect.stringContaining(named),
		});
	});

	it.each([
		...['offer', 'media-cards', 'product-cards', 'login-one-tap', 'catalog', 'multi-product'],
		...['single-product', 'flow', 'voice-call', 'call-permission', 'gif'],
	])('of a family there is can be sent: %s', (name) => {
		expect(refusedPart(template(name))).toBeUndefined();
	});

	it('that needs no value does no harm', () => {
		expect(refusedPart(withPart({ type: 'HOLOGRAM', depth: 3 }))).toBeUndefined();
	});
});
