import { GraphCallError } from '../graph/error';
import type { TemplateValues } from '../templates/build-components';
import { chooseTemplate, type TemplateChoice } from '../templates/choose-template';
import type { MessageTemplate } from '../templates/template';
import { resolveHeaderMedia, type HeaderFiles } from './header-media';
import type { ItemRequest } from './item-request';
import type { DeliveryOutcome } from './outcome';
import { prepareDelivery, type PreparedDelivery } from './prepare-delivery';
import { maskPhone } from './recipient';

export interface Preparing extends HeaderFiles {
	/** What item `index` asks for; an exception refuses this item as `input_invalid`. */
	request(index: number): ItemRequest | Promise<ItemRequest>;
	/** All translations of a template, from Meta or from minutes ago. */
	translations(name: string): Promise<MessageTemplate[]>;
	hashKey: string;
	/** A dry run uploads nothing. */
	dryRun: boolean;
}

export type PreparedItem =
	{ ready: PreparedDelivery; values: TemplateValues } | { refused: DeliveryOutcome };

/** One item → a message that is ready to leave, or why it cannot. */
export async function prepareItem(index: number, run: Preparing): Promise<PreparedItem> {
	const item = await run.request(index);
	const about = { recipient: maskPhone(item.to), template: item.templateName || undefined };
	if (!item.templateName) {
		const message = 'No template is chosen';
		const whatToDo = 'Choose a template from the list.';
		return {
			refused: { outcome: 'skipped', reason: 'template_missing', message, whatToDo, ...about },
		};
	}
	const translations = await readTranslations(item.templateName, run);
	if ('refused' in translations) return { refused: { ...translations.refused, ...about } };
	const choice = chooseForWishes(item.templateName, translations.list, item.languages);
	if (!choice.ok) {
		const { reason, message, whatToDo } = choice;
		return { refused: { outcome: 'skipped', reason, message, whatToDo, ...about } };
	}
	const media = run.dryRun
		? { values: withPretendedMedia(item.values) }
		: await resolveHeaderMedia(index, item.values, run);
	if ('refused' in media) return { refused: { ...media.refused, ...about } };
	const prepared = prepareDelivery(
		{ to: item.to, template: choice.template, values: media.values, keyBase: item.keyBase },
		{ defaultCountry: item.defaultCountry, hashKey: run.hashKey },
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
function withPretendedMedia(values: TemplateValues): TemplateValues {
	const media = values.header_media;
	if (media instanceof Uint8Array) return { ...values, header_media: { id: 'file' } };
	return typeof media === 'string' && media.trim() !== ''
		? { ...values, header_media: { id: media } }
		: values;
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
