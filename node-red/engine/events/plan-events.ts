import { aboutsOf, compareWithSeen } from '../../../core/events/last-seen';
import type { Notice } from '../../../core/events/notice';
import { completeEvent } from '../../../core/events/notice-groups';
import { planMessages } from '../../../core/events/plan-messages';
import { planOptionsFrom, type EventFields } from '../../../core/events/plan-settings';
import type { Plan } from '../../../core/events/planned-message';
import { recipientHash } from '../../../core/messages/delivery-key';
import type { DeliveryStore } from '../ledger/delivery-store';
import { oneAtATime } from '../one-at-a-time';

/**
 * One report after the other, of all nodes of this process: what one has seen is written before the
 * next one looks.
 */
export const inTurn = oneAtATime();

/**
 * Notices beside what was seen last → the messages to send. What was seen is written before anything
 * leaves: the same report, answered once more, then plans the same messages again.
 *
 * @param fields of the node, with the switches of its account
 */
export async function planEvents(
	store: DeliveryStore,
	notices: readonly Notice[],
	fields: EventFields,
	now = Date.now(),
): Promise<Plan> {
	const options = planOptionsFrom(fields, now);
	const { defaultCountry, includeTest } = options;
	// The key of this Node-RED and not of an account: a node that gets an account must not take everybody
	// for somebody else.
	const hashKey = await store.hashKey();
	const compared = notices.map((notice) => withNamedEvent(notice, options.event));
	const { notices: changes, leftOut } = await store.events().compare(aboutsOf(compared), (rows) =>
		compareWithSeen(compared, rows, {
			hash: (text) => recipientHash(text, hashKey),
			defaultCountry,
			includeTest,
		}),
	);
	const plan = planMessages(changes, options);
	return { messages: plan.messages, leftOut: [...leftOut, ...plan.leftOut] };
}

/**
 * A list of sponsors and the platform whose website goes live may each know the event by another name:
 * the node's own facts bring them together. Tickets and sessions are known by the platform's numbers
 * alone, whatever is typed into a node later.
 */
const withNamedEvent = (notice: Notice, facts: Notice['event'] | undefined): Notice =>
	notice.type.startsWith('sponsor.') || notice.type === 'event.site_live'
		? completeEvent(notice, facts)
		: notice;
