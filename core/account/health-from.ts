import { asText, compact, isObject, listAt, numberAt, objectAt, textAt } from '../webhooks/json';
import type { JsonObject } from '../webhooks/json';
import type { AccountHealth, CanSend, HealthProblem, TemplateInTrouble } from './account-health';
import type { HealthAccount, HealthPorts, Reading } from './health';
import { messagingLimit } from './messaging-limit';
import { healthSentences } from './health-sentences';
import { standingSeen } from './standing-seen';
import { NO_MONEY } from './unpaid';

export interface HealthReadings {
	number: Reading<JsonObject>;
	business: Reading<JsonObject>;
	paused: Reading<TemplateInTrouble[]>;
	disabled: Reading<TemplateInTrouble[]>;
}

type Known = Pick<HealthPorts, 'usedToday' | 'seen' | 'refusedForMoney'> & {
	account: HealthAccount;
};

/** Worst first. */
const ORDER: readonly CanSend[] = ['no', 'limited', 'yes'];

/** Meta, "Messaging health status". */
const BY_HEALTH: Readonly<Record<string, CanSend>> = {
	BLOCKED: 'no',
	LIMITED: 'limited',
	AVAILABLE: 'yes',
};

/**
 * The status of a number, where it says more than that it is connected. FLAGGED and RESTRICTED numbers still answer, and
 * Meta refuses what they may not send; only what surely sends nothing is a no.
 */
const BY_STATUS: Readonly<Record<string, CanSend>> = {
	CONNECTED: 'yes',
	FLAGGED: 'limited',
	RESTRICTED: 'limited',
	RATE_LIMITED: 'limited',
	PENDING: 'no',
	BANNED: 'no',
	DELETED: 'no',
	DISCONNECTED: 'no',
	MIGRATED: 'no',
};

/** What was read, whatever it is → one answer. Never throws: a wrong type reads as absent. */
export function healthFrom(readings: HealthReadings, known: Known, now: number): AccountHealth {
	const number = valueOf(readings.number, {});
	const business = valueOf(readings.business, {});
	const entities = [number, business].flatMap((one) =>
		listAt(objectAt(one, 'health_status'), 'entities').filter(isObject),
	);
	const seen = standingSeen(known.seen ?? [], known.account, now);
	const health: Omit<AccountHealth, 'sentences'> = {
		canSend: canSend(number, business, seen),
		number: numberHealth(number, known.account),
		account: compact({
			id: known.account.businessAccountId,
			name: textAt(business, 'name'),
			status: textAt(business, 'status'),
			review: textAt(business, 'account_review_status'),
			verification: textAt(business, 'business_verification_status'),
			currency: textAt(business, 'currency'),
		}),
		messagingLimit: messagingLimit(tierOf(number) ?? tierOf(business), known.usedToday),
		...seen,
		templates: {
			paused: valueOf(readings.paused, []),
			disabled: valueOf(readings.disabled, []),
		},
		problems: [...problemsOf(entities), ...unpaidProblem(known.refusedForMoney)],
		unread: unreadOf(Object.values(readings) as Array<Reading<unknown>>),
		asOf: new Date(now).toISOString(),
	};
	return { ...health, sentences: healthSentences(health) };
}

const valueOf = <T>(reading: Reading<T>, none: T): T => (reading.ok ? reading.value : none);

const tierOf = (one: JsonObject) => textAt(one, 'whatsapp_business_manager_messaging_limit');

function numberHealth(number: JsonObject, account: HealthAccount): AccountHealth['number'] {
	const verification = textAt(number, 'code_verification_status');
	return compact({
		id: account.phoneNumberId,
		displayPhoneNumber: textAt(number, 'display_phone_number'),
		displayName: textAt(number, 'verified_name'),
		status: textAt(number, 'status'),
		quality: textAt(number, 'quality_rating'),
		nameStatus: textAt(number, 'name_status'),
		newNameStatus: textAt(number, 'new_name_status'),
		verified: verification === undefined ? undefined : verification === 'VERIFIED',
		throughput: textAt(objectAt(number, 'throughput'), 'level'),
	});
}

/** The worst of what Meta says now; what was seen earlier counts only where Meta says nothing. */
function canSend(
	number: JsonObject,
	business: JsonObject,
	{ ban, restrictions }: ReturnType<typeof standingSeen>,
): CanSend {
	const said = [
		healthOf(number),
		healthOf(business),
		BY_STATUS[textAt(number, 'status') ?? ''],
		textAt(business, 'account_review_status') === 'REJECTED' ? ('no' as const) : undefined,
	].filter((one) => one !== undefined);
	const worst = ORDER.find((one) => said.includes(one));
	if (worst === 'no') return worst;
	if (restrictions.some(({ type }) => type === 'RESTRICTED_BIZ_INITIATED_MESSAGING')) {
		return worst === undefined ? 'no' : 'limited';
	}
	return worst ?? (ban?.state === 'DISABLE' ? 'no' : 'unknown');
}

const healthOf = (one: JsonObject): CanSend | undefined =>
	BY_HEALTH[textAt(objectAt(one, 'health_status'), 'can_send_message') ?? ''];

/** The errors of Meta's entities, each once: the number's answer names the account and the business, too. */
function problemsOf(entities: readonly JsonObject[]): HealthProblem[] {
	const problems = new Map<string, HealthProblem>();
	for (const entity of entities) {
		for (const error of listAt(entity, 'errors').filter(isObject)) {
			const what =
				textAt(error, 'error_description') ?? 'WhatsApp names an error without saying more';
			const code = numberAt(error, 'error_code');
			const whatToDo =
				textAt(error, 'possible_solution') ?? 'Look into WhatsApp Manager › Overview.';
			problems.set(`${code} ${what}`, compact({ code, what, whatToDo }));
		}
		// Why something is limited: sentences without a code.
		for (const entry of listAt(entity, 'additional_info')) {
			const what = asText(entry);
			if (what) problems.set(what, { what, whatToDo: 'Look into WhatsApp Manager › Overview.' });
		}
	}
	return [...problems.values()];
}

/** Meta's own health knows nothing of money that has run out: it takes messages, and then does not send them. */
function unpaidProblem(at: number | undefined): HealthProblem[] {
	if (at === undefined) return [];
	return [
		{
			code: NO_MONEY,
			what: `WhatsApp refused a message for money on ${new Date(at).toISOString()}`,
			whatToDo:
				'Look at the payment method and open invoices in Meta’s Billing & payments. Then send one message and see whether it is delivered.',
		},
	];
}

function unreadOf(readings: Array<Reading<unknown>>): AccountHealth['unread'] {
	const byPart = new Map<string, AccountHealth['unread'][number]>();
	for (const one of readings) {
		if (!one.ok) byPart.set(one.part, { part: one.part, why: one.why });
	}
	return [...byPart.values()];
}
