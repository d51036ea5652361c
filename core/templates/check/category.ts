import type { TemplateDefinition } from '../definition';
import { when, type Check, type Found } from './finding';
import { PROMOTIONAL_PATTERNS, PROMOTIONAL_WORDS, SENSITIVE_REQUESTS } from './promotional-words';
import { wordsIn } from './text';

/** Meta moves such templates to marketing, which costs more, or rejects them. */
export const checkCategory: Check = (definition) => {
	if (definition.category !== 'UTILITY') return [];
	const { body } = definition;
	return [
		...when(
			body !== undefined && body.trim() !== '' && wordsIn(body) < 2,
			'category-unclear',
			'body',
			'The body does not say what it is about: Meta will likely make this marketing',
			'Name what the person did or asked for, e.g. the order or the registration.',
		),
		...checkPromotion(definition),
	];
};

function checkPromotion(definition: TemplateDefinition): Found[] {
	const found = firstOf(definition, PROMOTIONAL_WORDS, PROMOTIONAL_PATTERNS);
	return when(
		found !== undefined,
		'category-promotional',
		found?.place ?? '',
		`“${found?.word}” sounds like promotion: Meta will likely make this marketing`,
		'Leave the promotion out, or choose MARKETING.',
		found && { word: found.word },
	);
}

/** Meta's policy forbids asking for such numbers, in any category. */
export const checkSensitiveRequest: Check = (definition) => {
	const found = firstOf(definition, SENSITIVE_REQUESTS);
	return when(
		found !== undefined,
		'sensitive-request',
		found?.place ?? '',
		`“${found?.word}”: WhatsApp forbids asking for this`,
		'Ask for the order number, or for the last four digits.',
		found && { word: found.word },
	);
};

/** The first of the words of its language that a template has, as it stands there, and where. */
function firstOf(
	definition: TemplateDefinition,
	words: ByLanguage<string>,
	patterns: ByLanguage<RegExp> = {},
) {
	const texts = textsOf(definition);
	const base = definition.language.split(/[_-]/)[0] ?? '';
	for (const pattern of [...listOf(words, base).map(patternOf), ...listOf(patterns, base)]) {
		for (const { place, text } of texts) {
			const word = pattern.exec(text)?.[0];
			if (word !== undefined) return { place, word };
		}
	}
	return undefined;
}

type ByLanguage<T> = Readonly<Record<string, readonly T[]>>;

const listOf = <T>(lists: ByLanguage<T>, language: string): readonly T[] =>
	Object.hasOwn(lists, language) ? (lists[language] ?? []) : [];

function textsOf({ header, body, footer, buttons = [] }: TemplateDefinition) {
	return [
		{ place: 'header.text', text: header?.type === 'text' ? header.text : '' },
		{ place: 'body', text: body ?? '' },
		{ place: 'footer', text: footer ?? '' },
		...buttons.map((button, at) => ({
			place: `buttons[${at}].text`,
			text: 'text' in button ? (button.text ?? '') : '',
		})),
	];
}

function patternOf(word: string): RegExp {
	const open = word.endsWith('*');
	const plain = (open ? word.slice(0, -1) : word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
	// Japanese has no spaces, and “25% off” starts with a sign.
	if (/[^\p{Script=Latin}\s'’]/u.test(plain)) return new RegExp(plain, 'iu');
	return new RegExp(`(?<!\\p{L})${plain}${open ? '\\p{L}*' : '(?!\\p{L})'}`, 'iu');
}
