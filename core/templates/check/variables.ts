import type { TemplateDefinition } from '../definition';
import { isNumbered } from '../meta-samples';
import { when, type Check, type Found } from './finding';
import { inBraces, wordsIn } from './text';

/** The texts that have variables, by place. Those of authentication templates are Meta's own. */
function textsOf({ header, body, category }: TemplateDefinition) {
	if (category === 'AUTHENTICATION') return [];
	return [
		...(header?.type === 'text' ? [{ place: 'header.text', text: header.text }] : []),
		...(body === undefined ? [] : [{ place: 'body', text: body }]),
	];
}

/** Signs, and at least one, between a variable and the start or the end of the text. */
const HANGING = /^(?=\s*[^\s{])[^\p{L}\p{N}{]*\{\{|\}\}(?=\s*[^\s}])[^\p{L}\p{N}}]*$/u;

export const checkVariablePlaces: Check = ({ body, category }, { wordsPerVariable = 2 }) => {
	if (body === undefined || category === 'AUTHENTICATION') return [];
	const words = wordsIn(body);
	const variables = inBraces(body).length;
	const needed = variables * wordsPerVariable + 1;
	return [
		...when(
			/^\s*\{\{/.test(body),
			'variable-first',
			'body',
			'The body starts with a variable',
			'Put a word before it, e.g. “Hi”.',
		),
		...when(
			/\}\}\s*$/.test(body),
			'variable-last',
			'body',
			'The body ends with a variable',
			'Put a word after it, e.g. “Thank you!”.',
		),
		...when(
			HANGING.test(body),
			'variable-hanging',
			'body',
			'Only a sign stands before the first or after the last variable',
			'Put a word there, too: Meta may take the sign for nothing.',
		),
		...when(
			/\}\}\s*\{\{/.test(body),
			'variable-adjacent',
			'body',
			'Two variables stand side by side',
			'Put a word or a comma between them, or make one of them.',
		),
		...when(
			variables > 0 && words < needed,
			'variable-density',
			'body',
			`There are ${words} words beside ${variables} variable${variables > 1 ? 's' : ''}, ${needed} are safe`,
			'Write more text around the variables, or use fewer of them.',
		),
	];
};

export const checkVariableNames: Check = (definition) =>
	textsOf(definition).flatMap(({ place, text }) => {
		const names = inBraces(text);
		const special = names.filter((name) => /[#$%]/.test(name));
		const bad = names.filter(
			(name) => !special.includes(name) && !isNumbered(name) && !/^[a-z_][a-z0-9_]*$/.test(name),
		);
		const rest = text.replace(/\{\{[^{}]*\}\}/g, '');
		return [
			...when(
				/\{\{|\}\}|\{\w+\}/.test(rest),
				'variable-braces',
				place,
				'There is a brace too many or too few',
				'Write variables as {{first_name}}: two braces on each side.',
			),
			...when(
				special.length > 0,
				'variable-characters',
				place,
				`{{${special[0]}}} has a special character`,
				'Leave #, $ and % out of the braces.',
			),
			...when(
				bad.length > 0,
				'variable-name',
				place,
				`{{${bad[0]}}} is no name of a variable`,
				'Use small letters, digits and _, e.g. {{first_name}}.',
			),
			...numbersOf(names.filter(isNumbered), place),
			...when(
				names.some((name, at) => !isNumbered(name) && names.indexOf(name) < at),
				'variable-repeated',
				place,
				'A named variable stands there twice',
				'Rephrase so that each name stands there once; Meta asks for unique names.',
			),
		];
	});

function numbersOf(names: string[], place: string): Found[] {
	const numbers = [...new Set(names.map(Number))];
	const sorted = [...numbers].sort((one, other) => one - other);
	const gap = sorted.findIndex((number, at) => number !== at + 1);
	return [
		...when(
			gap >= 0,
			'variable-sequence',
			place,
			`{{${sorted[gap]}}} is there, and {{${gap + 1}}} is not`,
			'Number the variables 1, 2, 3, …, or give them names.',
		),
		...when(
			gap < 0 && numbers.some((number, at) => number !== sorted[at]),
			'variable-order',
			place,
			'The numbered variables stand in another order',
			'Number them in the order they stand, or give them names.',
		),
	];
}

export const checkVariableFormat: Check = (definition) => {
	const names = textsOf(definition).flatMap(({ text }) => inBraces(text));
	const numbered = names.some(isNumbered);
	const named = names.some((name) => !isNumbered(name));
	const { parameterFormat: format } = definition;
	return when(
		(numbered && named) || (numbered && format === 'NAMED') || (named && format === 'POSITIONAL'),
		'variable-mixed',
		numbered && named ? 'body' : 'parameterFormat',
		numbered && named
			? 'There are named and numbered variables'
			: `The text does not have the variables that ${format} says`,
		'Give all variables names, and leave parameterFormat out.',
	);
};
