import type { Clock } from '../../ports';
import { deliveryKeyTo } from '../../messages/delivery-key';
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
import { parseTemplateKey } from '../../templates/template';
import type { TemplateValues } from '../../templates/build-components';
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
 * The dry run of a notification: who gets it and who does not, by the checks Send Template itself makes: so
 * the two cannot disagree.
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
		const refusal = refusalOf(prepared, seen);
		const about = aboutRecipient(recipient);
		if (refusal || 'refused' in prepared) {
			leftOut.push({
				...about,
				...whyLeftOut(refusal ?? {}),
				...keyOf(prepared, recipient, check, keyBase),
				recipient: maskPhone(recipient.phone),
			});
			continue;
		}
		seen.add(prepared.ready.deliveryKey);
		ready.push({ ...about, ...readyFields(prepared, keyBase, recipient, check.defaults) });
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
		...(check.optOuts ? { optOuts: check.optOuts } : {}),
		settings: {
			dryRun: true,
			allowMarketing: check.allowMarketing === true,
			marketingMessages: 'off',
		},
		now: () => clock.now(),
	};
}

const requestFor = (
	{ phone, country, language, timeZone, values, consent }: Recipient,
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
	...(consent === undefined && !check.requireConsent ? {} : { consent: consent === true }),
});

/** The second time the same message would go to the same person, as the sender finds it in a batch. */
function refusalOf(
	prepared: PreparedItem | { refused: DeliveryOutcome },
	seen: ReadonlySet<string>,
): Partial<DeliveryOutcome> | undefined {
	if ('refused' in prepared) return prepared.refused;
	return seen.has(prepared.ready.deliveryKey) ? { reason: 'same_batch' } : undefined;
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
	const to = { to: phone, defaultCountry: country ?? check.defaultCountry };
	const key = deliveryKeyTo(keyBase, to, check.hashKey);
	return key === undefined ? {} : { key };
}

function readyFields(
	{ ready }: Extract<PreparedItem, { ready: unknown }>,
	keyBase: string,
	{ timeZone, values: own }: Recipient,
	defaults: TemplateValues = {},
) {
	// As given: the check has let a stand-in take the place of each picture, which must not be sent.
	const values = { ...defaults, ...own };
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
