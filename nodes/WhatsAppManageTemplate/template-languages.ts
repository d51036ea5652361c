import type { INodePropertyOptions } from 'n8n-workflow';
import { languageName } from '../../core/templates/language-names';
import { TEMPLATE_LANGUAGES } from '../../core/templates/languages';

/** Every language WhatsApp takes, by its name for people; n8n's list is searched as one types. */
export const templateLanguages: INodePropertyOptions[] = [...TEMPLATE_LANGUAGES]
	.map((code) => ({ name: `${languageName(code)} · ${code}`, value: code }))
	.sort((one, other) => one.name.localeCompare(other.name));
