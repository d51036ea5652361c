import { jsonBody, type Answer, type Router } from '../http/router.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import { healthStatus } from '../graph/health.ts';
import type { WebhookChange } from '../webhooks/sender.ts';
import type { World } from '../world.ts';
import { ACCOUNT_ACTIONS } from './actions.ts';
import { messagingTier, reachedToday, TIERS } from './messagingTier.ts';

/** The fields that tell of the account. Source: reference §3. */
const FIELDS = [
	'account_update',
	'account_alerts',
	'account_review_update',
	'business_capability_update',
	'phone_number_quality_update',
	'phone_number_name_update',
];

/** A webhook that went out, and how its first try was answered. */
export interface Told {
	field: string;
	event: string;
	/** `null` when nobody has subscribed the field. */
	url: string | null;
	status?: number;
	ms?: number;
	error?: string;
}

/** Adds `/sim/account`. See CONTROL-API.md, "Account". */
export function addAccountControlRoutes(router: Router, world: World): void {
	router
		.add('GET', '/sim/account', () => ok(describeAccount(world)))
		.add('POST', '/sim/account/:action', async (request) => {
			const name = request.params['action'] ?? '';
			const given = asObject(jsonBody(request)) ?? {};
			const act = Object.hasOwn(ACCOUNT_ACTIONS, name) ? ACCOUNT_ACTIONS[name] : undefined;
			if (act === undefined) {
				return refuse(`The action is one of ${Object.keys(ACCOUNT_ACTIONS).join(', ')}.`);
			}
			const changes = act(world, given);
			if (typeof changes === 'string') return refuse(changes);
			const copies = 1 + Math.min(20, Math.max(0, Number(given['duplicates'] ?? 0) || 0));
			const all = changes.flatMap((change) => Array.from({ length: copies }, () => change));
			const told = await Promise.all(all.map((change) => tell(world, change)));
			return ok({ account: describeAccount(world), told });
		});
}

/** `GET /sim/account`. */
export function describeAccount(world: World): JsonObject {
	const { ban, violation, review } = world.account.state;
	const tier = messagingTier(world, world.credentials.phoneNumberId);
	return {
		ban: ban ?? null,
		restrictions: world.account.restrictions.map(({ type, until }) => ({
			type,
			until: until === undefined ? null : new Date(until).toISOString(),
		})),
		violation:
			violation === undefined
				? null
				: { type: violation.type, at: new Date(violation.at).toISOString() },
		review,
		tier,
		limit: TIERS[tier] ?? null,
		used: reachedToday(world),
		numbers: [...world.numbers.values()].map((number) => ({
			id: number.phoneNumberId,
			display: number.displayPhoneNumber,
			name: world.account.nameOf(number.phoneNumberId)?.name ?? number.verifiedName,
			status: world.account.statusOf(number.phoneNumberId),
			quality: world.account.qualityOf(number.phoneNumberId),
			nameStatus: world.account.nameOf(number.phoneNumberId)?.status ?? 'APPROVED',
		})),
		canSend: healthStatus(world, world.credentials.phoneNumberId)['can_send_message'],
		subscribed: Object.fromEntries(
			FIELDS.map((field) => [field, world.subscriptions.destination(field) ?? null]),
		),
	};
}

async function tell(world: World, change: WebhookChange): Promise<Told> {
	const { field } = change;
	const value = asObject(change.value) ?? {};
	const alert = asObject(value['alert_info']);
	const event = asText(value['event'] ?? value['decision'] ?? alert?.['alert_type']) ?? field;
	const url = world.subscriptions.destination(field);
	if (url === undefined) return { field, event, url: null };
	const { status, ms, error } = await world.webhooks.post(url, [[change]]);
	return { field, event, url, status, ms, ...(error === undefined ? {} : { error }) };
}

function ok(json: unknown): Answer {
	return { status: 200, json };
}

function refuse(error: string): Answer {
	return { status: 400, json: { error } };
}
