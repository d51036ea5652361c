import { signBody, webhookJson } from '../../../simulator/webhooks/signature';
import type { ExpectedResult, SendCase, SendStep } from '../words/cases';
import type { SendOutput, SendResult } from '../words/sending';
import type { World } from './world';

/** What a case uses where it does not say otherwise. */
export const TEMPLATE = 'attendee_registration_confirmation:en';

export async function runSendCase(sendCase: SendCase, world: World): Promise<SendResult[]> {
	const observed: SendResult[] = [];
	if (sendCase.templates) world.simulator.control.putTemplates(sendCase.templates);
	const optOuts: OptOuts = new Map();
	for (const step of sendCase.runs) observed.push(await runStep(sendCase, step, world, optOuts));
	return observed;
}

async function runStep(
	{ template = TEMPLATE, options = {}, account = {}, values }: SendCase,
	step: SendStep,
	world: World,
	known: OptOuts,
): Promise<SendResult> {
	const { items, dryRun = false, sendAgain = false, ledgerBroken = false, stopAfter } = step;
	if (step.change) world.simulator.control.change(step.change);
	if (step.happens) await world.happens(step.happens);
	if (step.money) await world.pays(step.money);
	if (step.gone) await world.leave();
	for (const value of step.news ?? []) await tell(accountUpdate(value, world), world);
	keepNewest(known, await optOutsOf(step.updates ?? [], world));
	const optOuts = [...known.values()];
	const stopped = stopAfter === undefined ? undefined : world.answered(stopAfter);
	const result = await world.adapter.sendTemplate({
		...{ template, items, options, account, dryRun, sendAgain, ledgerBroken, optOuts },
		...(stopped ? { stopped } : {}),
		...(values ? { values } : {}),
	});
	expect(result.map(shown)).toEqual(step.results.map(shownOf));
	result.forEach((output, index) => {
		const expected = step.results[index] as ExpectedResult;
		expect(output.fields).toMatchObject(expected);
		expect('input' in output.fields).toBe(options.includeInput !== false);
		expectWellFormed(output);
	});
	world.expectAtWhatsApp(step.whatsApp);
	return result;
}

/** One row a person, as a table keeps them. */
type OptOuts = Map<unknown, object>;

function keepNewest(rows: OptOuts, told: Array<{ person?: unknown }>): void {
	for (const row of told) rows.set(row.person, row);
}

/** What Business Trigger says of the people in these updates. */
async function optOutsOf(updates: object[], world: World): Promise<object[]> {
	const optOuts: object[] = [];
	for (const update of updates) {
		const outputs = await tell(update, world);
		const told = Object.values(outputs).flat() as Array<{ optOut?: object }>;
		optOuts.push(...told.flatMap(({ optOut }) => optOut ?? []));
	}
	expect(optOuts).toHaveLength(updates.length);
	return optOuts;
}

/** WhatsApp calls Business Trigger. */
async function tell(update: object, { adapter, simulator }: World) {
	const body = webhookJson(update);
	const headers = { 'x-hub-signature-256': signBody(body, simulator.credentials.appSecret) };
	const call = { method: 'POST' as const, query: {}, headers, body, fields: {}, account: {} };
	const { status, outputs } = await adapter.receiveUpdate(call);
	expect(status).toBe(200);
	return outputs;
}

const accountUpdate = (value: object, { simulator }: World): object => {
	const id = simulator.credentials.businessAccountId;
	// To the millisecond, as two of them may be told within a second.
	const entry = [{ id, time: Date.now(), changes: [{ field: 'account_update', value }] }];
	return { object: 'whatsapp_business_account', entry };
};

type Shown = [output: SendOutput['output'], outcome: string, reason: string | undefined];

const shown = ({ output, fields }: SendOutput): Shown => [output, fields.outcome, fields.reason];

/** Which output an outcome belongs to is the same for every case: docs/outcomes.md. */
const shownOf = ({ outcome, reason }: ExpectedResult): Shown => [
	outcome === 'accepted' || outcome === 'would_send' ? 'Sent' : 'Not Sent',
	outcome,
	reason,
];

/** What holds for every result, whatever its outcome. */
function expectWellFormed({ output, fields }: SendOutput): void {
	// Engines take an `error` for a failure of the node.
	expect(fields).not.toHaveProperty('error');
	if (output === 'Not Sent') {
		expect(fields.message).toMatch(/\S/);
		expect(fields.whatToDo).toMatch(/^[A-Z].*\.$/s);
	}
	if (fields.outcome === 'accepted') expect(fields.messageId).toMatch(/^wamid\./);
	const { meta, message } = fields;
	if (meta?.code === undefined) return;
	expect(meta.fbtraceId).toMatch(/^A[\w-]{20,}$/);
	expect(message).toContain(`code ${meta.code}`);
	expect(message).toContain(`fbtrace_id ${meta.fbtraceId}`);
}
