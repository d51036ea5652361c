import { isObject } from '../json';
import { when, type Check } from './finding';
import { emojisIn, hasLineBreak, hasMarkup, inBraces, isBlank, lengthOf } from './text';

export const checkHeader: Check = ({ header, other }) => {
	if (!header || header.type === 'location') return [];
	if (header.type !== 'text') {
		return when(
			isBlank(header.sample) && other?.parts?.header?.example === undefined,
			'header-sample',
			'header.sample',
			`The ${header.type} has no sample`,
			`Give a sample ${header.type}: a link, a file beside the definition, or an upload.`,
		);
	}
	const { text } = header;
	const length = lengthOf(text);
	const names = new Set(inBraces(text));
	return [
		...when(
			length > 60,
			'header-length',
			'header.text',
			`The header has ${length} characters, 60 are possible`,
			'Shorten the header, or move a part of it into the body.',
		),
		...when(
			names.size > 1,
			'header-one-variable',
			'header.text',
			`The header has ${names.size} variables, one is possible`,
			'Keep one variable and move the others into the body.',
		),
		...when(
			isBlank(text) || emojisIn(text) > 0 || hasMarkup(text) || hasLineBreak(text),
			'header-plain-text',
			'header.text',
			isBlank(text)
				? 'The header is empty'
				: 'The header has a line break, an emoji, or formatting such as *bold*',
			'Write one line of plain text; emojis and formatting belong into the body.',
			isBlank(text) ? { empty: true } : undefined,
		),
	];
};

export const checkBody: Check = ({ body, category, other }) => {
	const kept = other?.components?.some(({ meta }) => isObject(meta) && meta.type === 'BODY');
	if (isBlank(body)) {
		return when(
			category !== 'AUTHENTICATION' && !kept,
			'body-missing',
			'body',
			'There is no body',
			'Write the text of the message.',
		);
	}
	const text = body ?? '';
	const length = lengthOf(text);
	return [
		...when(
			length > 1024,
			'body-length',
			'body',
			`The body has ${length} characters, 1024 are possible`,
			'Shorten the body; leave room for the values of its variables.',
		),
		...when(
			/(\r?\n[ \t]*){3}/.test(text),
			'body-lines',
			'body',
			'There are more than two line breaks in a row',
			'Leave at most one empty line between paragraphs.',
		),
		...when(
			/\t| {5}/.test(text),
			'body-spaces',
			'body',
			'There is a tab, or more than four spaces in a row',
			'Put one space there, or start a new line.',
		),
		...when(
			emojisIn(text) > 10,
			'body-emojis',
			'body',
			`There are ${emojisIn(text)} emojis`,
			'Keep at most ten.',
		),
	];
};

export const checkFooter: Check = ({ footer }) => {
	if (footer === undefined) return [];
	const length = lengthOf(footer);
	return [
		...when(
			length > 60,
			'footer-length',
			'footer',
			`The footer has ${length} characters, 60 are possible`,
			'Shorten the footer.',
		),
		...when(
			inBraces(footer).length > 0,
			'footer-variable',
			'footer',
			'The footer has a variable',
			'Write the words out, or move the variable into the body.',
		),
		...when(
			emojisIn(footer) > 0 || hasLineBreak(footer) || isBlank(footer),
			'footer-plain-text',
			'footer',
			isBlank(footer) ? 'The footer is empty' : 'The footer has an emoji or a line break',
			'Write one line without emojis, or leave the footer out.',
			isBlank(footer) ? { empty: true } : undefined,
		),
	];
};
