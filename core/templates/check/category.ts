import type { TemplateDefinition } from '../definition';
import { when, type Check } from './finding';
import { PROMOTIONAL_WORDS } from './promotional-words';

/** Meta moves such templates to marketing, which costs more, or rejects them. */
export const checkCategory: Check = (definition) => {
	if (definition.category !== 'UTILITY') return [];
	const texts = textsOf(definition);
	const base = definition.language.split(/[_-]/)[0] ?? '';
	for (const word of PROMOTIONAL_WORDS[base] ?? []) {
		const pattern = patternOf(word);
		const found = texts.find(({ text }) => pattern.test(text));
		if (found) {
			return when(
				true,
				'category-promotional',
				found.place,
				`“${word.replace('*', '')}” sounds like promotion: Meta will likely make this marketing`,
				'Leave the promotion out, or choose MARKETING.',
			);
		}
	}
	return [];
};

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
	return new RegExp(`(?<!\\p{L})${plain}${open ? '' : '(?!\\p{L})'}`, 'iu');
}
