import type { Router } from '../../http/router.ts';
import type { World } from '../../world.ts';
import { addZohoBackstageApi } from './zohoBackstage.ts';

/** Adds `/ticketing/<platform>`: the platforms' own APIs, as far as somebody may ask them. */
export function addTicketingApiRoutes(router: Router, { ticketing }: World): void {
	addZohoBackstageApi(router, ticketing);
}
