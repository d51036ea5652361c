import type { Request } from '../http/router.ts';
import type { World } from '../world.ts';
import { GraphError } from './error.ts';

/** Who calls: the business's system user, or the app itself with `APP_ID|SECRET`. */
export type Caller = 'systemUser' | 'app';

/** The token of a call: bearer header, `OAuth` header, or `access_token` in the query. */
export function tokenOf(request: Request): string | undefined {
	const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
	return header?.trim() ?? request.query.get('access_token') ?? undefined;
}

/**
 * Says who calls. Source: Meta, "Access tokens", "Handling errors": 190 with HTTP 401, subcode 463
 * for an expired and 467 for an invalidated token.
 *
 * @throws {GraphError} 190
 */
export function identify(world: World, request: Request): Caller {
	const token = tokenOf(request);
	if (token === undefined) {
		throw new GraphError(190, {
			message: 'An access token is required to request this resource.',
		});
	}
	const { accessToken } = world.credentials;
	if (token === appToken(world)) return 'app';
	if (token !== accessToken) {
		throw new GraphError(190, {
			message: 'Invalid OAuth access token - Cannot parse access token',
		});
	}
	const trouble = tokenTrouble(world);
	if (trouble !== undefined) throw new GraphError(190, trouble);
	return 'systemUser';
}

/** Why the account's token is refused, if it is. */
export function tokenTrouble(world: World): { message: string; subcode: number } | undefined {
	const { state } = world.settings.token;
	const now = world.clock.now();
	if (state === 'expired') {
		return {
			subcode: 463,
			message:
				`Error validating access token: Session has expired on ${spell(now - 3_600_000)}. ` +
				`The current time is ${spell(now)}.`,
		};
	}
	if (state === 'revoked') {
		return {
			subcode: 467,
			message: 'Error validating access token: The session is invalid because the user logged out.',
		};
	}
	return undefined;
}

/**
 * Refuses a caller without the right to the account's data.
 *
 * @throws {GraphError} 131005 for messages, else 200
 */
export function requirePermission(world: World, caller: Caller, forMessages: boolean): void {
	if (caller === 'systemUser' && world.settings.token.state !== 'missing_permission') return;
	if (forMessages) {
		throw new GraphError(131005, {
			details: 'The token lacks the permission whatsapp_business_messaging.',
		});
	}
	throw new GraphError(200);
}

/** Only an app token may change the app's subscriptions. Source: Meta, "App › Subscriptions". */
export function requireApp(caller: Caller): void {
	if (caller === 'app') return;
	throw new GraphError(100, {
		type: 'OAuthException',
		message: '(#100) This method must be called with an app access_token.',
	});
}

export function appToken(world: World): string {
	return `${world.credentials.appId}|${world.credentials.appSecret}`;
}

/** `Sunday, 22-Nov-26 10:27:39 UTC`, the way Meta writes times in these messages. */
function spell(time: number): string {
	const date = new Date(time);
	const day = date.toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
	const month = date.toLocaleDateString('en-US', { month: 'short', timeZone: 'UTC' });
	const [days, years] = [date.getUTCDate(), date.getUTCFullYear() % 100].map((part) =>
		String(part).padStart(2, '0'),
	);
	return `${day}, ${days}-${month}-${years} ${date.toISOString().slice(11, 19)} UTC`;
}
