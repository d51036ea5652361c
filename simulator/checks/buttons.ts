import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { BubbleButton } from '../phones/message.ts';
import { componentOf, type Template, type TemplateButton } from '../template.ts';
import { readTextValue } from './parameters.ts';

/** Meta's names of button kinds in its explanations, and the `sub_type` a message uses. */
const KINDS: Readonly<Record<string, { name: string; subType?: string }>> = {
	QUICK_REPLY: { name: 'QuickReply', subType: 'quick_reply' },
	URL: { name: 'Url', subType: 'url' },
	COPY_CODE: { name: 'CopyCode', subType: 'copy_code' },
	PHONE_NUMBER: { name: 'Call' },
};

/**
 * Checks the button components of a message against the template's buttons.
 *
 * @throws {GraphError} 131008 a parameter is missing · 100 unknown index, wrong sub_type, or a
 * parameter that the button does not take · 131009 a copy code that is too long
 */
export function fillButtons(template: Template, sent: JsonObject[]): BubbleButton[] {
	const buttons = componentOf(template, 'BUTTONS')?.buttons ?? [];
	const byIndex = new Map<number, JsonObject>();
	for (const component of sent) {
		const index = readIndex(component, buttons.length);
		if (byIndex.has(index)) refuse(`Button at index ${index} is given twice`);
		byIndex.set(index, component);
	}
	return buttons.map((button, index) => {
		const parameter = readParameter(button, index, byIndex.get(index));
		return { index, type: button.type, ...fillButton(template, button, index, parameter) };
	});
}

function readIndex(component: JsonObject, count: number): number {
	const given = asText(component['index']);
	if (given === undefined) {
		throw new GraphError(131008, { details: 'buttons: index is required' });
	}
	const index = Number(given);
	if (!Number.isInteger(index) || index < 0 || index >= count) {
		refuse(`Button at index ${given} does not exist in the template`);
	}
	return index;
}

function readParameter(
	button: TemplateButton,
	index: number,
	component: JsonObject | undefined,
): JsonObject | undefined {
	if (component === undefined) return undefined;
	const kind = KINDS[button.type] ?? { name: button.type };
	const subType = asText(component['sub_type'])?.toLowerCase();
	if (subType === undefined) {
		throw new GraphError(131008, { details: `buttons: sub_type is required at index ${index}` });
	}
	if (kind.subType === undefined || (button.type === 'URL' && !takesSuffix(button))) {
		refuse(`Button at index ${index} is of type ${kind.name} and does not support parameters`);
	}
	if (subType !== kind.subType) {
		refuse(`Button at index ${index} is of type ${kind.name}, not ${subType}`);
	}
	const parameters = asArray(component['parameters']);
	if (parameters.length > 1) refuse(`Button at index ${index} takes one parameter`);
	return asObject(parameters[0]);
}

function fillButton(
	template: Template,
	button: TemplateButton,
	index: number,
	parameter: JsonObject | undefined,
): Omit<BubbleButton, 'index' | 'type'> {
	const text = button.text ?? (button.type === 'COPY_CODE' ? 'Copy offer code' : '');
	if (button.type === 'URL') {
		if (!takesSuffix(button)) return { text, url: button.url ?? '' };
		if (asText(parameter?.['type']) !== 'text') requires(button, index);
		const suffix = readTextValue(parameter?.['text']);
		return { text, url: (button.url ?? '').replace(/\{\{\s*1\s*\}\}/, suffix) };
	}
	if (button.type === 'COPY_CODE') {
		const code = asText(parameter?.['coupon_code']);
		if (asText(parameter?.['type']) !== 'coupon_code' || code === undefined) {
			return requires(button, index);
		}
		// 15 characters, 20 for coupons (marketing) since 2025-12-03. Source: Meta, reference §1.
		const longest = template.category === 'MARKETING' ? 20 : 15;
		if (code.length > longest) {
			throw new GraphError(131009, {
				details: `buttons: coupon_code must be at most ${longest} characters`,
			});
		}
		return { text, code };
	}
	if (button.type === 'QUICK_REPLY') {
		if (parameter === undefined) return { text, payload: text };
		const payload = asText(parameter['payload']);
		if (asText(parameter['type']) !== 'payload' || payload === undefined) {
			return requires(button, index);
		}
		return { text, payload };
	}
	if (button.type === 'PHONE_NUMBER') return { text, phoneNumber: button.phone_number ?? '' };
	return { text };
}

function takesSuffix(button: TemplateButton): boolean {
	return button.url?.includes('{{') === true;
}

function requires(button: TemplateButton, index: number): never {
	const name = KINDS[button.type]?.name ?? button.type;
	throw new GraphError(131008, {
		details: `buttons: Button at index ${index} of type ${name} requires a parameter`,
	});
}

function refuse(details: string): never {
	throw new GraphError(100, { details: `buttons: ${details}` });
}
