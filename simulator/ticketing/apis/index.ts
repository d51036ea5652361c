import type { Router } from '../../http/router.ts';
import type { World } from '../../world.ts';
import { addEventbriteApi } from './eventbrite.ts';
import { addPretalxApi } from './pretalx.ts';
import { addPretixApi } from './pretix.ts';
import { addSessionizeApi } from './sessionize.ts';
import { addZohoBackstageApi } from './zohoBackstage.ts';

/** Adds `/ticketing/<platform>`: the platforms' own APIs, as far as somebody may ask them. */
export function addTicketingApiRoutes(router: Router, { ticketing }: World): void {
	addEventbriteApi(router, ticketing);
	addPretalxApi(router, ticketing);
	addPretixApi(router, ticketing);
	addSessionizeApi(router, ticketing);
	addZohoBackstageApi(router, ticketing);
}
