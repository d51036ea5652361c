/**
 * A message template as Meta's list returns it (`GET /{waba}/message_templates`). Unknown component
 * kinds are kept as they are.
 */
export interface MessageTemplate {
	id: string;
	name: string;
	/** Meta's code with an underscore: `en_US`. */
	language: string;
	status: string;
	category: string;
	/** What it was before Meta moved it, e.g. `UTILITY` for one that is `MARKETING` now. */
	previousCategory?: string;
	/** What Meta announces to make of it. */
	correctCategory?: string;
	parameterFormat: 'NAMED' | 'POSITIONAL';
	components: TemplateComponent[];
}

export interface TemplateComponent {
	type: string;
	format?: string;
	text?: string;
	buttons?: TemplateButton[];
	example?: Record<string, unknown>;
	[other: string]: unknown;
}

export interface TemplateButton {
	type: string;
	text?: string;
	url?: string;
	phone_number?: string;
	example?: string | string[];
	[other: string]: unknown;
}

/** The fields core reads; asked for by name, since the default set differs between versions. */
export const TEMPLATE_FIELDS =
	'id,name,language,status,category,previous_category,correct_category,parameter_format,components';

/** One entry of Meta's list → template; undefined for what is not a template. */
export function readTemplate(raw: unknown): MessageTemplate | undefined {
	if (typeof raw !== 'object' || raw === null) return undefined;
	const entry = raw as Record<string, unknown>;
	if (typeof entry.name !== 'string' || typeof entry.language !== 'string') return undefined;
	return {
		id: String(entry.id ?? ''),
		name: entry.name,
		language: entry.language.replace('-', '_'),
		status: String(entry.status ?? 'UNKNOWN').toUpperCase(),
		category: String(entry.category ?? '').toUpperCase(),
		...(entry.previous_category ? { previousCategory: upper(entry.previous_category) } : {}),
		...(entry.correct_category ? { correctCategory: upper(entry.correct_category) } : {}),
		parameterFormat: entry.parameter_format === 'NAMED' ? 'NAMED' : 'POSITIONAL',
		components: Array.isArray(entry.components)
			? entry.components.filter((c): c is TemplateComponent => typeof c?.type === 'string')
			: [],
	};
}

const upper = (value: unknown): string => String(value).toUpperCase();

/** `name:language`, what the template list of the nodes stores and what a user may type. */
export function templateKey(template: Pick<MessageTemplate, 'name' | 'language'>): string {
	return `${template.name}:${template.language}`;
}

/** `name:language` or a bare name → its parts. Meta's names have neither colons nor capitals. */
export function parseTemplateKey(key: string): { name: string; language?: string } {
	const [name = '', language] = key.trim().split(':', 2);
	const tidy = language?.trim().replace('-', '_');
	return { name: name.trim(), language: tidy || undefined };
}

/** The component of one type, whatever the case Meta writes it in. */
export function componentOf(
	template: MessageTemplate,
	type: string,
): TemplateComponent | undefined {
	return template.components.find((component) => component.type.toUpperCase() === type);
}
