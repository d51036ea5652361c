import { GraphCallError } from '../graph/error';
import type { TemplateValues } from '../templates/build-components';
import { refusedMarketing, type OptOutList } from '../opt-outs/refused-marketing';
import { chooseTemplate, type TemplateChoice } from '../templates/choose-template';
import { listParameters } from '../templates/parameters';
import { refusedCategory, refusedPart } from '../templates/sendable';
import type { MessageTemplate } from '../templates/template';
import { aboutItem } from './about-item';
import { resolveHeaderMedia, type HeaderFiles } from './header-media';
import type { ItemRequest } from './item-request';
import type { DeliveryOutcome } from './outcome';
import { prepareDelivery, type PreparedDelivery } from './prepare-delivery';
import { normaliseRecipient } from './recipient';
import type { RunSettings } from './run-settings';

export interface Preparing extends HeaderFiles {
	/** What item `index` asks for; an exception refuses this item as `input_invalid`. */
	request(index: number): ItemRequest | Promise<ItemRequest>;
	/** All translations of a template, from Meta or from minutes ago. */
	translations(name: string): Promise<MessageTemplate[]>;
	hashKey: string;
	/** Who gets no marketing; left out where nobody is known to have opted out. */
	optOuts?: OptOutList;
	/** A dry run uploads nothing. */
	settings: Pick<RunSettings, 'dryRun' | 'allowMarketing' | 'marketingMessages'>;
	/** Milliseconds since 1970: an offer must not be over. */
	now(): number;
}

export type PreparedItem =
	{ ready: PreparedDelivery; values: TemplateValues } | { refused: DeliveryOutcome };

/** One item → a message that is ready to leave, or why it cannot. */
export async function prepareItem(index: number, run: Preparing): Promise<PreparedItem> {
	const item = await run.request(index);
	const refuse = (refused: DeliveryOutcome) => ({
		refused: { ...refused, ...aboutItem(item, run.hashKey) },
	});
	if (!item.templateName) {
		const message = 'No template is chosen';
		const whatToDo = 'Choose a template from the list.';
		return refuse({ outcome: 'skipped', reason: 'template_missing', message, whatToDo });
	}
	const translations = await readTranslations(item.templateName, run);
	if ('refused' in translations) return refuse(translations.refused);
	const choice = chooseForItem(item, translations.list, run);
	if (!choice.ok) {
		const { reason, message, whatToDo } = choice;
		return refuse({ outcome: 'skipped', reason, message, whatToDo });
	}
	const { template } = choice;
	const unwanted = await unwantedMarketing(template, item, run);
	if (unwanted) return refuse({ ...unwanted, language: template.language });
	const fields = mediaFieldsOf(template);
	// Dates and lists in the language that is sent, whichever was wished for.
	const values = item.valuesIn?.[template.language] ?? item.values;
	const media = run.settings.dryRun
		? { values: withPretendedMedia(values, fields) }
		: await resolveHeaderMedia(index, values, fields, run);
	if ('refused' in media) return refuse(media.refused);
	const prepared = prepareDelivery(
		{ to: item.to, template, values: media.values, keyBase: item.keyBase },
		{
			defaultCountry: item.defaultCountry,
			hashKey: run.hashKey,
			marketingMessages: run.settings.marketingMessages,
			moment: { now: run.now(), timeZone: item.timeZone },
		},
	);
	return 'ready' in prepared ? { ...prepared, values: media.values } : prepared;
}

/** The same, where an item that cannot even be read is an outcome and not an exception. */
export async function prepareSafely<T>(
	prepare: () => Promise<T>,
): Promise<T | { refused: DeliveryOutcome }> {
	try {
		return await prepare();
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		const whatToDo = 'Correct the input of this item and run it again.';
		return { refused: { outcome: 'skipped', reason: 'input_invalid', message, whatToDo } };
	}
}

/** To whom an item that is not looked at any further would have gone; nothing where it cannot even be read. */
export async function aboutSafely(
	index: number,
	run: Pick<Preparing, 'request' | 'hashKey'>,
): Promise<Partial<DeliveryOutcome>> {
	try {
		return aboutItem(await run.request(index), run.hashKey);
	} catch {
		// What is wrong with it is told when it is sent: now something else keeps it.
		return {};
	}
}

/** The translation an item asks for, where it may be sent as it is now. */
function chooseForItem(
	item: ItemRequest,
	translations: MessageTemplate[],
	{ settings }: Preparing,
): TemplateChoice {
	const choice = chooseForWishes(item.templateName, translations, item.languages);
	if (!choice.ok) return choice;
	const { template } = choice;
	const refusal =
		refusedPart(template) ??
		(settings.allowMarketing ? undefined : movedToMarketing(template, item));
	return refusal ? { ok: false, ...refusal } : choice;
}

/** Before its files are uploaded and its values looked at: of a message nobody wants, nothing is missing. */
async function unwantedMarketing(
	template: MessageTemplate,
	item: ItemRequest,
	{ hashKey, optOuts = NOBODY }: Preparing,
): Promise<DeliveryOutcome | undefined> {
	if (template.category !== 'MARKETING') return undefined;
	const recipient = normaliseRecipient(item.to, item.defaultCountry);
	if (!recipient.ok) return undefined;
	const { consent } = item;
	return await refusedMarketing({ to: recipient.e164, consent }, hashKey, optOuts);
}

const NOBODY: OptOutList = new Set<string>();

function movedToMarketing(template: MessageTemplate, item: ItemRequest) {
	if (template.category !== 'MARKETING') return undefined;
	const recipient = normaliseRecipient(item.to, item.defaultCountry);
	const country = recipient.ok ? recipient.country : undefined;
	return refusedCategory(template, { expected: item.category, country });
}

const MEDIA = ['image', 'video', 'document'];

const mediaFieldsOf = (template: MessageTemplate): string[] =>
	listParameters(template)
		.filter(({ kind }) => MEDIA.includes(kind))
		.map(({ id }) => id);

/** The first wish the template can be sent in; else why the last one cannot. */
function chooseForWishes(
	name: string,
	translations: MessageTemplate[],
	[first, ...others]: string[],
): TemplateChoice {
	let choice = chooseTemplate(name, translations, first);
	for (const language of others) {
		if (choice.ok) break;
		choice = chooseTemplate(name, translations, language);
	}
	return choice;
}

/** In a dry run a file stands for the upload it would be. */
function withPretendedMedia(values: TemplateValues, fields: readonly string[]): TemplateValues {
	const pretended = fields.map((field) => {
		const media = values[field];
		if (media instanceof Uint8Array) return [field, { id: 'file' }];
		const isNamed = typeof media === 'string' && media.trim() !== '';
		return [field, isNamed || typeof media === 'number' ? { id: String(media) } : media];
	});
	return { ...values, ...Object.fromEntries(pretended) };
}

async function readTranslations(
	name: string,
	run: Preparing,
): Promise<{ list: MessageTemplate[] } | { refused: DeliveryOutcome }> {
	try {
		return { list: await run.translations(name) };
	} catch (error) {
		const meta = error instanceof GraphCallError ? error.error : undefined;
		return {
			refused: {
				outcome: 'unsent',
				reason: meta?.class === 'auth' ? 'token_refused' : 'template_unreadable',
				message: `The template could not be read: ${error instanceof Error ? error.message : String(error)}`,
				whatToDo:
					meta?.whatToDo ?? 'Check the connection and the API address, then run this again.',
				...(meta ? { error: meta } : {}),
			},
		};
	}
}
