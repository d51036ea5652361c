import fc from 'fast-check';
import { fixture } from '../testing/fixture';
import { maskPhone, normaliseRecipient } from './recipient';

type Case = [what: string, typed: string, country: string | null, e164: string];

describe('a phone number as people type it', () => {
	it.each(fixture<Case[]>(__dirname, 'numbers'))(
		'%s: %p (%p) is %s',
		(_what, typed, country, e164) => {
			expect(normaliseRecipient(typed, country ?? undefined)).toMatchObject({ ok: true, e164 });
		},
	);

	it('may come as a number, as spreadsheets hand it over', () => {
		expect(normaliseRecipient(819012345678, 'JP')).toMatchObject({ e164: '+819012345678' });
		expect(normaliseRecipient(9012345678, 'JP')).toMatchObject({ e164: '+819012345678' });
		expect(normaliseRecipient(819012345678n, 'JP')).toMatchObject({ e164: '+819012345678' });
	});

	it('names the country it belongs to', () => {
		expect(normaliseRecipient('090-1234-5678', ' jp ')).toMatchObject({ country: 'JP' });
	});

	it('reads the same when it is read again', () => {
		for (const [, typed, country] of fixture<Case[]>(__dirname, 'numbers')) {
			const once = normaliseRecipient(typed, country ?? undefined);
			expect(once.ok && normaliseRecipient(once.e164)).toEqual(once);
		}
	});
});

describe('what is no phone number', () => {
	it.each([
		[''],
		['   '],
		['\u200b'],
		[null],
		[undefined],
		[{}],
		[[]],
		[['+819012345678']],
		[true],
		[Symbol('x')],
	])('is missing: %p', (raw) => {
		expect(normaliseRecipient(raw, 'JP')).toMatchObject({ ok: false, reason: 'phone_missing' });
	});

	it.each([['090-1234-5678'], [9012345678], ['819012345678'], ['212345']])(
		'has no country: %p',
		(raw) => {
			expect(normaliseRecipient(raw)).toMatchObject({ ok: false, reason: 'phone_no_country' });
			expect(normaliseRecipient(raw, ' ')).toMatchObject({ ok: false, reason: 'phone_no_country' });
		},
	);

	it.each([['none'], ['n/a'], ['call me'], ['12345'], [123], ['12'], ['-']])(
		'is no number, whatever the country: %p',
		(raw) => {
			expect(normaliseRecipient(raw)).toMatchObject({
				ok: false,
				reason: 'phone_invalid',
				message: expect.stringMatching(/ is not a phone number$/),
			});
		},
	);

	it.each(['XX', 'Japan', '__proto__', '81'])(
		'has no country where the default is %p, and says so',
		(country) => {
			expect(normaliseRecipient('090-1234-5678', country)).toMatchObject({
				ok: false,
				reason: 'phone_no_country',
				message: expect.stringContaining(`“${country}” is not a country`),
			});
		},
	);

	it.each([
		['letters', 'call me'],
		['letters among digits', '1-800-FLOWERS'],
		['an extension', '+1 650 555 1234 ext. 5'],
		['an extension as a link writes it', '+1 650 555 1234;ext=5'],
		['an extension behind x', '+1 650 555 1234 x5'],
		['an extension behind a hash', '+1 650 555 1234#5'],
		['too few digits', '+81 90 123'],
		['too few digits at home', '123'],
		['one digit too many', '+81 90 1234 56789'],
		['far too many digits', '+81 90 1234 5678 9012 345'],
		['a country that does not exist', '+999 12345678'],
		['two numbers', '+81 90 1234 5678 / 080 1234 5678'],
		['two numbers and a comma', '+819012345678, +818012345678'],
		['a mail address', 'ann@example.org'],
		['two pluses', '++819012345678'],
		['a minus in front', -819012345678],
		['a fraction', 819012345678.5],
		['not even a number', Number.NaN],
		['a number no phone has', 1e21],
	])('is not possible: %s', (_what, raw) => {
		expect(normaliseRecipient(raw, 'JP')).toMatchObject({ ok: false, reason: 'phone_invalid' });
	});

	it('is told with a next step, and without the number', () => {
		for (const raw of ['', '090-1234-5678', '+81 90 1234 56789']) {
			const reading = normaliseRecipient(raw);
			expect(reading).toMatchObject({ ok: false, whatToDo: expect.stringMatching(/\.$/) });
			expect(JSON.stringify({ ...reading, whatToDo: '' })).not.toMatch(/\d{5}/);
		}
	});
});

describe('any input at all', () => {
	const phoneLike = fc.string({
		unit: fc.constantFrom(
			...'0123456789０９+＋-ー ()（）.x#,;/',
			'00',
			'+52',
			'+521',
			'81',
			'ext',
			'\u202a',
		),
		maxLength: 24,
	});
	const country = fc.option(fc.constantFrom('JP', 'MX', 'AR', 'BR', 'US', 'DE', 'XX', ''), {
		nil: undefined,
	});

	it('gives plus and 7 to 15 digits, or a reason, and never fails', () => {
		fc.assert(
			fc.property(
				fc.oneof(phoneLike, fc.anything({ withNullPrototype: true, withBigInt: true })),
				country,
				(raw, c) => {
					const reading = normaliseRecipient(raw, c);
					if (reading.ok) expect(reading.e164).toMatch(/^\+\d{7,15}$/);
					else expect(reading.reason).toMatch(/^phone_/);
				},
			),
			{ numRuns: 3000 },
		);
	});

	it('never fails on a default country of any text', () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				normaliseRecipient('090 1234 5678', text);
			}),
		);
	});

	it('shows at most four digits when it is masked', () => {
		fc.assert(
			fc.property(fc.oneof(phoneLike, fc.anything({ withNullPrototype: true })), (raw) => {
				expect(maskPhone(raw)).toMatch(/^…(\d{4})?$/);
			}),
		);
	});
});

describe('a masked number', () => {
	it.each([
		['+81 90 1234 5678', '…5678'],
		['０９０−１２３４−５６７８', '…5678'],
		[819012345678, '…5678'],
		['…5678', '…5678'],
		['…56789', '…6789'],
		['1234', '…'],
		['', '…'],
		[null, '…'],
		[{ phone: '+819012345678' }, '…'],
	])('%p reads %s', (raw, masked) => {
		expect(maskPhone(raw)).toBe(masked);
	});
});
