import type { GraphError } from '../graph/error';
import type { Clock, Transport } from '../ports';
import { accountKey, type Account } from './account';
import { readCanSend } from './health';
import type { HaltCause, SendingHalt, SendingPlace } from './sending-halt';
import type { SendingStates } from './sending-states';

/** A number of an account, as sending states know it. */
export const sendingPlace = (
	account: Pick<Account, 'apiUrl' | 'businessAccountId' | 'phoneNumberId'>,
	phoneNumberId = account.phoneNumberId,
): Required<SendingPlace> => ({ account: accountKey(account), phoneNumberId });

/**
 * What keeps a run from beginning: a halt nobody has lifted. While it is fresh WhatsApp is not asked; once it is due,
 * one look at the account's health decides, so that a missed webhook blocks nothing for long.
 */
export async function haltOfRun(
	states: SendingStates,
	account: Account,
	place: Required<SendingPlace>,
	{ transport, clock }: { transport: Transport; clock: Clock },
): Promise<SendingHalt | undefined> {
	const halt = states.current(place, clock.now());
	if (!halt) return undefined;
	const looks = looksOf(states);
	const key = `${place.account} ${place.phoneNumberId}`;
	let look = looks.get(key);
	if (!look) {
		if (!states.isDue(place, clock.now())) return halt;
		look = isOver(states, account, place, halt, { transport, clock }).finally(() =>
			looks.delete(key),
		);
		looks.set(key, look);
	}
	return (await look) ? undefined : halt;
}

/** Looks under way: a run that begins meanwhile waits for the answer, and does not take the halt for one. */
const allLooks = new WeakMap<SendingStates, Map<string, Promise<boolean>>>();

function looksOf(states: SendingStates): Map<string, Promise<boolean>> {
	const looks = allLooks.get(states) ?? new Map<string, Promise<boolean>>();
	allLooks.set(states, looks);
	return looks;
}

async function isOver(
	states: SendingStates,
	account: Account,
	place: Required<SendingPlace>,
	halt: SendingHalt,
	{ transport, clock }: { transport: Transport; clock: Clock },
): Promise<boolean> {
	states.looked(place, clock.now());
	const { phoneNumberId } = place;
	const canSend = await readCanSend(transport, { ...account, phoneNumberId }, { clock });
	// A restricted account is limited; it is over early only where WhatsApp says that all is well. Where nothing can be
	// read, sending tells: a refusal halts it again, and nothing is lost by asking.
	const stays = canSend === 'no' || (canSend === 'limited' && halt.cause === 'restriction');
	if (!stays) states.over(place, clock.now());
	return !stays;
}

/** Codes that stop more than one batch; what lies in the token or the set-up is mended here and known at once. */
const CAUSES: Readonly<Record<number, HaltCause>> = {
	131042: 'money',
	131048: 'spam',
	131031: 'policy',
	131064: 'policy',
	368: 'policy',
};

/** A refusal of the whole account → what others learn of it; undefined where it concerns this batch alone. */
export function noteRefusal(
	states: SendingStates,
	place: Required<SendingPlace>,
	error: Pick<GraphError, 'code' | 'title' | 'details' | 'whatToDo'>,
	now: number,
): void {
	const cause = CAUSES[error.code ?? 0];
	if (!cause) return;
	states.halt(
		cause === 'spam' ? place : { account: place.account },
		{
			...{ cause, since: now, whatToDo: error.whatToDo },
			// What is refused is not lost, so asking costs nothing: whoever pays and runs it again need not wait.
			...(cause === 'money' ? { lookAgainAt: now } : {}),
			message: `WhatsApp refused a message: ${error.details ?? error.title} (code ${error.code})`,
		},
		now,
	);
}
