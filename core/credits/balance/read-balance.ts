import { sentenceFor } from '../../graph/sentence';
import { compact } from '../../webhooks/json';
import {
	NoBalance,
	type Balance,
	type BalancePorts,
	type BalanceReading,
	type SourceAccess,
} from './balance';
import { balanceSourceById } from './index';

/**
 * Asks one source for the balance. Never throws: a refusal, a time-out, an answer nobody can read or
 * a field that is not filled in give kind `unavailable`, with a sentence, without an amount.
 *
 * @param id of a source in index.ts
 * @param access the credential's fields by name
 */
export async function readBalance(
	id: string,
	access: SourceAccess,
	ports: BalancePorts,
): Promise<Balance> {
	const source = balanceSourceById(id);
	const reading = source
		? await source.read(access, ports).catch((error: unknown) => unavailable(error))
		: unavailable(
				new NoBalance(`Nobody is known as “${id}” to ask for a balance.`, 'Choose a provider.'),
			);
	return compact({
		...reading,
		lastMoneyError: isoTime(ports.lastMoneyError),
		asOf: new Date(ports.clock.now()).toISOString(),
		source: (source?.id ?? id) as Balance['source'],
	});
}

function unavailable(error: unknown): BalanceReading {
	if (error instanceof NoBalance) {
		const { message, whatToDo, evidence } = error;
		return { kind: 'unavailable', message, whatToDo, evidence };
	}
	const message = `The balance could not be read: ${sentenceFor(error)}`;
	return {
		kind: 'unavailable',
		message,
		whatToDo: 'Check the connection and the credential, and ask again.',
		evidence: [message],
	};
}

const isoTime = (ms: number | undefined): string | undefined =>
	ms !== undefined && Number.isFinite(ms) && Math.abs(ms) < 8.64e15
		? new Date(ms).toISOString()
		: undefined;
