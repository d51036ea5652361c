import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { BubbleButton, Product } from '../phones/message.ts';
import type { Template, TemplateButton } from '../template.ts';
import { isCodeButton, oneTimeCode } from './authentication.ts';
import { readFlow } from './flow.ts';
import { readTextValue } from './parameters.ts';
import { readSections, wholeCatalog } from './shop.ts';

/** What a button is checked with. */
export interface ButtonContext {
	template: Template;
	/** What stands before explanations: the card. */
	where: string;
	isFlowBlocked(flowId: string): boolean;
	/** The product in the header, which a product button shows. */
	product?: Product;
}

interface Kind {
	/** The bubble's. */
	type: string;
	/** Meta's name in its explanations. */
	name: string;
	/** The `sub_type` a message uses; without one it takes no parameter. */
	subType?: string;
}

const KINDS: Readonly<Record<string, Omit<Kind, 'type'>>> = {
	QUICK_REPLY: { name: 'QuickReply', subType: 'QUICK_REPLY' },
	URL: { name: 'Url', subType: 'URL' },
	OTP: { name: 'Url', subType: 'URL' },
	COPY_CODE: { name: 'CopyCode', subType: 'COPY_CODE' },
	PHONE_NUMBER: { name: 'Call' },
	VOICE_CALL: { name: 'VoiceCall', subType: 'VOICE_CALL' },
	CATALOG: { name: 'Catalog', subType: 'CATALOG' },
	MPM: { name: 'Mpm', subType: 'MPM' },
	SPM: { name: 'Spm' },
	FLOW: { name: 'Flow', subType: 'FLOW' },
	ORDER_DETAILS: { name: 'OrderDetails', subType: 'ORDER_DETAILS' },
};

/** The label WhatsApp gives a button that has none. */
const LABELS: Readonly<Record<string, string>> = {
	COPY_CODE: 'Copy offer code',
	CATALOG: 'View catalog',
	MPM: 'View items',
	SPM: 'View',
};

export function kindOf(button: TemplateButton): Kind {
	const type = isCodeButton(button) ? 'OTP' : button.type.toUpperCase();
	return { type, ...(KINDS[type] ?? { name: type }) };
}

/** Whether a message may say anything about the button. */
export function takesParameters(button: TemplateButton): boolean {
	const { type, subType } = kindOf(button);
	return subType !== undefined && (type !== 'URL' || takesSuffix(button));
}

/** What the phone shows of a button, from what the message gave for it. */
export function fillButton(
	button: TemplateButton,
	index: number,
	component: JsonObject | undefined,
	context: ButtonContext,
): Omit<BubbleButton, 'index' | 'type'> {
	const { type, name } = kindOf(button);
	const text = button.text ?? LABELS[type] ?? '';
	const parameter = asObject(asArray(component?.['parameters'])[0]);
	const given = asText(parameter?.['type']);
	const where = `${context.where}buttons: Button at index ${index} of type ${name}`;
	const requires = (): never => {
		throw new GraphError(131008, { details: `${where} requires a parameter` });
	};
	switch (type) {
		case 'URL': {
			if (!takesSuffix(button)) return { text, url: button.url ?? '' };
			if (given !== 'text') requires();
			const suffix = readTextValue(parameter?.['text']);
			return { text, url: (button.url ?? '').replace(/\{\{\s*1\s*\}\}/, suffix) };
		}
		case 'OTP':
			if (given !== 'text') requires();
			return { text, ...oneTimeCode(button, readTextValue(parameter?.['text'])) };
		case 'COPY_CODE': {
			const code = asText(parameter?.['coupon_code']);
			if (given !== 'coupon_code' || code === undefined) return requires();
			const longest = longestCode(context.template);
			if (code.length > longest) {
				throw new GraphError(131009, {
					details: `${context.where}buttons: coupon_code must be at most ${longest} characters`,
				});
			}
			return { text, code };
		}
		case 'QUICK_REPLY': {
			if (parameter === undefined) return { text, payload: text };
			const payload = asText(parameter['payload']);
			if (given !== 'payload' || payload === undefined) return requires();
			return { text, payload };
		}
		case 'PHONE_NUMBER':
			return { text, phoneNumber: button.phone_number ?? '' };
		case 'CATALOG':
			if (parameter !== undefined && given !== 'action') requires();
			return { text, sections: wholeCatalog(asObject(parameter?.['action'])) };
		case 'MPM':
			if (given !== 'action') requires();
			return { text, sections: readSections(asObject(parameter?.['action']), where) };
		case 'SPM':
			return { text, sections: [{ products: context.product ? [context.product] : [] }] };
		case 'FLOW':
			return { text, flow: readFlow(button, component, where, context.isFlowBlocked) };
		case 'VOICE_CALL':
			checkCall(asArray(component?.['parameters']), where);
			return { text };
		default:
			return { text };
	}
}

/** Both are optional. Source: Meta, "Call button messages › Send a template". */
function checkCall(parameters: unknown[], where: string): void {
	for (const parameter of parameters.map((one) => asObject(one) ?? {})) {
		const minutes = Number(parameter['ttl_minutes'] ?? 1);
		const payload = asText(parameter['payload']) ?? '';
		if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 43_200 && payload.length <= 512) {
			continue;
		}
		throw new GraphError(131009, {
			details: `${where} takes ttl_minutes of 1 to 43200 and a payload of 512 characters`,
		});
	}
}

/**
 * 15 characters; 20 for coupons since 2025-12-03, but not beside a limited-time offer. Source:
 * Meta, "Coupon code templates", "Limited-time offer templates", reference §1.
 */
function longestCode(template: Template): number {
	const offer = template.components.some(({ type }) => type.toUpperCase() === 'LIMITED_TIME_OFFER');
	return template.category === 'MARKETING' && !offer ? 20 : 15;
}

function takesSuffix(button: TemplateButton): boolean {
	return button.url?.includes('{{') === true;
}
