import type { INodePropertyOptions } from 'n8n-workflow';
import { languageName } from '../../core/templates/language-names';

/** The languages the ready-made templates are written in. */
export const packLanguages: INodePropertyOptions[] = ['en', 'ja', 'es', 'pt_BR'].map((code) => ({
	name: languageName(code),
	value: code,
}));
