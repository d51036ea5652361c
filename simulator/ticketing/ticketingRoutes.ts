import { jsonBody, type Answer, type Router } from '../http/router.ts';
import { asObject } from '../json.ts';
import type { World } from '../world.ts';

/** Adds `/sim/ticketing`. See CONTROL-API.md. */
export function addTicketingRoutes(router: Router, world: World): void {
	const desk = world.ticketing;
	const described = (error?: string): Answer =>
		error === undefined ? { status: 200, json: desk.describe() } : { status: 400, json: { error } };
	router
		.add('GET', '/sim/ticketing', () => described())
		.add('PATCH', '/sim/ticketing', (request) => {
			desk.setEvent(asObject(asObject(jsonBody(request))?.['event']) ?? {});
			return described();
		})
		.add('PUT', '/sim/ticketing/:platform', (request) => {
			const body = asObject(jsonBody(request));
			if (body === undefined) return described('Send { "target": "…", "secret": "…" }.');
			return described(desk.setTarget(request.params['platform'] ?? '', body));
		})
		.add('POST', '/sim/ticketing/:platform/register', async (request) => {
			const body = asObject(jsonBody(request));
			if (body === undefined) return described('Send { "buyer": { … } }.');
			const result = await desk.register(request.params['platform'] ?? '', body);
			return typeof result === 'string' ? described(result) : { status: 200, json: result };
		});
}
