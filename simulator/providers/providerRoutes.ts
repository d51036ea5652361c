import { jsonBody, type Router } from '../http/router.ts';
import { asObject } from '../json.ts';
import type { World } from '../world.ts';
import { PROVIDERS } from './providers.ts';

/** Adds `/sim/providers`. See CONTROL-API.md, "Providers". */
export function addProviderRoutes(router: Router, world: World): void {
	router
		.add('GET', '/sim/providers', () => ({ status: 200, json: world.providers.describe() }))
		.add('PATCH', '/sim/providers/:provider', (request) => {
			const given = asObject(jsonBody(request)) ?? {};
			const refused = world.providers.change(request.params['provider'] ?? '', given);
			return refused === undefined
				? { status: 200, json: world.providers.describe() }
				: { status: 400, json: { error: refused } };
		});
	for (const provider of PROVIDERS) {
		for (const path of provider.paths) {
			router.add('GET', `/sim/providers/${provider.id}${path}`, (request) =>
				world.providers.answer(provider, request),
			);
		}
	}
}
