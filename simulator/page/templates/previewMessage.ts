import { t } from '../i18n.ts';
import type { Card, Header, Message, Offer } from '../types.ts';
import { previewButtons } from './previewButtons.ts';
import { filled, sampleValues } from './sampleValues.ts';
import type { Template, TemplateComponent } from './types.ts';

/** How long an offer still lasts in a preview: a template does not say. */
const offerMs = 24 * 3_600_000;

/** A template with its samples in place, as a message that arrived at that time. */
export function previewMessage(template: Template, at: string): Message {
	const { id, name, language, category, components } = template;
	const { header, body, buttons } = bubbleOf(components);
	const footer = textOf(partOf(components, 'FOOTER'));
	const code = buttons?.find((button) => button.type === 'COPY_CODE')?.code;
	const offer = offerOf(partOf(components, 'LIMITED_TIME_OFFER'), at, code);
	const cards = (partOf(components, 'CAROUSEL')?.cards ?? []).map((card, index): Card => ({
		index,
		...bubbleOf(card.components ?? []),
	}));
	return {
		id: `preview-${id}`,
		direction: 'business',
		at,
		status: 'delivered',
		template: { name, language, category },
		...(header === undefined ? {} : { header }),
		...(offer === undefined ? {} : { offer }),
		...(body === undefined ? {} : { body }),
		...(footer === undefined ? {} : { footer }),
		...(buttons === undefined ? {} : { buttons }),
		...(cards.length === 0 ? {} : { cards }),
	};
}

function partOf(components: TemplateComponent[], type: string): TemplateComponent | undefined {
	return components.find((component) => component.type.toUpperCase() === type);
}

/** What a message and a card have in common. */
function bubbleOf(components: TemplateComponent[]): Pick<Card, 'header' | 'body' | 'buttons'> {
	const header = headerOf(partOf(components, 'HEADER'));
	const body = textOf(partOf(components, 'BODY'));
	const buttons = previewButtons(partOf(components, 'BUTTONS')?.buttons ?? []);
	return {
		...(header === undefined ? {} : { header }),
		...(body === undefined ? {} : { body }),
		...(buttons.length === 0 ? {} : { buttons }),
	};
}

function textOf(component: TemplateComponent | undefined): string | undefined {
	if (component?.text === undefined) return undefined;
	return filled(component.text, sampleValues(component));
}

function offerOf(
	component: TemplateComponent | undefined,
	at: string,
	code: string | undefined,
): Offer | undefined {
	const offer = component?.limited_time_offer;
	if (offer === undefined) return undefined;
	const end = new Date(Date.parse(at) + offerMs).toISOString();
	return {
		text: offer.text ?? '',
		...(offer.has_expiration === true ? { expiresAt: end } : {}),
		...(code === undefined ? {} : { code }),
	};
}

function headerOf(component: TemplateComponent | undefined): Header | undefined {
	const [url] = [component?.example?.['header_handle']].flat();
	const address = typeof url === 'string' ? { url } : {};
	switch (component?.format?.toUpperCase()) {
		case 'TEXT':
			return { type: 'text', text: textOf(component) ?? '' };
		case 'IMAGE':
			return { type: 'image', ...address };
		case 'VIDEO':
		case 'GIF':
			return { type: 'video', ...address };
		case 'DOCUMENT':
			return { type: 'document', mimeType: 'application/pdf', ...address };
		case 'LOCATION':
			// The place comes with the message; a template has no sample of it.
			return { type: 'location', latitude: NaN, longitude: NaN };
		case 'PRODUCT':
			// So does the product.
			return { type: 'product', product: { retailerId: '', name: t('anyProduct'), price: '' } };
		default:
			return undefined;
	}
}
