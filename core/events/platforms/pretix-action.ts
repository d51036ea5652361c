/** What a webhook of pretix may be about, as far as anybody is told. */
export type PretixHappening = 'registration' | 'change' | 'cancellation' | 'live';

const HAPPENINGS: Readonly<Record<string, PretixHappening>> = {
	'pretix.event.order.placed': 'registration',
	'pretix.event.order.paid': 'registration',
	'pretix.event.order.approved': 'registration',
	'pretix.event.order.modified': 'change',
	'pretix.event.order.contact.changed': 'change',
	'pretix.event.order.canceled': 'cancellation',
	'pretix.event.order.expired': 'cancellation',
	'pretix.event.order.denied': 'cancellation',
	'pretix.event.live.activated': 'live',
};

/** Each change of an order's contents has its own action: `.changed.item`, `.changed.cancel`, … */
const CHANGED = 'pretix.event.order.changed.';

/** One position was cancelled: src/pretix/base/services/orders.py, `CancelOperation`. */
export const POSITION_CANCELLED = `${CHANGED}cancel`;

/** The names are those of src/pretix/api/webhooks.py; undefined for one that tells nobody anything. */
export function happeningOf(action: string | undefined): PretixHappening | undefined {
	if (action === undefined) return undefined;
	if (action.startsWith(CHANGED)) return 'change';
	return Object.hasOwn(HAPPENINGS, action) ? HAPPENINGS[action] : undefined;
}
