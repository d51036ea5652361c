import { PolledState } from '../polledState.ts';
import { ticketingApi } from './ticketingApi.ts';
import type { TicketingState } from './types.ts';

/** What the ticketing platforms know. */
export class TicketingDesk extends PolledState<TicketingState> {
	constructor(redraw: () => void) {
		super(() => ticketingApi.state(), redraw);
	}
}
