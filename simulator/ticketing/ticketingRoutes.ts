import { jsonBody, type Answer, type Request, type Router } from '../http/router.ts';
import { asObject, type JsonObject } from '../json.ts';
import type { World } from '../world.ts';
import { describe } from './describe.ts';
import { platformNamed } from './platforms/index.ts';
import { isAction } from './targets.ts';

/** Adds `/sim/ticketing`. See CONTROL-API.md. */
export function addTicketingRoutes(router: Router, world: World): void {
	const desk = world.ticketing;
	const described = (error?: string): Answer =>
		error === undefined ? { status: 200, json: describe(desk) } : refused(error);
	/** Routes below a platform, once the platform is known and the body is an object. */
	const ofPlatform =
		(route: (platform: string, body: JsonObject, request: Request) => Answer | Promise<Answer>) =>
		(request: Request): Answer | Promise<Answer> => {
			const platform = platformNamed(request.params['platform'] ?? '');
			if (typeof platform === 'string') return refused(platform);
			const body = asObject(jsonBody(request)) ?? (request.body.length === 0 ? {} : undefined);
			return body === undefined
				? refused('Send a JSON object.')
				: route(platform.id, body, request);
		};
	router
		.add('GET', '/sim/ticketing', () => described())
		.add('PATCH', '/sim/ticketing', (request) => {
			desk.setEvent(asObject(asObject(jsonBody(request))?.['event']) ?? {});
			return described();
		})
		.add('POST', '/sim/ticketing/deliveries/:id/resend', async (request) => {
			const body = asObject(jsonBody(request)) ?? {};
			return answered(await desk.resend(request.params['id'] ?? '', body));
		})
		.add(
			'PUT',
			'/sim/ticketing/:platform',
			ofPlatform((platform, body) => described(desk.targets.setOnly(platform, body))),
		)
		.add(
			'POST',
			'/sim/ticketing/:platform/targets',
			ofPlatform((platform, body) => {
				const target = desk.targets.add(platform, body);
				return answered(typeof target === 'string' ? target : { id: target.id });
			}),
		)
		.add(
			'DELETE',
			'/sim/ticketing/:platform/targets/:id',
			ofPlatform((platform, _body, { params }) =>
				desk.targets.remove(platform, params['id'] ?? '')
					? described()
					: { status: 404, json: { error: 'There is no such target.' } },
			),
		)
		.add(
			'POST',
			'/sim/ticketing/:platform/:action',
			ofPlatform(async (platform, body, { params }) => {
				const action = params['action'] ?? '';
				if (!isAction(action)) return refused(`There is no action called ${action}.`);
				return answered(await desk.act(platform, action, body));
			}),
		);
}

function answered(result: object | string): Answer {
	return typeof result === 'string' ? refused(result) : { status: 200, json: result };
}

function refused(error: string): Answer {
	return { status: 400, json: { error } };
}
