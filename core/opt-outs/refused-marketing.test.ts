import { dryRun } from '../messages/dry-run';
import type { ItemRequest } from '../messages/item-request';
import type { Preparing } from '../messages/prepare-item';
import type { Result } from '../messages/result';
import { runSettings } from '../messages/run-settings';
import type { MessageTemplate } from '../templates/template';
import { FakeClock } from '../testing/fake-clock';
import { personKey } from './person-key';
import type { OptOutList } from './refused-marketing';
import { RunOptOuts } from './run-opt-outs';

const KEY = 'instance/1';
const AIKO = '+819012345678';
const KEN = '+818098765432';

const template = (category: string): MessageTemplate => ({
	id: '1',
	name: 'newsletter',
	language: 'en',
	status: 'APPROVED',
	category,
	parameterFormat: 'NAMED',
	components: [{ type: 'BODY', text: 'Hi {{first_name}}, tickets are on sale.' }],
});

/** What a dry run says of each recipient: the same checks as a run's, without sending. */
async function check(
	items: Array<Partial<ItemRequest>>,
	{ category = 'MARKETING', optOuts }: { category?: string; optOuts?: OptOutList } = {},
): Promise<Array<Partial<Result>>> {
	const results: Result[] = [];
	const run = {
		request: (index: number) => ({
			to: AIKO,
			templateName: 'newsletter',
			languages: [],
			values: { first_name: 'Aiko' },
			keyBase: `k${index}`,
			...items[index],
		}),
		translations: async () => [template(category)],
		hashKey: KEY,
		optOuts,
		settings: runSettings({ dryRun: true }),
		now: () => 0,
	} as unknown as Preparing;
	const clock = new FakeClock();
	await dryRun(items.length, run, (index, result) => (results[index] = result), { clock });
	return results;
}

const stopped = new Set([personKey(AIKO, KEY) as string]);

describe('marketing', () => {
	it('is not sent to somebody who opted out, however the number is written', async () => {
		const items = [{ to: '090-1234-5678', defaultCountry: 'JP' }, { to: KEN }];
		expect(await check(items, { optOuts: stopped })).toMatchObject([
			{ outcome: 'skipped', reason: 'opted_out', recipient: '…5678', template: 'newsletter' },
			{ outcome: 'would_send' },
		]);
	});

	it('is not sent to somebody who did not agree', async () => {
		const items = [{ consent: false }, { consent: true }, {}];
		expect(await check(items)).toMatchObject([
			{ outcome: 'skipped', reason: 'no_consent' },
			{ outcome: 'would_send' },
			{ outcome: 'would_send' },
		]);
	});

	it('names the opt-out of somebody whose values are missing, too: one reason a person', async () => {
		const items = [{ values: {}, consent: false }];
		expect(await check(items, { optOuts: stopped })).toMatchObject([{ reason: 'opted_out' }]);
	});

	it('does not look up what is no number', async () => {
		const items = [{ to: '+81 123', consent: false }];
		expect(await check(items)).toMatchObject([{ reason: 'phone_invalid' }]);
	});

	it('is not sent where nobody can say who opted out', async () => {
		const broken = { has: async () => await Promise.reject(new Error('database is locked')) };
		expect(await check([{}], { optOuts: broken })).toMatchObject([
			{
				outcome: 'unsent',
				reason: 'ledger_unavailable',
				message: expect.stringContaining('database is locked'),
			},
		]);
	});
});

describe('utility', () => {
	it.each(['UTILITY', 'AUTHENTICATION'])('goes on to everybody: %s', async (category) => {
		const asked = { has: jest.fn(() => true) };
		const results = await check([{ consent: false }], { category, optOuts: asked });
		expect(results).toMatchObject([{ outcome: 'would_send' }]);
		expect(asked.has).not.toHaveBeenCalled();
	});
});

describe('a refusal of WhatsApp’s', () => {
	const refusal = (code: number): Result => ({
		outcome: 'rejected',
		reason: 'refused',
		message: '',
		deliveryKey: `k:${personKey(AIKO, KEY) as string}`,
		error: { code, class: 'recipient', whatToDo: '' } as never,
	});

	it('is an opt-out for the rest of the run, and says whose', async () => {
		const optOuts = new RunOptOuts();
		const person = personKey(AIKO, KEY);
		expect(optOuts.learnFrom(refusal(131050))).toMatchObject({
			outcome: 'rejected',
			optOut: { choice: 'stop', by: 'refusal', person },
		});
		expect(await check([{}], { optOuts })).toMatchObject([{ reason: 'opted_out' }]);
	});

	it('for anything else is none', async () => {
		const optOuts = new RunOptOuts();
		expect(optOuts.learnFrom(refusal(131026))).not.toHaveProperty('optOut');
		expect(await check([{}], { optOuts })).toMatchObject([{ outcome: 'would_send' }]);
	});
});
