import type { TicketingPlatform } from '../platform.ts';
import { cvent } from './cvent.ts';
import { eventbrite } from './eventbrite.ts';
import { generic } from './generic.ts';
import { hiEvents } from './hiEvents.ts';
import { luma } from './luma.ts';
import { pretalx } from './pretalx.ts';
import { pretix } from './pretix.ts';
import { sessionize } from './sessionize.ts';
import { ticketTailor } from './ticketTailor.ts';
import { tito } from './tito.ts';
import { zohoBackstage } from './zohoBackstage.ts';

export const platforms: readonly TicketingPlatform[] = [
	zohoBackstage,
	tito,
	pretix,
	hiEvents,
	eventbrite,
	ticketTailor,
	luma,
	cvent,
	pretalx,
	sessionize,
	generic,
];

/** @returns a sentence when there is none */
export function platformNamed(id: string): TicketingPlatform | string {
	const known = platforms.map((platform) => platform.id).join(', ');
	return (
		platforms.find((platform) => platform.id === id) ??
		`There is no platform called ${id}. There are ${known}.`
	);
}
