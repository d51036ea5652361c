import { asText, type JsonObject } from '../json.ts';
import { monthOf } from '../money/calendar.ts';
import * as values from '../webhooks/accountValues.ts';
import type { WebhookChange } from '../webhooks/sender.ts';
import type { SendingNumber, World } from '../world.ts';
import { messagingTier, TIERS } from './messagingTier.ts';

/** What Meta does to an account: the webhooks that tell it, or a sentence why it cannot. */
export type AccountAction = (world: World, given: JsonObject) => WebhookChange[] | string;

const DAY_MS = 24 * 3_600_000;

/** Source: Meta, "account_update", `restriction_type`. */
export const RESTRICTIONS: readonly string[] = [
	'RESTRICTED_BIZ_INITIATED_MESSAGING',
	'RESTRICTED_CUSTOMER_INITIATED_MESSAGING',
	'RESTRICTED_ADD_PHONE_NUMBER_ACTION',
	'RESTRICTED_UTILITY_TEMPLATES',
	'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES',
	'RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING',
	'RESTRICTED_BUSINESS_INITIATED_CALLING',
	'RESTRICTED_USER_INITIATED_CALLING',
	'RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN',
];

const QUALITIES = ['GREEN', 'YELLOW', 'RED', 'UNKNOWN'];
const DECISIONS = ['APPROVED', 'REJECTED', 'PENDING', 'DEFERRED'];

/** `name_status` after a decision. Source: reference §6. */
const NAME_STATUS: Readonly<Record<string, string>> = {
	APPROVED: 'APPROVED',
	REJECTED: 'DECLINED',
	PENDING: 'PENDING_REVIEW',
	DEFERRED: 'PENDING_REVIEW',
};

export const ACCOUNT_ACTIONS: Readonly<Record<string, AccountAction>> = {
	ban(world, given) {
		const state = asText(given['state']) ?? 'DISABLE';
		if (state !== 'DISABLE' && state !== 'SCHEDULE_FOR_DISABLE') {
			return 'The state is DISABLE or SCHEDULE_FOR_DISABLE.';
		}
		const date = spellDate(world.clock.now());
		world.account.change({ ban: { state, date } });
		return [update(values.banValue(state, date))];
	},
	reinstate(world) {
		const { ban } = world.account.state;
		if (ban === undefined) return 'The account is not disabled.';
		world.account.change({ ban: undefined });
		return [update(values.banValue('REINSTATE', ban.date))];
	},
	restrict,
	lift(world, given) {
		const type = asText(given['type']);
		const left =
			type === undefined ? [] : world.account.restrictions.filter((one) => one.type !== type);
		if (left.length === world.account.restrictions.length) return 'There is no such restriction.';
		world.account.change({ restrictions: left });
		return [];
	},
	violation(world, given) {
		const type = asText(given['type']) ?? 'SPAM';
		world.account.change({ violation: { type, at: world.clock.now() } });
		return [update(values.violationValue(type))];
	},
	quality(world, given) {
		const quality = asText(given['quality']) ?? '';
		if (!QUALITIES.includes(quality)) return `The quality is one of ${QUALITIES.join(', ')}.`;
		const number = numberOf(world, given);
		if (typeof number === 'string') return number;
		const id = number.phoneNumberId;
		const wasRed = world.account.qualityOf(id) === 'RED';
		world.account.change({ quality: { ...world.account.state.quality, [id]: quality } });
		if (wasRed === (quality === 'RED')) return [];
		const event = wasRed ? 'UNFLAGGED' : 'FLAGGED';
		return [numberQuality(number, event, messagingTier(world, id))];
	},
	tier(world, given) {
		const tier = asText(given['tier']) ?? '';
		const limit = TIERS[tier];
		if (limit === undefined) return `The tier is one of ${Object.keys(TIERS).join(', ')}.`;
		const number = numberOf(world, given);
		if (typeof number === 'string') return number;
		const before = messagingTier(world, number.phoneNumberId);
		if (before === tier) return 'The messaging limit is this already.';
		world.account.change({ tier });
		const names = Object.keys(TIERS);
		const event = names.indexOf(tier) > names.indexOf(before) ? 'UPGRADE' : 'DOWNGRADE';
		return [
			{ field: 'business_capability_update', value: values.capabilityValue(limit) },
			numberQuality(number, event, tier),
		];
	},
	name(world, given) {
		const decision = asText(given['decision']) ?? '';
		const status = NAME_STATUS[decision];
		if (status === undefined) return `The decision is one of ${DECISIONS.join(', ')}.`;
		const number = numberOf(world, given);
		if (typeof number === 'string') return number;
		const { phoneNumberId, displayPhoneNumber, verifiedName } = number;
		const before = world.account.nameOf(phoneNumberId)?.name ?? verifiedName;
		const wanted = asText(given['name']) ?? before;
		const name = decision === 'APPROVED' ? wanted : before;
		world.account.change({
			names: { ...world.account.state.names, [phoneNumberId]: { name, status } },
		});
		const rejected = decision === 'REJECTED';
		const reason = rejected ? (asText(given['reason']) ?? 'UNKNOWN') : null;
		const value = values.nameValue(displayPhoneNumber, decision, wanted, reason);
		return [{ field: 'phone_number_name_update', value }];
	},
	review(world, given) {
		const decision = asText(given['decision']) ?? '';
		if (!DECISIONS.includes(decision)) return `The decision is one of ${DECISIONS.join(', ')}.`;
		world.account.change({ review: decision });
		return [{ field: 'account_review_update', value: { decision } }];
	},
	'volume-tier': (world, given) => {
		const now = world.clock.now();
		const value = values.volumeTierValue(now, {
			category: asText(given['category']) ?? 'UTILITY',
			tier: asText(given['tier']) ?? '250001:2000000',
			month: asText(given['month']) ?? monthOf(now, world.money.state.timeZone),
			region: asText(given['region']) ?? 'Brazil',
		});
		return [update(value)];
	},
	alert(world, given) {
		const entityType = asText(given['entity']) ?? 'PHONE_NUMBER';
		const { businessId, phoneNumberId } = world.credentials;
		const value = values.alertValue({
			entityType,
			entityId: entityType === 'BUSINESS' ? businessId : phoneNumberId,
			severity: asText(given['severity']) ?? 'CRITICAL',
			type: asText(given['alert']) ?? 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
			description: asText(given['description']) ?? 'Set in the simulator.',
		});
		return [{ field: 'account_alerts', value }];
	},
};

function restrict(world: World, given: JsonObject): WebhookChange[] | string {
	const type = asText(given['type']) ?? 'RESTRICTED_BIZ_INITIATED_MESSAGING';
	if (!RESTRICTIONS.includes(type)) return `The type is one of ${RESTRICTIONS.join(', ')}.`;
	const now = world.clock.now();
	const written = asText(given['until']);
	const until =
		written === undefined ? now + Number(given['days'] ?? 3) * DAY_MS : Date.parse(written);
	if (!(until > now)) return 'A restriction ends later than now: name days or until.';
	const remediation = asText(given['remediation']);
	const others = world.account.restrictions.filter((one) => one.type !== type);
	world.account.change({ restrictions: [...others, { type, until }] });
	const told = { type, until, ...(remediation === undefined ? {} : { remediation }) };
	return [update(values.restrictionValue([told]))];
}

function update(value: JsonObject): WebhookChange {
	return { field: 'account_update', value };
}

function numberQuality(number: SendingNumber, event: string, tier: string): WebhookChange {
	return {
		field: 'phone_number_quality_update',
		value: values.qualityValue(number.displayPhoneNumber, event, tier),
	};
}

function numberOf(world: World, given: JsonObject): SendingNumber | string {
	const id = asText(given['phoneNumberId']) ?? world.credentials.phoneNumberId;
	return world.numbers.get(id) ?? 'There is no such number.';
}

/** `April 17, 2025`, the way Meta writes it here. */
function spellDate(at: number): string {
	return new Date(at).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
}
