import type { TicketingEvent } from '../event.ts';
import type { Order, Session, Sponsor } from '../records.ts';

/** What an action may look at. It changes nothing: it answers with what would be. */
export interface Scene {
	event: TicketingEvent;
	orders: readonly Order[];
	sessions: readonly Session[];
	sponsors: readonly Sponsor[];
	/** A new number. */
	newId: () => string;
	/** ISO 8601. */
	occurredAt: string;
}
