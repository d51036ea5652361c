import { HeaderFile, type SendItem, type SendResult, type SendRun } from '../../words/sending';
import type { Happenings } from './happenings';

/** What the dialog keeps. */
export const fieldsOf = ({ template, options, values }: SendRun): object => ({
	template,
	...options,
	...(values
		? {
				variablesFrom: 'fields',
				variables: Object.entries(values).map(([id, value]) => ({ id, value, type: 'str' })),
			}
		: {}),
});

export async function sendTemplate(
	happenings: Happenings,
	id: string,
	run: SendRun,
): Promise<SendResult> {
	const { nodeRed } = happenings;
	const payloads = run.items.map(payloadOf);
	const { dryRun, sendAgain } = run;
	const sending = nodeRed.input(id, {
		payload: payloads.length === 1 ? payloads[0] : payloads,
		dryRun,
		sendAgain,
	});
	void run.stopped?.then(() => nodeRed.push(id, { stop: true }));
	await sending;
	// Each result of a list leaves as soon as it is known; its parts say where it belongs.
	const indexOf = ({ msg }: { msg: object }) =>
		(msg as { parts?: { index: number } }).parts?.index ?? 0;
	return (await happenings.sentBy(id))
		.sort((a, b) => indexOf(a) - indexOf(b))
		.map(({ port, msg }) => ({ output: port === 0 ? 'Sent' : 'Not Sent', fields: msg.payload }));
}

/** A file is its bytes, where the value would stand. */
function payloadOf(item: SendItem): SendItem {
	const { variables } = item;
	if (typeof variables !== 'object' || variables === null || Array.isArray(variables)) return item;
	const values = Object.entries(variables).map(([id, value]) => [
		id,
		value instanceof HeaderFile ? value.bytes : (value as unknown),
	]);
	return { ...item, variables: Object.fromEntries(values) };
}
