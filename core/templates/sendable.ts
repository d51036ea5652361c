import { pricesOf } from '../credits/price-difference';
import { headerFormatOf } from './header-parameters';
import { isObject } from './json';
import { placeholdersOf } from './placeholders';
import { componentOf, type MessageTemplate } from './template';

export interface TemplateRefusal {
	reason:
		| 'template_unknown'
		| 'template_language'
		| 'template_not_approved'
		| 'template_paused'
		| 'template_category'
		| 'template_unsupported';
	message: string;
	whatToDo: string;
}

/** What a status keeps from being sent, in people's words: `“welcome” (ja) is …`. */
const STATUSES: Record<string, [is: string, whatToDo: string]> = {
	PENDING: [
		'is in review at WhatsApp',
		'Wait for the approval, a day at most, or choose an approved template.',
	],
	IN_APPEAL: [
		'was rejected, and WhatsApp is looking at it again',
		'Wait for the decision, or choose an approved template.',
	],
	REJECTED: [
		'was rejected by WhatsApp',
		'Correct it and ask for approval again, or choose an approved template.',
	],
	PAUSED: [
		'is paused by WhatsApp for low quality',
		'Wait until the pause ends, or choose another template.',
	],
	DISABLED: [
		'was disabled by WhatsApp, for low quality or a policy',
		'It cannot be sent any more: create a new template, or choose another.',
	],
	PENDING_DELETION: [
		'is being deleted',
		'Choose another template. Its name is free again in 30 days.',
	],
	DELETED: ['was deleted', 'Choose another template. Its name is free again after 30 days.'],
	LIMIT_EXCEEDED: [
		'was not taken: the account has as many templates as it may have',
		'Delete templates nobody uses, then submit it again.',
	],
	ARCHIVED: [
		'is archived, as nothing was sent with it for a year',
		'Take it out of the archive in WhatsApp Manager, or choose another template.',
	],
};

const titleOf = ({ name, language }: MessageTemplate) => `“${name}” (${language})`;

/** Only an approved template can be sent; why this one cannot, or undefined. */
export function refusedStatus(template: MessageTemplate): TemplateRefusal | undefined {
	const { status } = template;
	if (status === 'APPROVED') return undefined;
	const [is, whatToDo] = Object.hasOwn(STATUSES, status)
		? (STATUSES[status] as [string, string])
		: [
				`is not approved: its status is ${status}`,
				'Wait for the approval, or choose an approved template.',
			];
	const reason = status === 'PAUSED' ? 'template_paused' : 'template_not_approved';
	return { reason, message: `${titleOf(template)} ${is}`, whatToDo };
}

/**
 * A template somebody asked for as utility that WhatsApp has moved to marketing: it costs several times
 * as much, and people who stopped marketing do not get it. A change that is only announced
 * (`correct_category`) is none yet, and what was marketing from the start is sent.
 *
 * @param about.expected the category a planned message counts on
 * @param about.country two letters, of the recipient: prices of this country
 */
export function refusedCategory(
	template: MessageTemplate,
	{ expected, country }: { expected?: string; country?: string } = {},
): TemplateRefusal | undefined {
	if (template.category !== 'MARKETING') return undefined;
	const was = cheaper(template.previousCategory) ?? cheaper(expected);
	if (was === undefined) return undefined;
	const costs = pricesOf(was, 'MARKETING', country)?.text ?? 'it costs more';
	return {
		reason: 'template_category',
		message: `${titleOf(template)} counts as marketing now, and was meant as ${was.toLowerCase()}: ${costs}, and people who stopped marketing do not get it`,
		whatToDo:
			'Take what advertises out of its text and ask for utility again, or switch on the option that sends it although it is marketing now.',
	};
}

/** Asked for as something else, and marketing by Meta’s word. */
export const isMovedToMarketing = (template: MessageTemplate): boolean =>
	template.category === 'MARKETING' && cheaper(template.previousCategory) !== undefined;

const cheaper = (category: string | undefined): string | undefined =>
	category === 'UTILITY' || category === 'AUTHENTICATION' ? category : undefined;

const HEADERS = ['TEXT', 'IMAGE', 'VIDEO', 'GIF', 'DOCUMENT', 'LOCATION', 'PRODUCT'];
const COMPONENTS = ['HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'];

/** A part WhatsApp wants a value for that nothing here can give; kinds that need none do no harm. */
export function refusedPart(template: MessageTemplate): TemplateRefusal | undefined {
	if (!unknownParts.has(template)) unknownParts.set(template, unknownPart(template));
	const part = unknownParts.get(template);
	if (part === undefined) return undefined;
	return {
		reason: 'template_unsupported',
		message: `${titleOf(template)} has ${part}, which Send Template cannot fill`,
		whatToDo: 'Choose another template, or look for a newer version of this node.',
	};
}

/** Looked for once, and not for each of ten thousand messages. */
const unknownParts = new WeakMap<MessageTemplate, string | undefined>();

function unknownPart(template: MessageTemplate): string | undefined {
	const header = componentOf(template, 'HEADER');
	const format = header && headerFormatOf(header);
	if (format && !HEADERS.includes(format)) return `a header of the kind ${format}`;
	const buttons = componentOf(template, 'BUTTONS')?.buttons;
	// A payment needs the whole order (Meta, "Checkout button templates").
	const pays = (Array.isArray(buttons) ? buttons : []).some(
		(button) => String(button?.type).toUpperCase() === 'ORDER_DETAILS',
	);
	if (pays) return 'a payment button';
	const other = template.components.find(
		({ type, ...rest }) => !COMPONENTS.includes(type.toUpperCase()) && hasVariable(rest),
	);
	return other && `a part of the kind ${other.type} with variables`;
}

function hasVariable(value: unknown): boolean {
	if (typeof value === 'string') return placeholdersOf(value).length > 0;
	if (Array.isArray(value)) return value.some(hasVariable);
	return isObject(value) && Object.values(value).some(hasVariable);
}
