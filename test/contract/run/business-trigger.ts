import { readFileSync } from 'node:fs';
import path from 'node:path';
import { signBody, webhookJson } from '../../../simulator/webhooks/signature';
import { OUTPUTS } from '../../../core/webhooks/receive-updates';
import type { UpdateCase, UpdateStep } from '../words/cases';
import type { UpdateResult } from '../words/updates';
import { expectTold } from './told';
import type { World } from './world';

const FIXTURES = path.join(__dirname, '../../../core/webhooks/fixtures');

export async function runUpdateCase(
	{ fields = {}, account = {}, calls }: UpdateCase,
	world: World,
): Promise<UpdateResult[]> {
	const observed: UpdateResult[] = [];
	for (const step of calls) {
		const body = bytesOf(step.body ?? '');
		const secret = step.secret ?? world.simulator.credentials.appSecret;
		const result = await world.adapter.receiveUpdate({
			method: step.handshake ? 'GET' : 'POST',
			query: step.handshake ?? {},
			headers: step.headers ?? { 'x-hub-signature-256': signBody(body, secret) },
			body,
			fields,
			account,
		});
		expectAnswer(step, result);
		await expectTold(world.adapter, step.told);
		observed.push(result);
	}
	return observed;
}

/** The name of a fixture, a text as it arrives, or an object as WhatsApp writes it. */
function bytesOf(body: string | object): string {
	if (typeof body === 'object') return webhookJson(body);
	if (!/^[a-z]+(-[a-z]+)*$/.test(body)) return body;
	return webhookJson(JSON.parse(readFileSync(path.join(FIXTURES, `${body}.json`), 'utf8')));
}

function expectAnswer({ status, challenge, outputs = {} }: UpdateStep, result: UpdateResult): void {
	expect([result.status, result.challenge]).toEqual([status, challenge]);
	for (const output of OUTPUTS) {
		const expected = outputs[output] ?? [];
		// Compared in length as well: an update too many is a second run of a flow.
		expect(result.outputs[output]).toMatchObject(expected);
		expect(result.outputs[output]).toHaveLength(expected.length);
	}
}
