import type { INodePropertyOptions } from 'n8n-workflow';
import { languageName } from '../../core/templates/language-names';
import { findReadyMade } from '../../core/templates/pack';

/** The languages the ready-made templates are written in. */
export const packLanguages: INodePropertyOptions[] = [
	...new Set(findReadyMade().map(({ language }) => language)),
].map((code) => ({ name: languageName(code), value: code }));
