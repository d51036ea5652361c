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
	buttons?: DefinitionButton[];
	/** Sample of each variable in header and body, by name: Meta's reviewers read the filled-in text. */
	samples?: Record<string, string>;
	/** Seconds after which an undelivered message is dropped; Meta's default where left out. */
	messageSendTtlSeconds?: number;
	/**
	 * `POSITIONAL` where the template was made with {{1}}, {{2}}; new ones have named variables.
	 * @default 'NAMED'
	 */
	parameterFormat?: 'NAMED' | 'POSITIONAL';
	/** Components, and fields of the template, that definitions do not describe: kept as Meta gave them. */
	other?: { components?: unknown[]; fields?: Record<string, unknown> };
}

export type TemplateCategory = 'UTILITY' | 'MARKETING' | 'AUTHENTICATION';

export type DefinitionHeader =
	| { type: 'text'; text: string }
	/** `sample`: a public https link, a path beside the definition, or a handle of an earlier upload. */
	| { type: 'image' | 'video' | 'document'; sample?: string }
	| { type: 'location' };

export type DefinitionButton =
	| { type: 'quick_reply'; text: string }
	/** `url` may end in one variable, `https://…/{{1}}`; `sample` is then the whole link as it would be. */
	| { type: 'url'; text: string; url: string; sample?: string }
	| { type: 'phone'; text: string; phone: string }
	| { type: 'copy_code'; sample: string }
	/** A kind definitions do not describe (OTP, catalog, flow, …): kept as Meta gave it. */
	| { type: 'other'; meta: Record<string, unknown> };
