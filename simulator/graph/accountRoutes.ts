import type { Answer, Request } from '../http/router.ts';
import { messagingTier } from '../account/messagingTier.ts';
import { asText } from '../json.ts';
import { messageAnalytics } from '../money/messageAnalytics.ts';
import type { Funding } from '../money/moneyState.ts';
import { pricingAnalytics } from '../money/pricingAnalytics.ts';
import { verifyCallback } from '../webhooks/handshake.ts';
import type { World } from '../world.ts';
import { CREDIT_LINE_ID } from './creditRoutes.ts';
import { GraphError } from './error.ts';
import { fieldCall } from './fieldCalls.ts';
import { pickFields } from './fields.ts';
import { healthStatus } from './health.ts';
import { parametersOf } from './parameters.ts';

/** Source: Meta, "WhatsApp Business Account" reference; fields as listed in the reference §6. */
const NODE = {
	defaults: ['id', 'name', 'timezone_id', 'message_template_namespace'],
	known: [
		'id',
		'name',
		'currency',
		'timezone_id',
		'country',
		'status',
		'account_review_status',
		'business_verification_status',
		'health_status',
		'message_template_namespace',
		'on_behalf_of_business_info',
		'owner_business_info',
		'ownership_type',
		'primary_funding_id',
		'primary_business_location',
		'is_enabled_for_insights',
		'marketing_messages_onboarding_status',
		'whatsapp_business_manager_messaging_limit',
		'template_auto_archival_enabled',
		'creation_time',
		'analytics',
		'pricing_analytics',
	],
	nodeType: 'WhatsAppBusinessAccount',
};

/** Longest override address. Source: reference §3. */
const LONGEST_URI = 200;

/** `GET /{waba}`. */
export function getAccount(world: World, request: Request): Answer {
	const { businessAccountId, businessId } = world.credentials;
	const { funding, currency, timezoneId, creditLine } = world.money.state;
	const fields = request.query.get('fields');
	const messages = fieldCall(fields, 'analytics');
	const prices = fieldCall(fields, 'pricing_analytics');
	const node = {
		id: businessAccountId,
		name: 'Test Conf',
		currency,
		timezone_id: timezoneId,
		country: 'US',
		status: 'ACTIVE',
		account_review_status: world.account.state.review,
		business_verification_status: 'verified',
		health_status: healthStatus(world),
		message_template_namespace: 'c8ae5f90_307a_ca4c_b8f6_d1e2a2573574',
		owner_business_info: { name: 'Test Conf', id: businessId },
		ownership_type: funding === 'creditLine' && creditLine.partner ? 'CLIENT_OWNED' : 'SELF',
		primary_funding_id: fundingId(funding),
		is_enabled_for_insights: true,
		marketing_messages_onboarding_status: world.settings.marketingMessages.onboarded
			? 'ONBOARDED'
			: 'ELIGIBLE',
		whatsapp_business_manager_messaging_limit: messagingTier(world),
		analytics: messages && messageAnalytics(world, messages),
		pricing_analytics: prices && pricingAnalytics(world, prices),
		...world.settings.account.businessAccount,
	};
	return { status: 200, json: pickFields(node, fields, NODE) };
}

/** `GET /{waba}/subscribed_apps`. */
export function getSubscribedApps(world: World): Answer {
	const { account, accountOverride } = world.subscriptions;
	const app = {
		whatsapp_business_api_data: {
			id: world.credentials.appId,
			name: 'Test Conf messages',
			link: `https://www.facebook.com/games/?app_id=${world.credentials.appId}`,
		},
		...(accountOverride === undefined
			? {}
			: { override_callback_uri: accountOverride.override_callback_uri }),
	};
	return { status: 200, json: { data: account ? [app] : [] } };
}

/**
 * `POST /{waba}/subscribed_apps`; an empty one also clears the override.
 *
 * @throws {GraphError} 100 address too long, 2200 it does not answer the challenge
 */
export async function subscribeApp(world: World, request: Request): Promise<Answer> {
	const parameters = parametersOf(request);
	const uri = asText(parameters['override_callback_uri']);
	if (uri === undefined) {
		world.subscriptions.subscribeAccount(undefined);
	} else {
		if (uri.length > LONGEST_URI) {
			throw new GraphError(100, {
				message: `(#100) Param override_callback_uri must be at most ${LONGEST_URI} characters long.`,
			});
		}
		const verifyToken = asText(parameters['verify_token']) ?? '';
		await verifyCallback(world.outgoing, uri, verifyToken);
		world.subscriptions.subscribeAccount({
			override_callback_uri: uri,
			verify_token: verifyToken,
		});
	}
	return { status: 200, json: { success: true } };
}

/** `DELETE /{waba}/subscribed_apps`. */
export function unsubscribeApp(world: World): Answer {
	world.subscriptions.unsubscribeAccount();
	return { status: 200, json: { success: true } };
}

/** Meta, "Share and revoke credit lines": the funding id of an account on credit is the line's. */
function fundingId(funding: Funding): string | undefined {
	if (funding === 'none') return undefined;
	return funding === 'creditLine' ? CREDIT_LINE_ID : '604122548861253';
}
