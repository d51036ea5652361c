import { cvent } from './cvent';
import { eventbrite } from './eventbrite';
import { generic } from './generic';
import { hiEvents } from './hi-events';
import { luma } from './luma';
import type { Platform } from './platform';
import { pretalx } from './pretalx';
import { pretix } from './pretix';
import { sessionize } from './sessionize';
import { ticketTailor } from './ticket-tailor';
import { tito } from './tito';
import { zohoBackstage } from './zoho-backstage';

/** Every platform: a new one is a file of its own and a line here. */
export const platforms: readonly Platform[] = [
	zohoBackstage,
	tito,
	pretix,
	eventbrite,
	hiEvents,
	ticketTailor,
	luma,
	cvent,
	pretalx,
	sessionize,
	generic,
];

export const platformById = (id: string): Platform | undefined =>
	platforms.find((platform) => platform.id === id);

export * from './generic';
export * from './generic-mapping';
export * from './platform';
