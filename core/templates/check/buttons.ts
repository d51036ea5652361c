import type { DefinitionButton, OtherButton } from '../definition';
import { isObject } from '../json';
import { when, type Check, type Found } from './finding';
import { emojisIn, hasLineBreak, inBraces, isBlank, lengthOf } from './text';

type Button = DefinitionButton | OtherButton;

const PRODUCT_BUTTONS = ['CATALOG', 'MPM', 'SPM'];

/** Meta's name of a kind of button a definition does not describe. */
export const kindOf = (button: Button): unknown =>
	button.type === 'other' && isObject(button.meta) ? button.meta.type : undefined;

export const checkButtons: Check = ({ buttons = [] }) => {
	const count = (type: Button['type']) => buttons.filter((button) => button.type === type).length;
	const quick = buttons.map(({ type }) => type === 'quick_reply');
	const changes = quick.filter((is, at) => at > 0 && is !== quick[at - 1]).length;
	const product = buttons.find((button) => PRODUCT_BUTTONS.includes(String(kindOf(button))));
	const most = (limit: number, type: Button['type'], rule: Found['rule'], what: string) =>
		when(
			count(type) > limit,
			rule,
			'buttons',
			`There are ${count(type)} ${what} buttons, ${limit} ${limit > 1 ? 'are' : 'is'} possible`,
			'Remove the others, or put what they lead to into the text.',
		);
	return [
		...when(
			buttons.length > 10,
			'button-count',
			'buttons',
			`There are ${buttons.length} buttons, 10 are possible`,
			'Keep the ten most useful; two or three are read.',
		),
		...most(2, 'url', 'url-count', 'link'),
		...most(1, 'phone', 'phone-count', 'phone'),
		...most(1, 'copy_code', 'copy-code-count', 'copy code'),
		...when(
			changes > 1,
			'quick-replies-together',
			'buttons',
			'Other buttons stand between the quick replies, or quick replies between the others',
			'Put all quick replies first, or all of them last.',
		),
		...when(
			product !== undefined && buttons.length > 1,
			'product-button-alone',
			'buttons',
			'There are other buttons beside the catalog or product button',
			'Keep that one only.',
		),
		...when(
			buttons.length > 3 || changes > 0,
			'buttons-desktop',
			'buttons',
			'WhatsApp on a computer will ask people to look at their phone',
			'Use up to three buttons, either quick replies or others.',
		),
		...buttons.flatMap((button, at) => checkButton(button, `buttons[${at}]`)),
	];
};

function checkButton(button: Button, place: string): Found[] {
	if (button.type === 'other') return [];
	if (button.type === 'copy_code') return checkCode(button.sample, place);
	const { text } = button;
	const length = lengthOf(text);
	return [
		...when(
			isBlank(text),
			'button-label-missing',
			`${place}.text`,
			'The button has no label',
			'Write what happens when it is tapped.',
		),
		...when(
			length > 25,
			'button-label-length',
			`${place}.text`,
			`The label has ${length} characters, 25 are possible`,
			'Shorten the label to two or three words.',
		),
		...when(
			emojisIn(text) > 0 || hasLineBreak(text) || inBraces(text).length > 0,
			'button-label-plain-text',
			`${place}.text`,
			'The label has an emoji, a line break or a variable',
			'Write plain words.',
		),
		...(button.type === 'phone' ? checkPhone(button.phone, place) : []),
	];
}

function checkPhone(phone: string, place: string): Found[] {
	return [
		...when(
			lengthOf(phone) > 20,
			'phone-length',
			`${place}.phone`,
			`The number has ${lengthOf(phone)} characters, 20 are possible`,
			'Write it without spaces: +15550051310.',
		),
		...when(
			!/^\+[1-9]\d{6,14}$/.test(phone.replace(/[\s().-]/g, '')),
			'phone-form',
			`${place}.phone`,
			'The number is not in the international form',
			'Write + and the country code in front: +15550051310.',
		),
	];
}

function checkCode(code: string, place: string): Found[] {
	return [
		...when(
			isBlank(code),
			'copy-code-sample',
			`${place}.sample`,
			'The copy code button has no sample',
			'Give a code as it will look, e.g. 25OFF.',
		),
		...when(
			lengthOf(code) > 20,
			'copy-code-length',
			`${place}.sample`,
			`The code has ${lengthOf(code)} characters, 20 are possible`,
			'Use a shorter code; 15 characters are safe everywhere.',
		),
	];
}
