import {
	componentOf,
	type MessageTemplate,
	type TemplateButton,
	type TemplateComponent,
} from './template';

export type ParameterKind =
	| 'text'
	| 'image'
	| 'video'
	| 'document'
	| 'filename'
	| 'location'
	| 'url_suffix'
	| 'payload'
	| 'coupon_code';

/** One value a template asks for when it is sent. */
export interface TemplateParameter {
	/** Stable id, also the name of the value in JSON: `first_name`, `1`, `header_1`, `button_0`. */
	id: string;
	part: 'header' | 'body' | 'button';
	kind: ParameterKind;
	/** What a person reads beside the field. */
	label: string;
	required: boolean;
	/** Meta's `parameter_name`, for templates with named parameters. */
	name?: string;
	/** Position of the button in the template. */
	buttonIndex?: number;
	/** What comes before the value in the link of a URL button. */
	linkStart?: string;
	/** The sample that was approved with the template, as a placeholder. */
	sample?: string;
}

const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT'];
const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** The placeholders of a text in order, each once: `Hi {{first_name}}` → `['first_name']`. */
export function placeholdersOf(text: string | undefined): string[] {
	const known = typeof text === 'string' ? text : '';
	return [...new Set([...known.matchAll(PLACEHOLDER)].map((match) => match[1] as string))];
}

/** Text with its placeholders replaced; what has no value stays as it is written. */
export function fillText(text: string, values: Record<string, string>): string {
	return text.replace(PLACEHOLDER, (whole, name: string) =>
		Object.hasOwn(values, name) ? (values[name] as string) : whole,
	);
}

/**
 * Every value a template asks for: header (text, media, location), body (named or positional), and
 * buttons (URL suffix, quick-reply payload, copy code), in the order one reads the message.
 *
 * Ids of body parameters are their placeholder names. A header text gets the prefix `header_`, so
 * that header {{1}} and body {{1}} stay apart; buttons are `button_<position>`.
 */
export function listParameters(template: MessageTemplate): TemplateParameter[] {
	const buttons = componentOf(template, 'BUTTONS')?.buttons;
	return [
		...headerParameters(componentOf(template, 'HEADER')),
		...bodyParameters(template),
		...(Array.isArray(buttons) ? buttons : []).flatMap(buttonParameters),
	];
}

function headerParameters(header: TemplateComponent | undefined): TemplateParameter[] {
	if (!header) return [];
	const format = String(header.format ?? 'TEXT').toUpperCase();
	if (MEDIA.includes(format))
		return mediaParameters(format.toLowerCase() as 'image' | 'video' | 'document');
	if (format === 'LOCATION') {
		return [
			{
				id: 'header_location',
				part: 'header',
				kind: 'location',
				label: 'Header Location',
				required: true,
			},
		];
	}
	const names = inPosition(placeholdersOf(header.text));
	const samples = samplesOf(header, 'header_text', names);
	return names.map((name) => ({
		id: `header_${name}`,
		part: 'header',
		kind: 'text',
		label: `Header: ${labelOf(name)}`,
		required: true,
		...(isNamed(name) ? { name } : {}),
		sample: samples.get(name),
	}));
}

function mediaParameters(kind: 'image' | 'video' | 'document'): TemplateParameter[] {
	const label = `Header ${kind[0]?.toUpperCase()}${kind.slice(1)}`;
	const media: TemplateParameter = {
		id: 'header_media',
		part: 'header',
		kind,
		label,
		required: true,
	};
	if (kind !== 'document') return [media];
	const filename: TemplateParameter = {
		id: 'header_filename',
		part: 'header',
		kind: 'filename',
		label: 'Header Document File Name',
		required: false,
		sample: 'ticket.pdf',
	};
	return [media, filename];
}

function bodyParameters(template: MessageTemplate): TemplateParameter[] {
	const body = componentOf(template, 'BODY');
	const names = inPosition(placeholdersOf(body?.text));
	const samples = samplesOf(body, 'body_text', names);
	return names.map((name) => ({
		id: name,
		part: 'body',
		kind: 'text',
		label: labelOf(name),
		required: true,
		...(isNamed(name) ? { name } : {}),
		sample: samples.get(name),
	}));
}

function buttonParameters(button: TemplateButton, index: number): TemplateParameter[] {
	if (typeof button?.type !== 'string') return [];
	const base = { id: `button_${index}`, part: 'button' as const, buttonIndex: index };
	const sample = Array.isArray(button.example) ? button.example[0] : button.example;
	const text = button.text ?? '';
	switch (button.type.toUpperCase()) {
		case 'URL':
			if (placeholdersOf(button.url).length === 0) return [];
			return [
				{
					...base,
					kind: 'url_suffix',
					label: `End of Link: ${text}`,
					required: true,
					linkStart: linkStartOf(button),
					sample: suffixSample(button, sample),
				},
			];
		case 'COPY_CODE':
			return [
				{
					...base,
					kind: 'coupon_code',
					label: `Code: ${text || 'Copy code'}`,
					required: true,
					sample,
				},
			];
		case 'QUICK_REPLY':
			return [{ ...base, kind: 'payload', label: `Reply ID: ${text}`, required: false }];
		default:
			return [];
	}
}

const linkStartOf = (button: TemplateButton) => (button.url ?? '').split('{{')[0] ?? '';

/** Meta's sample of a URL button is sometimes the whole address; the field wants its end only. */
function suffixSample(button: TemplateButton, sample: string | undefined): string | undefined {
	const start = linkStartOf(button);
	return sample?.startsWith(start) ? sample.slice(start.length) : sample;
}

/** `example.body_text: [["a","b"]]`, `header_text: ["a"]`, or `*_named_params: [{param_name, example}]`. */
function samplesOf(
	component: TemplateComponent | undefined,
	key: string,
	names: string[],
): Map<string, string> {
	const named = component?.example?.[`${key}_named_params`];
	if (Array.isArray(named)) {
		return new Map(named.map((entry) => [String(entry?.param_name), String(entry?.example ?? '')]));
	}
	const positional = component?.example?.[key];
	const first =
		Array.isArray(positional) && Array.isArray(positional[0]) ? positional[0] : positional;
	if (!Array.isArray(first)) return new Map();
	return new Map(names.map((name, index) => [name, String(first[index] ?? '')]));
}

/** Meta fills {{1}} with the first value, wherever a translation puts it in the sentence. */
function inPosition(names: string[]): string[] {
	return names.some(isNamed) ? names : [...names].sort((a, b) => Number(a) - Number(b));
}

const isNamed = (name: string) => !/^\d+$/.test(name);

/** `first_name` → `First Name`; `1` → `Variable 1`. */
function labelOf(name: string): string {
	if (!isNamed(name)) return `Variable ${name}`;
	return name
		.split('_')
		.filter(Boolean)
		.map((word) => word[0]?.toUpperCase() + word.slice(1))
		.join(' ');
}
