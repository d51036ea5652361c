import type { Button, Header, Message } from '../types.ts';
import { filled, sampleValues } from './sampleValues.ts';
import type { Template, TemplateButton, TemplateComponent } from './types.ts';

/** A template with its samples in place, as a message that has arrived. */
export function previewMessage(template: Template, at: string): Message {
	const { id, name, language, category, components } = template;
	const part = (type: string) => components.find((one) => one.type.toUpperCase() === type);
	const header = headerOf(part('HEADER'));
	const body = textOf(part('BODY'));
	const footer = textOf(part('FOOTER'));
	const buttons = (part('BUTTONS')?.buttons ?? []).map(buttonOf);
	return {
		id: `preview-${id}`,
		direction: 'business',
		at,
		status: 'delivered',
		template: { name, language, category },
		...(header === undefined ? {} : { header }),
		...(body === undefined ? {} : { body }),
		...(footer === undefined ? {} : { footer }),
		...(buttons.length === 0 ? {} : { buttons }),
	};
}

function textOf(component: TemplateComponent | undefined): string | undefined {
	if (component?.text === undefined) return undefined;
	return filled(component.text, sampleValues(component));
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
		default:
			return undefined;
	}
}

function buttonOf(button: TemplateButton, index: number): Button {
	const type = button.type.toUpperCase();
	const [sample] = [button.example].flat();
	const shown = { index, type, text: button.text ?? type };
	if (type === 'URL') return { ...shown, url: addressOf(button.url ?? '', sample) };
	if (type === 'PHONE_NUMBER') return { ...shown, phoneNumber: button.phone_number ?? '' };
	if (type === 'COPY_CODE' && sample !== undefined) return { ...shown, code: sample };
	return shown;
}

/** Samples of addresses come whole or as what stands for the variable. */
function addressOf(url: string, sample: string | undefined): string {
	if (sample === undefined) return url;
	if (/^https?:/i.test(sample)) return sample;
	return url.replace(/\{\{[^{}]*\}\}/, sample);
}
