import { startSimulator, type Simulator } from '../index.ts';
import { button, call, namedBody, refusalOf, sendTemplate } from '../testing/caller.ts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ settings: { pairLimit: { enabled: false } } });
});
afterAll(() => simulator.close());

const attendee = {
	first_name: 'Aiko',
	event_name: 'Test Conf',
	event_date: '22 December',
	venue: 'Makuhari Messe',
	ticket_name: 'General',
};
const viewTicket = button('url', '0', { type: 'text', text: 'E2D4' });
const name = { first_name: 'Ann' };
const event = { first_name: 'Ann', event_name: 'Test Conf' };
const image = (media: object) => ({
	type: 'header',
	parameters: [{ type: 'image', image: media }],
});

describe('a template message', () => {
	it('is accepted with the number as WhatsApp knows it', async () => {
		const answer = await sendTemplate(
			simulator,
			'attendee_ticket_link',
			[namedBody(attendee), viewTicket],
			{ to: '+81 90-1234-5678' },
		);
		expect(answer.status).toBe(200);
		expect(answer.json).toEqual({
			messaging_product: 'whatsapp',
			contacts: [{ input: '+81 90-1234-5678', wa_id: '819012345678' }],
			messages: [{ id: expect.stringMatching(/^wamid\./), message_status: 'accepted' }],
		});
	});

	it('shows on the phone with its values in place', async () => {
		const to = '+819011112222';
		await sendTemplate(simulator, 'attendee_ticket_link', [namedBody(attendee), viewTicket], {
			to,
			language: 'ja',
			callbackData: 'key',
		});
		const phone = simulator.control.phones().find(({ waId }) => waId === '819011112222');
		expect(phone?.messages).toEqual([
			expect.objectContaining({
				direction: 'business',
				status: 'accepted',
				header: { type: 'text', text: 'ご登録が完了しました' },
				body: expect.stringContaining('Aikoさん'),
				buttons: [
					{
						index: 0,
						type: 'URL',
						text: 'チケットを見る',
						url: 'https://tickets.example.com/t/E2D4',
					},
				],
				template: {
					name: 'attendee_ticket_link',
					language: 'ja',
					category: 'UTILITY',
				},
				callbackData: 'key',
			}),
		]);
	});

	it('takes named values in any order and positional ones in theirs', async () => {
		const reversed = Object.fromEntries(Object.entries(attendee).reverse());
		const named = [namedBody(reversed), viewTicket];
		expect((await sendTemplate(simulator, 'attendee_ticket_link', named)).status).toBe(200);
		const text = (value: string) => ({ type: 'text', text: value });
		const body = { type: 'body', parameters: [text('Ann'), text('A1'), text('paid')] };
		const to = '+819011113333';
		await sendTemplate(simulator, 'order_update_positional', [body], { to, language: 'en_US' });
		const phone = simulator.control.phones().find(({ waId }) => waId === '819011113333');
		expect(phone?.messages[0]?.body).toBe('Hi Ann, your order A1 is now paid. Thank you!');
	});

	it('may carry a seeded image by id or any by link', async () => {
		const body = namedBody(name);
		for (const media of [{ id: '2871834006348767' }, { link: 'https://x.example/a.png' }]) {
			expect((await sendTemplate(simulator, 'poster_image', [image(media), body])).status).toBe(
				200,
			);
		}
	});
});

describe('a template message that Meta refuses', () => {
	const location = (more: object) => ({
		type: 'header',
		parameters: [{ type: 'location', location: { latitude: 35.6, longitude: 140, ...more } }],
	});
	const offer = [
		image({ id: '2871834006348767' }),
		namedBody({ ...event, discount: '25 percent' }),
	];

	const cases: Array<[string, string, unknown[], number, string]> = [
		[
			'is unknown',
			'no_such_template',
			[],
			132001,
			'template name (no_such_template) does not exist in en',
		],
		['waits for approval', 'schedule_change_pending', [], 132001, 'does not exist in en'],
		['was rejected', 'lottery_rejected', [], 132001, 'does not exist in en'],
		['is paused', 'survey_paused', [], 132015, 'paused'],
		['is disabled', 'newsletter_disabled', [], 132016, 'disabled'],
		[
			'misses all values',
			'badge_pickup',
			[],
			132000,
			'body: number of localizable_params (0) does not match the expected number of params (1)',
		],
		['has a value too many', 'badge_pickup', [namedBody(event)], 132000, 'localizable_params (2)'],
		[
			'names no value',
			'badge_pickup',
			[{ type: 'body', parameters: [{ type: 'text', text: 'A' }] }],
			100,
			'Parameter name is missing or empty',
		],
		[
			'names another value',
			'badge_pickup',
			[namedBody({ name: 'A' })],
			100,
			'Parameter name (name)',
		],
		[
			'has an empty value',
			'badge_pickup',
			[namedBody({ first_name: '' })],
			131008,
			'Parameter of type text is missing text value',
		],
		[
			'has a line break in a value',
			'badge_pickup',
			[namedBody({ first_name: 'a\nb' })],
			132018,
			'new-line/tab',
		],
		[
			'has five spaces in a value',
			'badge_pickup',
			[namedBody({ first_name: 'a     b' })],
			132018,
			'new-line/tab',
		],
		[
			'has an image for a value',
			'badge_pickup',
			[{ type: 'body', parameters: [{ type: 'image', parameter_name: 'first_name', image: {} }] }],
			132012,
			'body: Format mismatch, expected TEXT, received IMAGE',
		],
		[
			'is too long',
			'long_story',
			[namedBody({ first_name: 'A', story: 'x'.repeat(1000) })],
			132005,
			'1024',
		],
		[
			'has a header that is too long',
			'greeting_header_variable',
			[
				namedBody(name),
				{
					type: 'header',
					parameters: [{ type: 'text', parameter_name: 'event_name', text: 'x'.repeat(60) }],
				},
			],
			132005,
			'60',
		],
		[
			'misses its header value',
			'greeting_header_variable',
			[namedBody(name)],
			132000,
			'header: number of localizable_params (0)',
		],
		[
			'has a header that the template has not',
			'badge_pickup',
			[image({ id: '1' }), namedBody(name)],
			132000,
			'header',
		],
		[
			'misses its image',
			'poster_image',
			[namedBody(name)],
			132012,
			'header: Format mismatch, expected IMAGE, received UNKNOWN',
		],
		[
			'has a document for an image',
			'poster_image',
			[
				{ type: 'header', parameters: [{ type: 'document', document: { id: '1' } }] },
				namedBody(name),
			],
			132012,
			'expected IMAGE, received DOCUMENT',
		],
		[
			'names an unknown file',
			'poster_image',
			[image({ id: '404' }), namedBody(name)],
			100,
			'is not a valid whatsapp business account media attachment ID',
		],
		['names no file', 'poster_image', [image({}), namedBody(name)], 131008, 'id or a link'],
		[
			'links to nowhere',
			'poster_image',
			[image({ link: 'a.png' }), namedBody(name)],
			131009,
			'not a valid URL',
		],
		[
			'has a place without a name',
			'venue_location',
			[location({}), namedBody(event)],
			131008,
			'location',
		],
		[
			'misses the end of its link',
			'attendee_ticket_link',
			[namedBody(attendee)],
			131008,
			'buttons: Button at index 0 of type Url requires a parameter',
		],
		[
			'has an empty end of its link',
			'attendee_ticket_link',
			[namedBody(attendee), button('url', 0, { type: 'text', text: '' })],
			131008,
			'missing text value',
		],
		[
			'has a button that does not exist',
			'attendee_ticket_link',
			[namedBody(attendee), viewTicket, button('url', 1, {})],
			100,
			'Button at index 1 does not exist',
		],
		[
			'has a button without an index',
			'attendee_ticket_link',
			[namedBody(attendee), { type: 'button', sub_type: 'url' }],
			131008,
			'index is required',
		],
		[
			'has a button of another kind',
			'attendee_ticket_link',
			[namedBody(attendee), button('quick_reply', 0, { type: 'payload', payload: 'X' })],
			100,
			'is of type Url',
		],
		[
			'has a button without a kind',
			'attendee_ticket_link',
			[namedBody(attendee), { type: 'button', index: 0 }],
			131008,
			'sub_type',
		],
		[
			'has a value for a call button',
			'support_contacts',
			[namedBody(name), button('url', 2, { type: 'text', text: 'x' })],
			100,
			'of type Call and does not support parameters',
		],
		[
			'has a value for a fixed link',
			'support_contacts',
			[namedBody(name), button('url', 1, { type: 'text', text: 'x' })],
			100,
			'of type Url and does not support parameters',
		],
		[
			'has a quick reply without payload',
			'attendance_question',
			[namedBody(event), button('quick_reply', 0, { type: 'payload' })],
			131008,
			'QuickReply',
		],
		[
			'misses its code',
			'speaker_gift_code',
			[namedBody(name)],
			131008,
			'CopyCode requires a parameter',
		],
		[
			'has a code of 16 characters',
			'speaker_gift_code',
			[
				namedBody(name),
				button('copy_code', 0, { type: 'coupon_code', coupon_code: 'x'.repeat(16) }),
			],
			131009,
			'15 characters',
		],
		[
			'has a coupon of 21 characters',
			'early_bird_offer',
			[
				...offer,
				button('url', 1, { type: 'text', text: 'a' }),
				button('copy_code', 2, { type: 'coupon_code', coupon_code: 'x'.repeat(21) }),
			],
			131009,
			'20 characters',
		],
		[
			'has a component of no kind',
			'badge_pickup',
			[namedBody(name), { type: 'tail' }],
			131009,
			'tail',
		],
	];

	it.each(cases)('%s (%s)', async (_, template, components, code, details) => {
		const refusal = refusalOf(await sendTemplate(simulator, template, components));
		expect(refusal).toEqual({
			status: code === 132001 ? 404 : 400,
			message: expect.stringMatching(new RegExp(`^\\(#${code}\\) `)),
			type: 'OAuthException',
			code,
			error_data: { messaging_product: 'whatsapp', details: expect.stringContaining(details) },
			fbtrace_id: expect.stringMatching(/^A/),
		});
	});

	it('asks for another language', async () => {
		const answer = await sendTemplate(simulator, 'badge_pickup', [], { language: 'de' });
		expect(refusalOf(answer).error_data?.details).toBe(
			'template name (badge_pickup) does not exist in de',
		);
	});
});

describe('a message of any kind', () => {
	const post = (body: unknown, id = simulator.credentials.phoneNumberId) =>
		call(simulator, 'POST', `/v26.0/${id}/messages`, body);
	const text = { messaging_product: 'whatsapp', to: '+819022223333', type: 'text' };

	it('needs messaging_product, to, and what its type says', async () => {
		expect(refusalOf(await post({ to: '+819022223333' })).message).toBe(
			'(#100) The parameter messaging_product is required.',
		);
		expect(refusalOf(await post({ ...text, to: '' })).message).toBe(
			'(#100) The parameter to is required.',
		);
		expect(refusalOf(await post(text)).code).toBe(131008);
		expect(refusalOf(await post({ ...text, type: 'template' })).code).toBe(131008);
		expect(refusalOf(await post({ ...text, type: 'sticker' })).code).toBe(131051);
	});

	it('is refused for something that cannot be a phone', async () => {
		expect(refusalOf(await post({ ...text, to: 'Aiko', text: { body: 'x' } })).code).toBe(131009);
	});

	it('is refused when a number writes to itself', async () => {
		const to = simulator.credentials.displayPhoneNumber;
		expect(refusalOf(await post({ ...text, to, text: { body: 'x' } })).code).toBe(131021);
	});

	it('is refused from a number that does not exist', async () => {
		expect(refusalOf(await post(text, '12345'))).toMatchObject({
			status: 400,
			code: 100,
			error_subcode: 33,
			type: 'GraphMethodException',
			message: expect.stringMatching(
				/^Unsupported post request\. Object with ID '12345' does not exist/,
			),
		});
	});

	it('is refused for a recipient who is set to be refused', async () => {
		simulator.control.change({ recipients: { '819022223334': { refuse: 131030 } } });
		const answer = await post({ ...text, to: '+819022223334', text: { body: 'x' } });
		expect(refusalOf(answer).code).toBe(131030);
	});
});
