import type { TemplateDefinition } from '../definition';
import { when, type Check } from './finding';

export const checkDuplicates: Check = (definition, { others = [] }) => {
	const { name, language, category, body } = definition;
	const sameText = others.find((other) => textOf(other) === textOf(definition));
	return [
		...when(
			others.some((other) => other.name === name && other.language === language),
			'duplicate-name',
			'name',
			`There is a template ${name} in ${language} already`,
			'Choose another name, or edit the one there is.',
		),
		// Meta does not compare authentication templates, whose text is its own.
		...when(
			sameText !== undefined && body !== undefined && category !== 'AUTHENTICATION',
			'duplicate-text',
			'body',
			`The template ${sameText?.name} has the same body and footer`,
			'Use that one, or say something else.',
		),
	];
};

const textOf = ({ body, footer }: TemplateDefinition) =>
	JSON.stringify([body?.trim() ?? '', footer?.trim() ?? '']);
