import type { Clock } from '../../ports';
import { deliveryKey } from '../../messages/delivery-key';
import { FewFailures } from '../../messages/few-failures';
import type { ItemRequest } from '../../messages/item-request';
import type { DeliveryOutcome } from '../../messages/outcome';
import {
	prepareItem,
	prepareSafely,
	type PreparedItem,
	type Preparing,
} from '../../messages/prepare-item';
import { maskPhone, normaliseRecipient } from '../../messages/recipient';
import { MediaUploads } from '../../messages/upload-media';
import { parseTemplateKey, type MessageTemplate } from '../../templates/template';
import type { Recipient } from '../recipients/read-recipients';
import { keyBaseOf } from '../notification-id';
import type {
	CheckedRecipients,
	LeftOutRecipient,
	ReadyRecipient,
	RecipientCheck,
} from './checked';
import { costOf, priceFor } from './cost';
import { languageWishes, type Wishes } from './languages';
import { whyLeftOut } from './left-out';

/** Checking is synchronous work: let the engine breathe once per this many recipients. */
const BREATHE_EVERY = 100;

/**
 * The dry run of a notification: who gets it and who does not, by the checks Send Template itself makes, and before them
 * what only a list can tell: who has not agreed to marketing, and who has stopped it.
 *
 * Messages about a person's own order need no consent and reach also those who stopped marketing.
 */
export async function checkRecipients(
	check: RecipientCheck,
	{ clock }: { clock: Clock },
): Promise<CheckedRecipients> {
	const keyBase = keyBaseOf(check.notification);
	const chosen = parseTemplateKey(check.template);
	const translations = await check.translations(chosen.name);
	const wishesOf = languageWishes(chosen.language, check.language, translations);
	const run: Preparing = {
		...checksOnly(check, clock),
		translations: async () => translations,
		request: (index) =>
			requestFor(check.recipients[index] as Recipient, check, chosen.name, wishesOf, keyBase),
	};
	const seen = new Set<string>();
	const ready: ReadyRecipient[] = [];
	const leftOut: LeftOutRecipient[] = [];
	for (const [index, recipient] of check.recipients.entries()) {
		if (index % BREATHE_EVERY === BREATHE_EVERY - 1) await clock.sleep(0);
		const prepared = await prepareSafely(async () => await prepareItem(index, run));
		const refusal = refusalOf(prepared, recipient, { check, translations, seen });
		const about = aboutRecipient(recipient);
		if (refusal || 'refused' in prepared) {
			const why = refusal ?? (prepared as { refused: DeliveryOutcome }).refused;
			leftOut.push({
				...about,
				...whyLeftOut(why),
				...keyOf(prepared, recipient, check, keyBase),
				recipient: maskPhone(recipient.phone),
			});
			continue;
		}
		seen.add(prepared.ready.deliveryKey);
		ready.push({ ...about, ...readyFields(prepared, keyBase, recipient) });
	}
	const isMarketing = ready.some(({ category }) => category === 'MARKETING');
	const saysNothing = check.recipients.every(({ consent }) => consent === undefined);
	return { ready, leftOut, cost: costOf(ready), consentUnknown: isMarketing && saysNothing };
}

/** A run of the sender that claims, uploads and sends nothing. */
function checksOnly(
	check: RecipientCheck,
	clock: Clock,
): Omit<Preparing, 'request' | 'translations'> {
	const transport = async (): Promise<never> =>
		await Promise.reject(new Error('A check uploads nothing'));
	return {
		fileOf: () => undefined,
		failures: new FewFailures(),
		uploads: new MediaUploads({ transport, version: '', phoneNumberId: '', timeoutMs: 0 }),
		hashKey: check.hashKey,
		settings: {
			dryRun: true,
			allowMarketing: check.allowMarketing === true,
			marketingMessages: 'off',
		},
		now: () => clock.now(),
	};
}

const requestFor = (
	{ phone, country, language, timeZone, values }: Recipient,
	check: RecipientCheck,
	templateName: string,
	wishesOf: Wishes,
	keyBase: string,
): ItemRequest => ({
	to: phone,
	templateName,
	languages: wishesOf(language),
	values: { ...check.defaults, ...values },
	defaultCountry: country ?? check.defaultCountry,
	timeZone: check.timeZone ?? timeZone,
	keyBase,
});

interface Known {
	check: RecipientCheck;
	translations: readonly MessageTemplate[];
	/** Keys of those who get it already. */
	seen: ReadonlySet<string>;
}

/**
 * Why somebody who could be sent to is left out all the same. Who has stopped marketing is told as that, whatever else is
 * missing: nobody should look for a value that would not help.
 */
function refusalOf(
	prepared: PreparedItem | { refused: DeliveryOutcome },
	{ phone, country, consent }: Recipient,
	{ check, translations, seen }: Known,
): { reason: 'opted_out' | 'no_consent' | 'same_batch' } | undefined {
	const language =
		'ready' in prepared ? prepared.ready.template.language : prepared.refused.language;
	const template = translations.find((one) => one.language === language);
	const number = normaliseRecipient(phone, country ?? check.defaultCountry);
	if (number.ok && template?.category === 'MARKETING') {
		if (check.isOptedOut?.(number.e164)) return { reason: 'opted_out' };
		if (consent === false || (consent === undefined && check.requireConsent))
			return { reason: 'no_consent' };
	}
	return 'ready' in prepared && seen.has(prepared.ready.deliveryKey)
		? { reason: 'same_batch' }
		: undefined;
}

const aboutRecipient = ({ row, name, ticketType }: Recipient) => ({
	row,
	...(name === undefined ? {} : { name }),
	...(ticketType === undefined ? {} : { ticketType }),
});

function keyOf(
	prepared: PreparedItem | { refused: DeliveryOutcome },
	{ phone, country }: Recipient,
	check: RecipientCheck,
	keyBase: string,
): { key?: string } {
	if ('ready' in prepared) return { key: prepared.ready.deliveryKey };
	const number = normaliseRecipient(phone, country ?? check.defaultCountry);
	return number.ok ? { key: deliveryKey(keyBase, number.e164, check.hashKey) } : {};
}

function readyFields(
	{ ready, values }: Extract<PreparedItem, { ready: unknown }>,
	keyBase: string,
	{ timeZone }: Recipient,
) {
	const { to, template, deliveryKey: key } = ready;
	const number = normaliseRecipient(to);
	const country = number.ok ? number.country : undefined;
	const price = priceFor(country, template.category);
	return {
		to,
		language: template.language,
		template,
		category: template.category,
		values,
		...(country === undefined ? {} : { country }),
		...(price === undefined ? {} : { price }),
		keyBase,
		key,
		...(timeZone === undefined ? {} : { timeZone }),
	};
}
