import { jsonBody, type Answer, type Request, type Router } from '../http/router.ts';
import { asObject, asText } from '../json.ts';
import type { World } from '../world.ts';
import { readForm } from './form.ts';
import { payPage } from './payPage.ts';
import { SECRET_KEY, SESSION_ACTIONS, type SessionAction } from './stripeDesk.ts';
import { StripeError } from './stripeError.ts';
import { FORGERIES, type StripeForgery } from './stripeEvents.ts';

/** Adds Stripe's API, its payment page and `/sim/stripe`. See CONTROL-API.md, "Stripe". */
export function addStripeRoutes(router: Router, world: World): void {
	for (const base of ['', '/sim/stripe']) addApi(router, world, `${base}/v1/checkout/sessions`);
	addPayPage(router, world);
	addControl(router, world);
}

function addApi(router: Router, world: World, path: string): void {
	const guarded =
		(route: (request: Request) => Answer | Promise<Answer>) =>
		async (request: Request): Promise<Answer> => {
			try {
				requireKey(request);
				return await route(request);
			} catch (error) {
				if (error instanceof StripeError) return error.answer;
				throw error;
			}
		};
	const sessionOf = (request: Request) => {
		const id = request.params['id'] ?? '';
		const kept = world.stripe.kept(id);
		if (kept !== undefined) return kept;
		throw new StripeError(404, `No such checkout.session: ${id}`, {
			code: 'resource_missing',
			param: 'session',
		});
	};
	router
		.add(
			'POST',
			path,
			guarded((request) => {
				const key = asText(request.headers['idempotency-key']);
				const form = readForm(request.body.toString('utf8'));
				return { status: 200, json: world.stripe.open(form, request.origin, key) };
			}),
		)
		.add(
			'GET',
			`${path}/:id`,
			guarded((request) => ({ status: 200, json: sessionOf(request).session })),
		)
		.add(
			'POST',
			`${path}/:id/expire`,
			guarded(async (request) => {
				const kept = sessionOf(request);
				const done = await world.stripe.act(kept, 'expire');
				if (typeof done !== 'string') return { status: 200, json: kept.session };
				throw new StripeError(
					400,
					`Only Checkout Sessions with a status in ["open"] can be expired.`,
				);
			}),
		);
}

function addPayPage(router: Router, world: World): void {
	router
		.add('GET', '/sim/stripe/pay/:id', (request) => {
			const kept = world.stripe.kept(request.params['id'] ?? '');
			return kept === undefined ? notFound() : payPage(kept, request);
		})
		.add('POST', '/sim/stripe/pay/:id/:action', async (request) => {
			const kept = world.stripe.kept(request.params['id'] ?? '');
			const action = request.params['action'] ?? '';
			if (kept === undefined || !isAction(action)) return notFound();
			const done = await world.stripe.act(kept, action);
			const { success_url, cancel_url, id } = kept.session;
			const next = action === 'cancel' ? cancel_url : success_url;
			const back = typeof done === 'string' || next === null ? kept.page : next;
			return {
				status: 303,
				headers: { Location: back.replace('{CHECKOUT_SESSION_ID}', id) },
			};
		});
}

function addControl(router: Router, world: World): void {
	const ok = (json: unknown): Answer => ({ status: 200, json });
	router
		.add('GET', '/sim/stripe', () => ok(world.stripe.describe()))
		.add('PUT', '/sim/stripe/endpoint', (request) => {
			const given = asObject(jsonBody(request)) ?? {};
			const url = asText(given['url']) ?? null;
			if (url !== null && !/^https?:\/\//.test(url)) return refuse('Send an http address as url.');
			world.stripe.setEndpoint({
				url,
				secret: asText(given['secret']) ?? world.stripe.endpoint.secret,
			});
			return ok(world.stripe.describe());
		})
		.add('POST', '/sim/stripe/sessions/:id/:action', async (request) => {
			const kept = world.stripe.kept(request.params['id'] ?? '');
			const action = request.params['action'] ?? '';
			if (kept === undefined) return notFound();
			if (!isAction(action)) return refuse(`The action is one of ${SESSION_ACTIONS.join(', ')}.`);
			const done = await world.stripe.act(kept, action);
			if (typeof done === 'string') return refuse(done);
			return ok({
				session: kept.session,
				...(done.event === undefined ? {} : { event: done.event.id }),
				calls: done.calls,
			});
		})
		.add('POST', '/sim/stripe/events/:id/resend', async (request) => {
			const event = world.stripe.event(request.params['id'] ?? '');
			if (event === undefined) return notFound();
			const given = asObject(jsonBody(request)) ?? {};
			const forge = asText(given['forge']);
			if (forge !== undefined && !FORGERIES.includes(forge)) {
				return refuse(`The forgery is one of ${FORGERIES.join(', ')}.`);
			}
			const repeat = Math.min(20, Math.max(1, Number(given['repeat'] ?? 1) || 1));
			const calls = await world.stripe.resend(event, repeat, forge as StripeForgery | undefined);
			return ok({ calls });
		});
}

/** Bearer, or the key as the user of Basic. Source: Stripe, "API reference › Authentication". */
function requireKey(request: Request): void {
	const header = request.headers.authorization ?? '';
	const basic = /^Basic (.+)$/i.exec(header)?.[1];
	const key =
		basic === undefined
			? /^Bearer (.+)$/i.exec(header)?.[1]
			: Buffer.from(basic, 'base64').toString().split(':')[0];
	if (key === SECRET_KEY) return;
	throw new StripeError(
		401,
		key === undefined
			? 'You did not provide an API key. You need to provide your API key in the Authorization ' +
					"header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY')."
			: `Invalid API Key provided: ${key.slice(0, 8)}${'*'.repeat(8)}`,
	);
}

function isAction(text: string): text is SessionAction {
	return (SESSION_ACTIONS as readonly string[]).includes(text);
}

function refuse(error: string): Answer {
	return { status: 400, json: { error } };
}

function notFound(): Answer {
	return { status: 404, json: { error: 'There is no such session or event.' } };
}
