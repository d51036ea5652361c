import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { putPlainTemplates, settled, sim } from '../../../simulator/testing/money';
import { startSimulator, type Simulator } from '../../../simulator/index';
import { InProcessEngine } from '../../engine/n8n-in-process';
import { nodeTypeOf } from '../../engine/node-types';

let simulator: Simulator;
let engine: InProcessEngine;

beforeEach(async () => {
	simulator = await startSimulator();
	putPlainTemplates(simulator);
	engine = new InProcessEngine({ whatsAppBusinessApi: { ...simulator.credentials } });
});

afterEach(async () => await simulator.close());

const bought = (amount: number) =>
	JSON.stringify([
		{
			...{ payment_id: 'pi_1', credits: amount / 2, amount, currency: 'USD', by: 'hand' },
			paid_at: new Date(Date.now() - 3_600_000).toISOString(),
		},
	]);

async function send(count: number, more: INodeParameters) {
	const { outputs } = await engine.run(
		'whatsAppSendTemplate',
		{
			template: { __rl: true, mode: 'name', value: 'marketing:en' },
			to: '={{ $json.to }}',
			...{ variablesFrom: 'item', variablesJson: '{}' },
			beforeSending: 'credit',
			options: { messagesPerSecond: 1000 },
			...{ balanceSource: 'prepaid', leftOver: 0, whenUnknown: 'low', ...more },
		},
		Array.from({ length: count }, (_, i) => ({
			to: `+8190${10_000_000 + i}`,
			deliveryKey: `k${i}`,
		})),
	);
	return outputs.map((items) => items.map(({ json }) => json));
}

const accepted = () => simulator.control.stats().messages.accepted;

test('credit for 30 messages: of a hundred not the first one leaves; after buying, all of them do, once', async () => {
	// Marketing to Japan: 0.0842.
	const [sent, notSent] = await send(100, { purchases: bought(2.53) });
	expect([sent?.length, notSent?.length]).toEqual([0, 100]);
	expect(notSent?.[0]).toMatchObject({
		...{ outcome: 'skipped', reason: 'no_credit', canGoLater: true },
		whatToDo: expect.any(String),
	});
	expect(accepted()).toBe(0);
	const [later] = await send(100, { purchases: bought(10) });
	expect(later).toHaveLength(100);
	expect(simulator.control.stats().messages).toMatchObject({ accepted: 100, twice: 0 });
});

test('what has to be left over is not spent', async () => {
	expect((await send(20, { purchases: bought(2.53), leftOver: 1 }))[0]).toHaveLength(0);
	expect((await send(20, { purchases: bought(2.53), leftOver: 0.5 }))[0]).toHaveLength(20);
});

test('a balance nobody knows holds back, unless it shall not', async () => {
	expect((await send(1, { purchases: '[]' }))[1]).toMatchObject([{ reason: 'no_credit' }]);
	expect((await send(1, { purchases: '[]', whenUnknown: 'enough' }))[0]).toHaveLength(1);
});

test('without Before Sending the money that runs out stops the rest', async () => {
	await sim(simulator, 'PATCH', '/money', { funding: 'prepaid', balance: 0.5, refuse: true });
	const [sent = [], notSent = []] = await send(20, {
		beforeSending: 'nothing',
		options: { concurrency: 1 },
	});
	expect(sent.length).toBe(5);
	expect(notSent.map(({ canGoLater }) => canGoLater)).toEqual(notSent.map(() => true));
	await settled(simulator);
	await sim(simulator, 'POST', '/money/topup', { amount: 20 });
	const again = await engine.run(
		'whatsAppSendTemplate',
		{
			template: { __rl: true, mode: 'name', value: 'marketing:en' },
			to: '={{ $json.to }}',
			...{ variablesFrom: 'item', variablesJson: '{}', options: {} },
		},
		Array.from({ length: 20 }, (_, i) => ({ to: `+8190${10_000_000 + i}`, deliveryKey: `k${i}` })),
		{ mode: 'manual' },
	);
	expect(again.outputs[0]).toHaveLength(15);
	expect(simulator.control.stats().messages).toMatchObject({ accepted: 20, twice: 0 });
});

test('a refusal for money does not keep the guard of the next run from letting it try', async () => {
	const byMeta = { balanceSource: 'meta', options: { concurrency: 1 } };
	await sim(simulator, 'PATCH', '/money', { funding: 'prepaid', balance: 0.5, refuse: true });
	expect((await send(20, byMeta))[0]).toHaveLength(5);
	await settled(simulator);
	await sim(simulator, 'POST', '/money/topup', { amount: 20 });
	// Nobody tells of the money: a guard that is asked by itself goes by the refusal.
	const guard = { operation: 'guard', balanceSource: 'meta', enoughFor: 'amount', amount: 1 };
	const { outputs } = await engine.run('whatsAppCheckCredits', { ...guard, options: {} }, [{}]);
	expect(outputs[1]?.[0]?.json.guard).toMatchObject({
		...{ enough: false, certain: true },
		message: expect.stringContaining('131042'),
	});
	expect((await send(20, byMeta))[0]).toHaveLength(15);
	expect(simulator.control.stats().messages).toMatchObject({ accepted: 20, twice: 0 });
});

test('the fields of the credit appear with Before Sending, and a provider’s credential with a provider', () => {
	const { description } = nodeTypeOf('whatsAppSendTemplate');
	const shown = (parameters: INodeParameters) => ({
		fields: description.properties
			.filter((one) => NodeHelpers.displayParameter(parameters, one, null, description))
			.map(({ name }) => name),
		credentials: (description.credentials ?? [])
			.filter((one) => NodeHelpers.displayParameter(parameters, one as never, null, description))
			.map(({ name }) => name),
	});
	const without = shown({ beforeSending: 'account', balanceSource: 'provider' });
	expect(without.fields).not.toContain('balanceSource');
	expect(without.credentials).toEqual(['whatsAppBusinessApi']);
	const withCredit = shown({ beforeSending: 'credit', balanceSource: 'provider' });
	expect(withCredit.fields).toEqual(expect.arrayContaining(['balanceSource', 'leftOver']));
	expect(withCredit.credentials).toContain('whatsAppCreditProviderApi');
});
