import { FakeClock } from '../../testing/fake-clock';
import { fixture } from '../../testing/fixture';
import { readOptOutRows } from '../../opt-outs/opt-out-rows';
import { readTemplate, type MessageTemplate } from '../../templates/template';
import { readRecipients } from '../recipients/read-recipients';
import { checkRecipients } from './check-recipients';
import type { RecipientCheck } from './checked';
import { summaryOf } from './summary';

const clock = new FakeClock();

/** “Hi {{first_name}}, your ticket for {{event_name}} is ready”, with a link and a coupon. */
const english = readTemplate(fixture(`${__dirname}/../../templates`, 'named')) as MessageTemplate;
const body = (text: string) => [{ type: 'BODY', text }];
const template = (more: Partial<MessageTemplate> = {}): MessageTemplate => ({
	...english,
	name: 'doors_open',
	language: 'en',
	components: body('Hi {{first_name}}, doors of {{event_name}} open at 9.'),
	...more,
});

async function check(
	list: unknown,
	more: Partial<RecipientCheck> & { translations_?: MessageTemplate[] } = {},
) {
	const { translations_ = [template()], ...rest } = more;
	const read = readRecipients(list);
	const checked = await clock.run(
		checkRecipients(
			{
				notification: 'conf-1',
				recipients: read.recipients,
				template: 'doors_open',
				translations: async () => translations_,
				hashKey: 'instance',
				defaults: { event_name: 'DevConf' },
				...rest,
			},
			{ clock },
		),
	);
	return {
		...checked,
		reasons: checked.leftOut.map(({ row, reason }) => [row, reason]),
		summary: summaryOf(checked, read),
	};
}

describe('the check of a notification', () => {
	it('says who gets what', async () => {
		const { ready, leftOut } = await check([
			{ phone: '+81 90-1234-5678', name: 'Aiko', ticket: 'VIP', tz: 'Asia/Tokyo' },
		]);
		expect(leftOut).toEqual([]);
		expect(ready).toEqual([
			{
				row: 1,
				to: '+819012345678',
				name: 'Aiko',
				ticketType: 'VIP',
				language: 'en',
				template: template(),
				category: 'UTILITY',
				values: expect.objectContaining({ first_name: 'Aiko', event_name: 'DevConf' }),
				country: 'JP',
				price: expect.any(Number),
				keyBase: 'conf-1:notification:1',
				key: expect.stringMatching(/^conf-1:notification:1:[0-9a-f]{20}$/),
				timeZone: 'Asia/Tokyo',
			},
		]);
	});

	it('leaves out bad numbers, doubles and people without a value, each with what to do', async () => {
		const { leftOut, reasons } = await check([
			{ phone: '', name: 'A' },
			{ phone: '090-1234-5678', name: 'B' },
			{ phone: '+81 12', name: 'C' },
			{ phone: '+819011111111', name: 'D' },
			{ phone: '+81 90-1111-1111', name: 'D again' },
			{ phone: '+819022222222', name: '' },
		]);
		expect(reasons).toEqual([
			[1, 'phone_missing'],
			[2, 'phone_no_country'],
			[3, 'phone_invalid'],
			[5, 'same_batch'],
			[6, 'variable_missing'],
		]);
		for (const { message, whatToDo } of leftOut) {
			expect(message).toMatch(/\S/);
			expect(whatToDo).toMatch(/^[A-Z].*\.$/s);
		}
		expect(JSON.stringify(leftOut)).not.toMatch(/1111111|2222222/);
	});

	it('takes the second of two rows where the first cannot be sent', async () => {
		const { ready, reasons } = await check([
			{ phone: '+819011111111', name: '' },
			{ phone: '+819011111111', name: 'D' },
		]);
		expect(ready.map(({ row }) => row)).toEqual([2]);
		expect(reasons).toEqual([[1, 'variable_missing']]);
	});

	it('reads numbers without a country code by the row’s country, then by the default one', async () => {
		const { ready } = await check(
			[
				{ phone: '090-1234-5678', name: 'A', country: '' },
				{ phone: '0151 23456789', name: 'B', country: 'Germany' },
			],
			{ defaultCountry: 'JP' },
		);
		expect(ready.map(({ to }) => to)).toEqual(['+819012345678', '+4915123456789']);
	});

	describe('of marketing', () => {
		const marketing = { translations_: [template({ category: 'MARKETING' })] };
		const list = [
			{ phone: '+819011111111', name: 'A', consent: 'yes' },
			{ phone: '+819022222222', name: 'B', consent: 'no' },
			{ phone: '+819033333333', name: 'C', consent: '' },
			{ phone: '+819044444444', name: '', consent: 'yes' },
		];
		const optOuts = readOptOutRows(['+819011111111', '+819044444444'], 'instance');

		it('leaves out who has not agreed and who has stopped it', async () => {
			const { reasons } = await check(list, { ...marketing, optOuts });
			// The last one lacks a value as well; nobody should look for it.
			expect(reasons).toEqual([
				[1, 'opted_out'],
				[2, 'no_consent'],
				[3, 'no_consent'],
				[4, 'opted_out'],
			]);
		});

		it('says where a list does not tell who has agreed, and can refuse it', async () => {
			const silent = [{ phone: '+819011111111', name: 'A' }];
			expect(await check(silent, marketing)).toMatchObject({ reasons: [], consentUnknown: true });
			const { reasons } = await check(silent, { ...marketing, requireConsent: true });
			expect(reasons).toEqual([[1, 'no_consent']]);
		});

		it('is the only kind that asks for consent', async () => {
			const { ready } = await check(list.slice(0, 3), { optOuts });
			expect(ready).toHaveLength(3);
		});
	});

	describe('of a template in several languages', () => {
		const translations_ = [
			template(),
			template({ language: 'ja' }),
			template({ language: 'pt_BR' }),
			template({ language: 'fr', status: 'PENDING' }),
		];
		const people = ['ja', 'pt-PT', 'fr', ''].map((language, i) => ({
			phone: `+8190000000${10 + i}`,
			name: 'A',
			language,
		}));

		it('gives everybody their own, or the one for all others', async () => {
			const { ready, summary } = await check(people, { translations_, language: 'en' });
			expect(ready.map(({ language }) => language)).toEqual(['ja', 'pt_BR', 'en', 'en']);
			expect(summary.languages).toEqual({ ja: 1, pt_BR: 1, en: 2 });
		});

		it('greets nobody in a language picked by chance', async () => {
			const { reasons } = await check(people, { translations_ });
			expect(reasons).toEqual([
				[3, 'template_not_approved'],
				[4, 'template_language'],
			]);
		});

		it('gives everybody the one that was chosen', async () => {
			const { ready } = await check(people, { translations_, template: 'doors_open:ja' });
			expect(ready.map(({ language }) => language)).toEqual(['ja', 'ja', 'ja', 'ja']);
		});
	});

	it('adds up the cost by country; unknown is unknown and not free', async () => {
		const numbers = ['+819011111111', '+819022222222', '+4915123456789', '+88213123456'];
		const { summary } = await check(numbers.map((phone) => ({ phone, name: 'A' })));
		const { cost } = summary;
		expect(cost.countries.map(({ country, messages }) => [country, messages])).toEqual([
			['JP', 2],
			['DE', 1],
			[undefined, 1],
		]);
		expect(cost.countries[2]).not.toHaveProperty('cost');
		expect(cost.unknown).toBe(1);
		expect(cost.total).toBeCloseTo(
			(cost.countries[0]?.cost ?? 0) + (cost.countries[1]?.cost ?? 0),
			4,
		);
	});

	it('refuses a notification without a name of its own', async () => {
		await expect(check([], { notification: ' ' })).rejects.toThrow(
			'A notification needs a name of its own',
		);
	});
});

describe('3,000 people', () => {
	const people = Array.from({ length: 3000 }, (_, i) => {
		const phone = `+8190${String(10_000_000 + i)}`;
		// 200 bad numbers, 100 opted out, 50 doubles of somebody who gets it, 20 without a variable.
		if (i < 200) return { phone: `+81 ${i % 90}`, name: 'A' };
		if (i >= 2950) return { phone: `+8190${String(10_000_000 + i - 2000)}`, name: 'A' };
		return { phone, name: i >= 300 && i < 320 ? '' : 'A' };
	});
	const stopped = people.slice(200, 300).map(({ phone }) => ({ phone }));
	const optOuts = readOptOutRows(stopped, 'instance');

	it('are 2,630 who get it and 370 who do not, by reason', async () => {
		const { summary } = await check(people, {
			translations_: [template({ category: 'MARKETING' })],
			optOuts,
		});
		expect(summary).toMatchObject({ people: 3000, ready: 2630, leftOut: 370 });
		expect(summary.reasons.map(({ reason, count }) => [reason, count])).toEqual([
			['phone_invalid', 200],
			['opted_out', 100],
			['same_batch', 50],
			['variable_missing', 20],
		]);
		expect(summary.message).toBe(
			'2630 of 3000 will get it; 370 of 3000 were left out: 200 phone_invalid, 100 opted_out, 50 same_batch, 20 variable_missing',
		);
	});
});
