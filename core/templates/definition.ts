import type { Audience } from '../events/automations';

/**
 * A message template as an organiser keeps it in a file: one language, named variables with their
 * samples, and words instead of Meta's component arrays. `toMetaTemplate` and `fromMetaTemplate` convert
 * without loss; what we do not edit stands untouched under `other`.
 */
export interface TemplateDefinition {
	/** Small letters, digits and `_`, 1 to 512 of them. */
	name: string;
	/** Meta's code: `en`, `ja`, `pt_BR`. */
	language: string;
	category: TemplateCategory;
	/** To whom it speaks; for people and for the pack, Meta has no such field. */
	audience?: Audience;
	header?: DefinitionHeader;
	/** `Hi {{first_name}}, …`. Left out in authentication templates, whose text is Meta's. */
	body?: string;
	footer?: string;
	buttons?: Array<DefinitionButton | OtherButton>;
	/**
	 * Sample of each variable in header and body, by name: Meta's reviewers read the filled-in text.
	 * `header_1` is that of {{1}} in the header, and `header_<name>` that of a header variable whose
	 * sample differs from the body's.
	 */
	samples?: Record<string, string>;
	/** Seconds after which an undelivered message is dropped; Meta's default where left out. */
	messageSendTtlSeconds?: number;
	/** Left out: what the text shows, named variables or {{1}}, {{2}}. See `parameterFormatOf`. */
	parameterFormat?: ParameterFormat;
	/** What definitions have no words for, kept as Meta gave it. */
	other?: OtherParts;
}

export type ParameterFormat = 'NAMED' | 'POSITIONAL';

export interface OtherParts {
	/** Components of other kinds (carousel, limited-time offer, …), each with its place among all of them. */
	components?: Array<{ at: number; meta: unknown }>;
	/** Further fields of a described component: `{ body: { add_security_recommendation: true } }`. */
	parts?: Partial<Record<DefinitionPart, Record<string, unknown>>>;
	/** The order of the described components, where it is not `DEFINITION_PARTS`. */
	order?: DefinitionPart[];
	/** Further fields of the template: `sub_category`, and in what Meta returned, `id`, `status`, … */
	fields?: Record<string, unknown>;
}

export const DEFINITION_PARTS = ['header', 'body', 'footer', 'buttons'] as const;
export type DefinitionPart = (typeof DEFINITION_PARTS)[number];

export type TemplateCategory = 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';

export type DefinitionHeader =
	| { type: 'text'; text: string }
	/** `sample`: a public https link, a path beside the definition, or a handle of an earlier upload. */
	| { type: 'image' | 'video' | 'document'; sample?: string }
	| { type: 'location' };

export type DefinitionButton = (
	| { type: 'quick_reply'; text: string }
	/** `url` may end in one variable, `https://…/{{1}}`; `sample` is then the whole link as it would be. */
	| { type: 'url'; text: string; url: string; sample?: string }
	| { type: 'phone'; text: string; phone: string }
	/** `text` is Meta's own label in the language of the template: returned, and not to be chosen. */
	| { type: 'copy_code'; sample: string; text?: string }
) & {
	/** Further fields of the button: `app_deep_link`, … */
	other?: Record<string, unknown>;
};

/** A kind of button definitions do not describe (OTP, catalog, flow, …): kept as Meta gave it. */
export interface OtherButton {
	type: 'other';
	meta: unknown;
}
