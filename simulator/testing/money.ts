import type { Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, sendTemplate, type JsonAnswer } from './caller.ts';

/** Puts a template without values of each category, named after it in small letters. */
export function putPlainTemplates(simulator: Simulator): void {
	simulator.control.putTemplates(
		['MARKETING', 'UTILITY', 'AUTHENTICATION'].map((category) => ({
			name: category.toLowerCase(),
			language: 'en',
			category,
			components: [{ type: 'BODY', text: 'See you there.' }],
		})),
	);
}

/** Sends one of them. */
export function sendPlain(
	simulator: Simulator,
	to: string,
	category = 'UTILITY',
): Promise<JsonAnswer> {
	return sendTemplate(simulator, category.toLowerCase(), [], { to });
}

/** Waits until no message is on its way any more. */
export async function settled(simulator: Simulator): Promise<void> {
	const until = Date.now() + 10_000;
	const open = () =>
		simulator.control
			.phones()
			.flatMap((phone) => phone.messages)
			.some(({ status }) => status === 'accepted' || status === 'sent');
	while (open()) {
		if (Date.now() > until) throw new Error('messages are still on their way');
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
}

/** The statuses of every business message, in the order of their sending. */
export function statuses(simulator: Simulator): string[] {
	return simulator.control
		.phones()
		.flatMap((phone) => phone.messages)
		.filter(({ direction }) => direction === 'business')
		.sort((one, other) => (one.at < other.at ? -1 : 1))
		.map(({ status, error }) => (error === undefined ? (status ?? '') : String(error.code)));
}

/** One of the simulator's own routes. */
export async function sim(
	simulator: Simulator,
	method: string,
	path: string,
	body?: unknown,
): Promise<JsonObject> {
	const answer = await call(simulator, method, `/sim${path}`, body, null);
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.json));
	return answer.json;
}
