import { startSimulator, type Simulator } from '../index.ts';
import { namedBody } from '../testing/caller.ts';
import {
	body,
	code,
	header,
	inAnHour,
	offer,
	refusedBy,
	shownBy,
	suffix,
	until,
} from '../testing/families.ts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ settings: { pairLimit: { enabled: false } } });
});
afterAll(() => simulator.close());

const shown = (name: string, components: unknown[]) => shownBy(simulator, name, components);
const refused = (name: string, components: unknown[]) => refusedBy(simulator, name, components);
const guest = namedBody({ first_name: 'Ann' });

describe('a limited-time offer', () => {
	it('shows its text, its end and its code', async () => {
		const end = inAnHour();
		expect(await shown('last_tickets_offer', [...offer(), until(end)])).toMatchObject({
			header: { type: 'image' },
			offer: {
				text: 'Last tickets',
				expiresAt: new Date(end).toISOString(),
				code: 'LAST20',
			},
			buttons: [
				{ type: 'COPY_CODE', code: 'LAST20' },
				{ type: 'URL', url: 'https://tickets.example.com/buy/last' },
			],
		});
	});

	it('takes its end in digits too, and a code of 15 characters', async () => {
		const components = [...offer('x'.repeat(15)), until(String(inAnHour()))];
		expect((await shown('last_tickets_offer', components)).offer?.code).toHaveLength(15);
	});

	const wrong: Array<[string, unknown[], number, string]> = [
		['without its end', [], 132000, 'limited_time_offer: number of localizable_params (0)'],
		['with an end that says no time', [until(undefined)], 131008, 'expiration_time_ms'],
		['that is over', [until(Date.now() - 1)], 131009, 'a time to come'],
		['with half a millisecond', [until(inAnHour() + 0.5)], 131009, 'a time to come'],
		['whose end is a word', [until('tomorrow')], 131009, 'a time to come'],
		['whose end is no date', [until(1e17)], 131009, 'a time to come'],
		[
			'with a text for an end',
			[{ type: 'limited_time_offer', parameters: [{ type: 'text', text: 'soon' }] }],
			132012,
			'expected LIMITED_TIME_OFFER, received TEXT',
		],
	];
	it.each(wrong)('is refused %s', async (_, components, number, details) => {
		expect(await refused('last_tickets_offer', [...offer(), ...components])).toEqual([
			number,
			expect.stringContaining(details),
		]);
	});

	it('is refused with a code of 16 characters, though coupons have 20', async () => {
		const components = [...offer('x'.repeat(16)), until(inAnHour())];
		expect(await refused('last_tickets_offer', components)).toEqual([
			131009,
			expect.stringContaining('15 characters'),
		]);
	});

	it('has at most 600 characters beside it', async () => {
		const long = namedBody({
			first_name: 'Ann',
			event_name: 'Test Conf',
			discount: 'x'.repeat(600),
		});
		const [top, , ...buttons] = offer();
		expect(await refused('last_tickets_offer', [top, long, ...buttons, until(inAnHour())])).toEqual(
			[132005, expect.stringContaining('600')],
		);
	});

	it('is refused by a template that has none, or one without an end', async () => {
		expect(await refused('badge_pickup', [guest, until(inAnHour())])).toEqual([
			132000,
			'limited_time_offer: number of localizable_params (1) does not match the expected number of params (0)',
		]);
		const { components = [], ...rest } = simulator.control
			.templates()
			.find(({ name }) => name === 'last_tickets_offer')!;
		const endless = components.map((one) =>
			one.type === 'LIMITED_TIME_OFFER' ? { ...one, limited_time_offer: { text: 'Offer' } } : one,
		);
		simulator.control.putTemplates([
			{ ...rest, id: '1', name: 'endless_offer', components: endless },
		]);
		expect(await refused('endless_offer', [...offer(), until(inAnHour())])).toEqual([
			132000,
			expect.stringContaining('limited_time_offer'),
		]);
		expect((await shown('endless_offer', offer())).offer).toEqual({
			text: 'Offer',
			code: 'LAST20',
		});
	});
});

describe('a one-time code', () => {
	it('stands in the body and behind the button', async () => {
		const message = await shown('login_code', code('J$FpnYnP'));
		expect(message).toMatchObject({
			body: '*J$FpnYnP* is your verification code. For your security, do not share this code.',
			footer: 'This code expires in 10 minutes.',
			buttons: [{ type: 'OTP', otpType: 'COPY_CODE', text: 'Copy code', code: 'J$FpnYnP' }],
		});
		expect(message.buttons?.[0]).not.toHaveProperty('url');
	});

	it.each([
		['login_code_one_tap', 'ONE_TAP'],
		['login_code_zero_tap', 'ZERO_TAP'],
	])('is handed to an app by %s', async (name, otpType) => {
		expect((await shown(name, code('123456'))).buttons).toEqual([
			{ index: 0, type: 'OTP', otpType, text: 'Autofill', code: '123456' },
		]);
	});

	it('has 15 characters at most', async () => {
		expect((await shown('login_code', code('x'.repeat(15)))).body).toContain('x'.repeat(15));
		expect(await refused('login_code', code('x'.repeat(16)))).toEqual([
			131009,
			expect.stringContaining('15 characters'),
		]);
	});

	it('is refused when the two differ, or when one is missing', async () => {
		expect(await refused('login_code', code('123456', '123457'))).toEqual([
			131009,
			expect.stringContaining('the same'),
		]);
		expect((await refused('login_code', [body('123456')]))[0]).toBe(131008);
		expect((await refused('login_code', [suffix(0, '123456')]))[0]).toBe(132000);
	});
});

describe('an animated picture in a header', () => {
	it('is shown as the film it is', async () => {
		const { components: _, ...rest } = simulator.control
			.templates()
			.find(({ name }) => name === 'trailer_video')!;
		const components = [
			{ type: 'HEADER', format: 'GIF' },
			{ type: 'BODY', text: 'See you there.' },
		];
		simulator.control.putTemplates([{ ...rest, id: '2', name: 'moving_picture', components }]);
		const film = { id: '2871834006348769' };
		for (const type of ['gif', 'video']) {
			const sent = await shown('moving_picture', [header({ type, [type]: film })]);
			expect(sent.header).toMatchObject({ type: 'video', mimeType: 'video/mp4' });
		}
		expect(await refused('moving_picture', [header({ type: 'image', image: film })])).toEqual([
			132012,
			'header: Format mismatch, expected GIF, received IMAGE',
		]);
	});
});
