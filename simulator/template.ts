/** A button of a template. Source: Meta, "Template components". */
export interface TemplateButton {
	type: 'QUICK_REPLY' | 'URL' | 'PHONE_NUMBER' | 'COPY_CODE' | string;
	text?: string;
	url?: string;
	phone_number?: string;
	example?: string | string[];
	[field: string]: unknown;
}

/** A component of a template, as the templates list gives it. */
export interface TemplateComponent {
	type: 'HEADER' | 'BODY' | 'FOOTER' | 'BUTTONS' | string;
	/** Header: TEXT, IMAGE, VIDEO, GIF, DOCUMENT, LOCATION, PRODUCT. */
	format?: string;
	text?: string;
	buttons?: TemplateButton[];
	example?: Record<string, unknown>;
	[field: string]: unknown;
}

/** Why Meta refused a template, and its advice. Source: reference §3. */
export interface RejectionInfo {
	reason: string;
	recommendation: string;
}

/** What happens to a template by itself at a moment of simulated time. */
export interface TemplateDue {
	what: 'review' | 'unpause' | 'recategorise' | 'remove';
	at: number;
}

/** A message template. Source: Meta, WhatsApp Business Account › Message Templates. */
export interface Template {
	id: string;
	name: string;
	language: string;
	category: string;
	parameter_format: 'POSITIONAL' | 'NAMED';
	status: string;
	components: TemplateComponent[];
	sub_category?: string;
	previous_category?: string;
	rejected_reason?: string;
	correct_category?: string;
	quality_score?: { score: string; date?: number };
	last_updated_time?: string;
	message_send_ttl_seconds?: number;
	/** Of the simulator, never in a Graph answer. */
	rejection_info?: RejectionInfo;
	/** Of the simulator: how often it was paused for its quality. */
	pauses?: number;
	/** Of the simulator: what will happen to it. */
	due?: TemplateDue[];
	[field: string]: unknown;
}

/** The component of a type, in any letter case. */
export function componentOf(template: Template, type: string): TemplateComponent | undefined {
	return template.components.find((component) => component.type.toUpperCase() === type);
}

/** The variables of a text, each once, in order of appearance: `Hi {{1}}` → `['1']`. */
export function variablesOf(text: string): string[] {
	const found = new Set<string>();
	for (const [, variable] of text.matchAll(/\{\{\s*([^{}]+?)\s*\}\}/g)) found.add(variable ?? '');
	return [...found];
}

/** The text with its variables replaced; one without a value stays as it is. */
export function fill(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(
		/\{\{\s*([^{}]+?)\s*\}\}/g,
		(whole, variable: string) => values.get(variable) ?? whole,
	);
}
