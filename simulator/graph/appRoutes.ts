import type { Answer, Request } from '../http/router.ts';
import { asText } from '../json.ts';
import { verifyCallback } from '../webhooks/handshake.ts';
import { WEBHOOK_FIELDS } from '../webhooks/fields.ts';
import type { World } from '../world.ts';
import { GraphError, missingParameter } from './error.ts';
import { parametersOf, readList } from './parameters.ts';
import { appToken, tokenTrouble } from './token.ts';

const OBJECT = 'whatsapp_business_account';

/** What the demo token may do. */
const SCOPES = ['whatsapp_business_management', 'whatsapp_business_messaging'];

/** `GET /{app}/subscriptions`. */
export function getSubscriptions(world: World): Answer {
	const { app } = world.subscriptions;
	const data =
		app === undefined
			? []
			: [
					{
						object: OBJECT,
						callback_url: app.callback_url,
						active: true,
						fields: app.fields.map((name) => ({
							name,
							version: world.credentials.apiVersion,
						})),
					},
				];
	return { status: 200, json: { data } };
}

/**
 * `POST /{app}/subscriptions`: one address per app, asked for its consent first. Fields come as a
 * list, as words between commas or as a JSON array in a string.
 *
 * @throws {GraphError} 100 for a missing or unknown parameter, 2200 for a failed handshake
 */
export async function subscribe(world: World, request: Request): Promise<Answer> {
	const parameters = parametersOf(request);
	const object = asText(parameters['object']);
	const callbackUrl = asText(parameters['callback_url']);
	const fields = readList(parameters['fields']);
	if (object === undefined) throw missingParameter('object');
	if (object !== OBJECT) {
		throw new GraphError(100, { message: `(#100) Param object must be one of {${OBJECT}}` });
	}
	if (callbackUrl === undefined) throw missingParameter('callback_url');
	for (const field of fields) {
		if (!WEBHOOK_FIELDS.includes(field)) {
			throw new GraphError(100, {
				message: `(#100) Param fields: ${field} is not a field of ${OBJECT}`,
			});
		}
	}
	await verifyCallback(world.outgoing, callbackUrl, asText(parameters['verify_token']) ?? '');
	world.subscriptions.setApp({
		callback_url: callbackUrl,
		fields: fields.length > 0 ? fields : (world.subscriptions.app?.fields ?? []),
	});
	return { status: 200, json: { success: true } };
}

/** `DELETE /{app}/subscriptions`: all of it, or the named fields. */
export function unsubscribe(world: World, request: Request): Answer {
	const gone = readList(parametersOf(request)['fields']);
	const { app } = world.subscriptions;
	const left = gone.length === 0 ? [] : (app?.fields ?? []).filter((one) => !gone.includes(one));
	world.subscriptions.setApp(app && left.length > 0 ? { ...app, fields: left } : undefined);
	return { status: 200, json: { success: true } };
}

/** `GET /debug_token`. Source: Meta, "Debug token"; shape in the reference §7. */
export function debugToken(world: World, request: Request): Answer {
	const input = request.query.get('input_token');
	if (input === null) throw missingParameter('input_token');
	const { accessToken, appId, businessAccountId } = world.credentials;
	if (input === appToken(world)) {
		return {
			status: 200,
			json: { data: { app_id: appId, type: 'APP', is_valid: true, scopes: [] } },
		};
	}
	const trouble =
		input === accessToken
			? tokenTrouble(world)
			: { message: 'Invalid OAuth access token - Cannot parse access token' };
	if (trouble !== undefined) {
		const error = { code: 190, ...trouble };
		return { status: 200, json: { data: { error, is_valid: false, scopes: [] } } };
	}
	const scopes = world.settings.token.state === 'missing_permission' ? [] : SCOPES;
	return {
		status: 200,
		json: {
			data: {
				app_id: appId,
				type: 'SYSTEM_USER',
				is_valid: true,
				expires_at: 0,
				scopes,
				granular_scopes: scopes.map((scope) => ({ scope, target_ids: [businessAccountId] })),
			},
		},
	};
}

/** `/oauth/access_token` for client credentials: the app's own token. */
export function getAppToken(world: World, request: Request): Answer {
	const parameters = parametersOf(request);
	const { appId, appSecret } = world.credentials;
	const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
	const [user, password] = Buffer.from(basic, 'base64').toString().split(':');
	const id = asText(parameters['client_id']) ?? user;
	const secret = asText(parameters['client_secret']) ?? password;
	if (id !== appId || secret !== appSecret) {
		throw new GraphError(1, { message: 'Error validating client secret.' });
	}
	return { status: 200, json: { access_token: appToken(world), token_type: 'bearer' } };
}
