import type { DefinitionButton, OtherButton } from './definition';
import { fieldsBeside, isObject, sameJson, type JsonObject } from './json';

/** A button of a definition → Meta's; what the definition says wins over the fields kept beside it. */
export function toMetaButton(button: DefinitionButton | OtherButton): unknown {
	switch (button.type) {
		case 'other':
			return button.meta;
		case 'quick_reply':
			return { ...button.other, type: 'QUICK_REPLY', text: button.text };
		case 'url':
			return {
				...button.other,
				type: 'URL',
				text: button.text,
				url: button.url,
				...(button.sample === undefined ? {} : { example: [button.sample] }),
			};
		case 'phone':
			return {
				...button.other,
				type: 'PHONE_NUMBER',
				text: button.text,
				phone_number: button.phone,
			};
		case 'copy_code':
			return {
				...button.other,
				type: 'COPY_CODE',
				...(button.text === undefined ? {} : { text: button.text }),
				example: button.sample,
			};
	}
}

/** Meta's button → one of a definition, or untouched where a definition cannot say the same. */
export function fromMetaButton(meta: unknown): DefinitionButton | OtherButton {
	const read = isObject(meta) ? readButton(meta) : undefined;
	return read && sameJson(toMetaButton(read), meta) ? read : { type: 'other', meta };
}

function readButton(meta: JsonObject): DefinitionButton | undefined {
	const { type, text, url, phone_number: phone, example } = meta;
	const beside = (...known: string[]) => {
		const other = fieldsBeside(meta, ['type', ...known]);
		return other ? { other } : {};
	};
	if (type === 'COPY_CODE' && typeof example === 'string') {
		return typeof text === 'string'
			? { type: 'copy_code', sample: example, text, ...beside('example', 'text') }
			: { type: 'copy_code', sample: example, ...beside('example') };
	}
	if (typeof text !== 'string') return undefined;
	if (type === 'QUICK_REPLY') return { type: 'quick_reply', text, ...beside('text') };
	if (type === 'PHONE_NUMBER' && typeof phone === 'string') {
		return { type: 'phone', text, phone, ...beside('text', 'phone_number') };
	}
	if (type !== 'URL' || typeof url !== 'string') return undefined;
	const sample = Array.isArray(example) && example.length === 1 ? example[0] : undefined;
	return typeof sample === 'string'
		? { type: 'url', text, url, sample, ...beside('text', 'url', 'example') }
		: { type: 'url', text, url, ...beside('text', 'url') };
}
