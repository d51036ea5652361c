import { jsonBody, type Answer, type Router } from '../http/router.ts';
import { asObject } from '../json.ts';
import type { World } from '../world.ts';
import type { Control } from './control.ts';
import { addTemplateControlRoutes, answer } from './templateRoutes.ts';
import { flood, sendOne } from './webhookControl.ts';

/** Adds `/sim/control` and `/sim/credentials`. See CONTROL-API.md. */
export function addControlRoutes(router: Router, world: World, control: Control): void {
	addTemplateControlRoutes(router, control);
	router
		.add('GET', '/sim/credentials', () => ok(world.credentials))
		.add('GET', '/sim/control', () => ok(control.settings()))
		.add('PATCH', '/sim/control', (request) =>
			answer(() => control.change(asObject(jsonBody(request)) ?? {})),
		)
		.add('POST', '/sim/control/webhooks', async (request) =>
			sentOrError(await sendOne(world, asObject(jsonBody(request)) ?? {})),
		)
		.add('POST', '/sim/control/webhooks/flood', async (request) =>
			sentOrError(await flood(world, asObject(jsonBody(request)) ?? {})),
		)
		.add('GET', '/sim/control/webhooks', (request) => {
			const limit = Number(request.query.get('limit'));
			const template = request.query.get('template');
			const deliveries = control.deliveries({
				...(limit > 0 ? { limit } : {}),
				...(template === null ? {} : { template }),
			});
			return ok({ deliveries });
		})
		.add('GET', '/sim/control/calls', (request) => {
			const limit = Number(request.query.get('limit') ?? 100);
			const path = request.query.get('path') ?? '';
			return ok({ calls: control.calls({ path, limit: limit > 0 ? limit : 100 }) });
		})
		.add('GET', '/sim/control/stats', () => ok(control.stats()))
		.add('POST', '/sim/control/reset', (request) => {
			control.reset({ all: asObject(jsonBody(request))?.['all'] === true });
			return ok({ reset: true });
		});
}

function sentOrError(result: unknown): Answer {
	if (typeof result === 'string') return { status: 409, json: { error: result } };
	return ok(result);
}

function ok(json: unknown): Answer {
	return { status: 200, json };
}
