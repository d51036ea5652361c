import { jsonBody, type Answer, type Request } from '../http/router.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import { verifyCallback } from '../webhooks/handshake.ts';
import type { SendingNumber, World } from '../world.ts';
import { GraphError } from './error.ts';
import { pickFields } from './fields.ts';
import { messagingTier } from '../account/messagingTier.ts';
import { healthStatus } from './health.ts';
import { pageOf } from './paging.ts';

/** Source: Meta, "Phone number" reference; fields as listed in the reference §6. */
const NODE = {
	defaults: [
		'verified_name',
		'code_verification_status',
		'display_phone_number',
		'quality_rating',
		'platform_type',
		'throughput',
		'webhook_configuration',
	],
	known: [
		'id',
		'verified_name',
		'display_phone_number',
		'status',
		'quality_rating',
		'code_verification_status',
		'name_status',
		'new_name_status',
		'account_mode',
		'platform_type',
		'throughput',
		'is_pin_enabled',
		'is_on_biz_app',
		'is_official_business_account',
		'webhook_configuration',
		'whatsapp_business_manager_messaging_limit',
		'messaging_limit_tier',
		'health_status',
	],
	nodeType: 'WhatsAppBusinessPhoneNumber',
};

/** `GET /{number}`. */
export function getNumber(world: World, number: SendingNumber, request: Request): Answer {
	return {
		status: 200,
		json: pickFields(numberNode(world, number), request.query.get('fields'), NODE),
	};
}

/** `GET /{waba}/phone_numbers`. */
export function listNumbers(world: World, request: Request): Answer {
	const { items, paging } = pageOf([...world.numbers.values()], request);
	const fields = request.query.get('fields');
	const data = items.map((number) => pickFields(numberNode(world, number), fields, NODE));
	return { status: 200, json: { data, ...(paging === undefined ? {} : { paging }) } };
}

/**
 * `POST /{number}`: sets or, with an empty address, removes the number's webhook override.
 * Source: Meta, "Webhooks › Overrides", reference §3.
 *
 * @throws {GraphError} 100 nothing to change, 2200 the address does not answer the challenge
 */
export async function updateNumber(
	world: World,
	number: SendingNumber,
	request: Request,
): Promise<Answer> {
	const configuration = asObject(asObject(jsonBody(request))?.['webhook_configuration']);
	if (configuration === undefined) throw new GraphError(100);
	const uri = asText(configuration['override_callback_uri']);
	if (uri === undefined) {
		world.subscriptions.setNumberOverride(number.phoneNumberId, undefined);
	} else {
		const verifyToken = asText(configuration['verify_token']) ?? '';
		await verifyCallback(world.outgoing, uri, verifyToken);
		world.subscriptions.setNumberOverride(number.phoneNumberId, {
			override_callback_uri: uri,
			verify_token: verifyToken,
		});
	}
	return { status: 200, json: { success: true } };
}

function numberNode(world: World, number: SendingNumber): JsonObject {
	const { phoneNumberId } = number;
	const limit = world.settings.throughput[phoneNumberId] ?? 80;
	return {
		id: phoneNumberId,
		verified_name: world.account.nameOf(phoneNumberId)?.name ?? number.verifiedName,
		display_phone_number: number.displayPhoneNumber,
		status: world.account.statusOf(phoneNumberId),
		quality_rating: world.account.qualityOf(phoneNumberId),
		code_verification_status: 'VERIFIED',
		name_status: world.account.nameOf(phoneNumberId)?.status ?? 'APPROVED',
		new_name_status: 'NONE',
		account_mode: 'LIVE',
		platform_type: 'CLOUD_API',
		throughput: { level: limit >= 1000 ? 'HIGH' : 'STANDARD' },
		is_pin_enabled: true,
		is_on_biz_app: false,
		is_official_business_account: false,
		webhook_configuration: webhookConfiguration(world, phoneNumberId),
		whatsapp_business_manager_messaging_limit: messagingTier(world, phoneNumberId),
		health_status: healthStatus(world, phoneNumberId),
		...world.settings.account.number,
	};
}

function webhookConfiguration(world: World, phoneNumberId: string): JsonObject | undefined {
	const number = world.subscriptions.numberOverride(phoneNumberId)?.override_callback_uri;
	const account = world.subscriptions.accountOverride?.override_callback_uri;
	const application = world.subscriptions.app?.callback_url;
	if (number === undefined && account === undefined && application === undefined) {
		return undefined;
	}
	return {
		...(number === undefined ? {} : { phone_number: number }),
		...(account === undefined ? {} : { whatsapp_business_account: account }),
		...(application === undefined ? {} : { application }),
	};
}
