import { isObject, type JsonObject } from '../json';
import { samplesOf, type Filling } from './filling';
import { plainText } from './marked-text';
import type { Inline, PreviewHeader } from './model';
import type { Words } from './words';

/** A header of a template, or of a card: `prefix` is then `card_<i>_`. */
export function headerOf(
	component: JsonObject | undefined,
	filling: Filling,
	words: Words,
	prefix = '',
): PreviewHeader | undefined {
	if (!component) return undefined;
	const format = typeof component.format === 'string' ? component.format : 'TEXT';
	const id = `${prefix}header_media`;
	switch (format) {
		case 'IMAGE':
		case 'VIDEO':
		case 'GIF': {
			const link = linkOf(filling.value([id])) ?? linkOf(sampleFile(component));
			const value = filling.given([id]);
			return {
				kind: format.toLowerCase() as 'image' | 'video' | 'gif',
				...(link === undefined ? {} : { link }),
				...(value === undefined ? {} : { value }),
			};
		}
		case 'DOCUMENT':
			return documentOf(component, filling, prefix);
		case 'LOCATION':
			return placeOf(filling, words, prefix);
		case 'PRODUCT': {
			const ids = prefix === '' ? ['header_product'] : [`${prefix}product`];
			const value = filling.given(ids);
			return value === undefined ? { kind: 'product' } : { kind: 'product', value };
		}
		default:
			return textOf(component, filling);
	}
}

function textOf(component: JsonObject, filling: Filling): PreviewHeader | undefined {
	if (typeof component.text !== 'string') return undefined;
	const samples = samplesOf(component, 'header');
	const { text, atoms } = filling.text(component.text, (name) => ({
		ids: [`header_${name}`],
		name,
		sample: samples.get(name),
	}));
	return { kind: 'text', text: plainText(text, atoms) };
}

function documentOf(component: JsonObject, filling: Filling, prefix: string): PreviewHeader {
	const id = `${prefix}header_media`;
	const named = fileNameOf(linkOf(filling.value([id])) ?? linkOf(sampleFile(component)));
	const fileName = filling.one({
		ids: [`${prefix}header_filename`],
		name: 'file name',
		sample: named ?? 'document.pdf',
	});
	const value = filling.given([id]);
	return { kind: 'document', fileName, ...(value === undefined ? {} : { value }) };
}

function placeOf(filling: Filling, words: Words, prefix: string): PreviewHeader {
	const ids = [`${prefix}header_location`];
	const given = filling.value(ids);
	const place = typeof given === 'string' ? parsed(given) : given;
	if (isObject(place)) {
		const line = (value: unknown): Inline[] =>
			typeof value === 'string' ? [{ kind: 'text', text: value }] : [];
		return { kind: 'location', place: line(place.name), address: line(place.address) };
	}
	const value = filling.given(ids);
	const sample = (id: string, text: string) => filling.one({ ids: [id], name: id, sample: text });
	return value
		? { kind: 'location', place: value, address: [] }
		: {
				kind: 'location',
				place: sample('header_location', words.place),
				address: sample('header_location', words.address),
			};
}

const parsed = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/**
 * A catalogue message has the picture of a product in place of a header. Source: Meta, "Catalog
 * templates", `thumbnail_product_retailer_id`.
 */
export function thumbnailOf(
	component: JsonObject | undefined,
	filling: Filling,
): PreviewHeader | undefined {
	const buttons: unknown[] = Array.isArray(component?.buttons) ? component.buttons : [];
	const at = buttons.findIndex((button) => isObject(button) && button.type === 'CATALOG');
	if (at < 0) return undefined;
	const value = filling.given([`button_${at}`]);
	return value === undefined ? { kind: 'product' } : { kind: 'product', value };
}

/** The stored sample of a header: a link, or a handle that says nothing to anybody. */
function sampleFile({ example }: JsonObject): unknown {
	const handles = isObject(example) ? example.header_handle : undefined;
	return Array.isArray(handles) ? handles[0] : handles;
}

/** A public https link, which is the only thing a preview loads. */
function linkOf(value: unknown): string | undefined {
	const link = isObject(value) ? value.link : value;
	return typeof link === 'string' && /^https:\/\/[^\s"'<>\\`]{1,4000}$/i.test(link)
		? link
		: undefined;
}

const fileNameOf = (link: string | undefined): string | undefined =>
	/\/([^/?#]+\.[a-z0-9]{2,5})(?:[?#]|$)/i.exec(link?.replace(/^https:\/\/[^/]+/i, '') ?? '')?.[1];
