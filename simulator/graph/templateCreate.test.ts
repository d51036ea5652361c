import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { button, call, namedBody, refusalOf, sendTemplate } from '../testing/caller.ts';
import { aBody, aTemplate, act, createTemplate, shownRefusal } from '../testing/templates.ts';

const HOUR = 3_600_000;

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.close());

const create = (change: JsonObject = {}) => createTemplate(simulator, aTemplate(change));
const refused = async (change: JsonObject) => shownRefusal(await create(change));
const withBody = (text: string, variables: string[] = []) =>
	refused({ components: [aBody(text, variables)] });
const beside = (...components: JsonObject[]) =>
	refused({ components: [...components, aBody('The doors of the venue open at nine.')] });
const buttons = (...list: JsonObject[]) => beside({ type: 'BUTTONS', buttons: list });
const quick = (text: string) => ({ type: 'QUICK_REPLY', text });

describe('a new template', () => {
	it('is in review and can be read by its id', async () => {
		const { status, json } = await create();
		expect({ status, json }).toEqual({
			status: 200,
			json: { id: expect.stringMatching(/^\d{16}$/), status: 'PENDING', category: 'UTILITY' },
		});
		const read = await call(
			simulator,
			'GET',
			`/v26.0/${String(json['id'])}?fields=name,status,last_updated_time,rejected_reason`,
		);
		expect(read.json).toEqual({
			id: json['id'],
			name: 'doors_open',
			status: 'PENDING',
			last_updated_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0000$/),
			rejected_reason: 'NONE',
		});
	});

	it('never shows what only the simulator knows', async () => {
		const { json } = await create();
		const answer = await call(simulator, 'GET', `/v26.0/${String(json['id'])}?fields=due`);
		expect(refusalOf(answer).message).toContain('nonexisting field (due)');
	});

	it('has a name, a language, a category and components', async () => {
		for (const name of ['name', 'language', 'category', 'components']) {
			const { message, code } = refusalOf(await create({ [name]: undefined }));
			expect({ message, code }).toEqual({
				code: 100,
				message: `(#100) The parameter ${name} is required.`,
			});
		}
	});

	it('is refused in a language or a category that WhatsApp does not have', async () => {
		expect(refusalOf(await create({ language: 'tlh' })).message).toContain(
			'Param language must be',
		);
		expect(refusalOf(await create({ category: 'NEWS' })).message).toContain(
			'Param category must be',
		);
	});

	it('is refused under a name with other characters', async () => {
		expect(await refused({ name: 'Doors-open' })).toMatchObject({
			code: 100,
			is_transient: false,
			error_user_msg: expect.stringContaining('lowercase letters'),
		});
	});

	it("is refused when its name has this language already, in Meta's words", async () => {
		await create();
		expect(await refused({})).toMatchObject({
			code: 100,
			error_subcode: 2388024,
			error_user_title: 'Content in This Language Already Exists',
			error_user_msg:
				'There is already English content for this template. ' +
				'You can create a new template and try again.',
		});
		expect((await create({ language: 'es' })).status).toBe(200);
	});

	it('is refused when the account has as many as it may', async () => {
		simulator.control.change({ templates: { limit: simulator.control.templates().length + 1 } });
		expect((await create()).status).toBe(200);
		expect(await refused({ name: 'one_more' })).toMatchObject({ error_subcode: 2388019 });
	});

	it('is refused after a hundred in an hour, and taken an hour later', async () => {
		simulator.control.change({ templates: { createsPerHour: 2 } });
		await create();
		await create({ name: 'second' });
		expect((await refused({ name: 'third' })).error_user_msg).toContain(
			'2 message templates an hour',
		);
		simulator.control.change({ clock: { offsetMs: HOUR + 1 } });
		expect((await create({ name: 'third' })).status).toBe(200);
	});
});

describe('a template that makes no sense', () => {
	const body = aBody('The doors of the venue open at nine.');
	it.each([
		[[null]],
		[['BODY']],
		[[{ type: 'BODY', text: 5 }]],
		[[body, { type: 'BODY', text: 'twice' }]],
		[[body, { type: 'HEADER' }]],
		[[body, { type: 'HEADER', format: 'TEXT', text: {} }]],
		[[body, { type: 'HEADER', format: 'IMAGE', example: 'x' }]],
		[[body, { type: 'HEADER', format: 'IMAGE', example: { header_handle: [null] } }]],
		[[body, { type: 'BUTTONS', buttons: { type: 'URL' } }]],
		[[body, { type: 'BUTTONS', buttons: [null] }]],
		[[body, { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'x', url: 5 }] }]],
		[[body, { type: 'CAROUSEL', cards: [null, 5] }]],
		[[body, { type: 'CAROUSEL', cards: [{ components: [null] }, { components: {} }] }]],
		[[body, { type: 'LIMITED_TIME_OFFER' }]],
		[[body, { type: 'SONG' }]],
	])('is refused, and breaks nothing: %j', async (components) => {
		const { status } = await create({ components });
		expect(status).toBe(400);
	});
});

describe('the body of a new template', () => {
	it.each([
		['is there', '', [], 2388043],
		['has 1024 characters at most', 'a'.repeat(1025), [], 2388040],
		['has no three line breaks together', 'Doors open.\n\n\nSee you.', [], 2388072],
		['has variables in two brackets', 'Hi {{first_name}, doors open at nine.', [], 2388072],
		[
			'has lowercase variables',
			'Hi {{FirstName}}, the doors open at nine.',
			['FirstName'],
			2388072,
		],
		['begins with a word', '{{a}}, the doors of the venue are open.', ['a'], 2388299],
		['ends with a word', 'The doors of the venue are open, {{a}}.', ['a'], 2388299],
		['has more words than variables', 'Hi {{a}} at {{b}} now', ['a', 'b'], 2388293],
		['has a sample for each variable', 'Hi {{a}}, the doors open at nine.', [], 2388043],
	])('%s', async (_, text, variables, subcode) => {
		expect(await withBody(text, variables)).toMatchObject({ code: 100, error_subcode: subcode });
	});

	it("names what lacks its sample in Meta's words", async () => {
		expect((await withBody('Hi {{a}}, the doors open at nine.')).error_user_msg).toBe(
			'component of type BODY is missing expected field(s) (example)',
		);
	});

	it('has numbered variables in sequence', async () => {
		const text = 'Hi {{1}}, the doors of hall {{3}} open at nine.';
		const component = { type: 'BODY', text, example: { body_text: [['A', 'B']] } };
		const change = { parameter_format: 'POSITIONAL', components: [component] };
		expect(await refused(change)).toMatchObject({ error_subcode: 2388072 });
		const right = { ...component, text: text.replace('3', '2') };
		expect((await create({ ...change, components: [right] })).status).toBe(200);
	});

	it('counts words in scripts without spaces', async () => {
		const components = [aBody('こんにちは、{{name}}さん。会場は九時に開きます。', ['name'])];
		expect((await create({ language: 'ja', components })).status).toBe(200);
	});
});

describe('the header and the footer of a new template', () => {
	it.each([
		['60 characters', { text: 'a'.repeat(61) }, 2388040],
		['no emoji', { text: 'Doors open 🎉' }, 2388047],
		['one variable', { text: '{{a}} and {{b}}' }, 2388047],
		['a sample for its variable', { text: 'For {{a}}' }, 2388043],
	])('a header takes %s', async (_, header, subcode) => {
		expect(await beside({ type: 'HEADER', format: 'TEXT', ...header })).toMatchObject({
			error_subcode: subcode,
		});
	});

	it('a media header needs a sample that was uploaded', async () => {
		const header = { type: 'HEADER', format: 'IMAGE' };
		expect(await beside(header)).toMatchObject({ error_subcode: 2388043 });
		expect(
			await beside({ ...header, example: { header_handle: ['https://example.com/a.png'] } }),
		).toMatchObject({ code: 131009, error_subcode: 2494102 });
	});

	it('a footer takes 60 characters and no variable', async () => {
		expect(await beside({ type: 'FOOTER', text: 'a'.repeat(61) })).toMatchObject({
			error_subcode: 2388040,
		});
		expect(await beside({ type: 'FOOTER', text: 'For {{a}}' })).toMatchObject({
			error_subcode: 2388073,
		});
	});
});

describe('the buttons of a new template', () => {
	const link = (url: string, more: JsonObject = {}) => ({
		type: 'URL',
		text: 'Open',
		url,
		...more,
	});

	it('are ten at most, two of them links, one a call', async () => {
		const many = Array.from({ length: 11 }, (_, index) => quick(`Reply ${index}`));
		expect((await buttons(...many)).error_user_msg).toContain('10 buttons');
		const links = ['a', 'b', 'c'].map((text) => link('https://example.com', { text }));
		expect((await buttons(...links)).error_user_msg).toContain('2 URL');
	});

	it('keep quick replies together', async () => {
		const mixed = [quick('Yes'), link('https://example.com'), quick('No')];
		expect((await buttons(...mixed)).error_user_msg).toContain('grouped');
	});

	it('have labels of 25 characters', async () => {
		expect(await buttons(quick('a'.repeat(26)))).toMatchObject({ error_subcode: 2388040 });
	});

	it('have links with one variable at the end and a sample of it', async () => {
		expect(await buttons(link('https://example.com/{{1}}'))).toMatchObject({
			error_subcode: 2388043,
		});
		expect((await buttons(link('https://example.com/{{1}}/x', { example: ['a'] }))).code).toBe(100);
		expect((await buttons(link('example.com'))).error_user_msg).toContain('https://');
		expect((await buttons(link('https://wa.me/819012345678'))).error_user_msg).toContain(
			'WhatsApp',
		);
	});
});

describe('an authentication template', () => {
	const code = (change: JsonObject = {}) => ({
		name: 'door_code',
		category: 'AUTHENTICATION',
		parameter_format: 'POSITIONAL',
		components: [
			{ type: 'BODY', add_security_recommendation: true },
			{ type: 'FOOTER', code_expiration_minutes: 10 },
			{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
		],
		...change,
	});

	it('gets its texts from Meta, and can be sent', async () => {
		const { json } = await create(code());
		const read = await call(simulator, 'GET', `/v26.0/${String(json['id'])}?fields=components`);
		const address =
			'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10';
		expect(read.json['components']).toEqual([
			{
				type: 'BODY',
				text: '*{{1}}* is your verification code. For your security, do not share this code.',
				add_security_recommendation: true,
				example: { body_text: [['123456']] },
			},
			{ type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
			{
				type: 'BUTTONS',
				buttons: [
					{
						type: 'URL',
						text: 'Copy code',
						url: `${address}&code=otp{{1}}`,
						example: [`${address}&code=otp123456`],
					},
				],
			},
		]);
		await act(simulator, 'approve', {}, 'door_code');
		const parameter = { type: 'text', text: '481516' };
		const body = { type: 'body', parameters: [parameter] };
		const sent = await sendTemplate(simulator, 'door_code', [body, button('url', 0, parameter)]);
		expect(sent.status).toBe(200);
	});

	it('keeps the apps that get the code by themselves in its address', async () => {
		const otp = {
			type: 'OTP',
			otp_type: 'ONE_TAP',
			text: 'Copy code',
			autofill_text: 'Fill in',
			supported_apps: [{ package_name: 'com.example.tickets', signature_hash: 'K8a/AINcGX7' }],
		};
		const components = [{ type: 'BODY' }, { type: 'BUTTONS', buttons: [otp] }];
		const { json } = await create(code({ name: 'app_code', components }));
		const read = await call(simulator, 'GET', `/v26.0/${String(json['id'])}?fields=components`);
		expect(JSON.stringify(read.json['components'])).toContain(
			'otp_type=ONE_TAP&cta_display_name=Fill+in&package_name=com.example.tickets' +
				'&signature_hash=K8a%2FAINcGX7&code=otp{{1}}',
		);
	});

	it('has no text of its own, and an OTP button', async () => {
		const own = [aBody('Your code is inside.'), { type: 'BUTTONS', buttons: [{ type: 'OTP' }] }];
		expect((await refused(code({ components: own }))).error_user_msg).toContain('no text');
		expect((await refused(code({ components: [{ type: 'BODY' }] }))).error_user_msg).toContain(
			'OTP',
		);
		expect((await buttons({ type: 'OTP' })).error_user_msg).toContain('authentication');
	});
});

describe('a limited-time offer', () => {
	const offer = (...components: JsonObject[]) => ({
		category: 'MARKETING',
		components: [
			{
				type: 'LIMITED_TIME_OFFER',
				limited_time_offer: { text: 'Two days', has_expiration: true },
			},
			aBody('Workshops at half the price.'),
			...components,
		],
	});
	const link = { type: 'URL', text: 'Open', url: 'https://example.com' };
	const copy = { type: 'COPY_CODE', example: 'WORK25' };

	it('has no footer, and its code before other buttons', async () => {
		const footer = { type: 'FOOTER', text: 'Test Conf' };
		expect((await refused(offer(footer))).error_user_msg).toContain('no footer');
		const wrong = offer({ type: 'BUTTONS', buttons: [link, copy] });
		expect((await refused(wrong)).error_user_msg).toContain('comes first');
		expect((await create(offer({ type: 'BUTTONS', buttons: [copy, link] }))).status).toBe(200);
	});

	it('is marketing', async () => {
		expect((await refused({ ...offer(), category: 'UTILITY' })).error_user_msg).toContain(
			'marketing',
		);
	});
});

describe('cards of a carousel', () => {
	it('are made alike', async () => {
		const card = (...list: JsonObject[]) => ({
			components: [aBody('Talks on three stages.'), { type: 'BUTTONS', buttons: list }],
		});
		const carousel = (...cards: unknown[]) => ({
			category: 'MARKETING',
			components: [aBody('What awaits you this year.'), { type: 'CAROUSEL', cards }],
		});
		expect((await refused(carousel(card(quick('More'))))).error_user_msg).toContain('2 to 10');
		const unlike = carousel(card(quick('More')), card(quick('More'), quick('Less')));
		expect((await refused(unlike)).error_user_msg).toContain('same components');
		expect((await create(carousel(card(quick('More')), card(quick('More'))))).status).toBe(200);
	});
});

describe('the list', () => {
	it('can be filtered by the time of the last change', async () => {
		await create();
		const { businessAccountId } = simulator.credentials;
		const count = async (query: string) => {
			const path = `/v26.0/${businessAccountId}/message_templates?limit=500&${query}`;
			return ((await call(simulator, 'GET', path)).json['data'] as unknown[]).length;
		};
		const yesterday = Math.floor(Date.now() / 1000) - 86_400;
		expect(await count(`since=${yesterday}`)).toBe(1);
		expect(await count(`until=${yesterday}`)).toBe(simulator.control.templates().length - 1);
		expect(await count('source=AUTO_GENERATED')).toBe(0);
	});
});

describe('a template that a person has approved', () => {
	it('can be sent', async () => {
		await create();
		const send = () => sendTemplate(simulator, 'doors_open', [namedBody({ first_name: 'Aiko' })]);
		expect(refusalOf(await send()).code).toBe(132001);
		await act(simulator, 'approve');
		expect((await send()).status).toBe(200);
	});
});
