import { isObject } from '../json';
import { when, type Check } from './finding';
import { keptComponents } from './other-components';
import { lengthOf } from './text';

/** Limited-time offers. Source: Meta, "Limited-time offer templates". */
export const checkOffer: Check = (definition) => {
	const offer = keptComponents(definition, 'LIMITED_TIME_OFFER')[0];
	if (!offer) return [];
	const { category, header, body = '', footer, buttons = [] } = definition;
	const place = 'other.components';
	const told = isObject(offer.limited_time_offer) ? offer.limited_time_offer.text : undefined;
	const length = typeof told === 'string' ? lengthOf(told.trim()) : 0;
	const at = buttons.findIndex(({ type }) => type === 'copy_code');
	const code = buttons[at];
	return [
		...when(
			category !== 'MARKETING',
			'offer-category',
			'category',
			'Only marketing templates have limited-time offers',
			'Choose MARKETING.',
		),
		...when(
			length < 1 || length > 16,
			'offer-text',
			place,
			`The text of the offer has ${length} characters, 1 to 16 are possible`,
			'Write two or three words: “Ends soon!”.',
		),
		...when(
			header !== undefined && header.type !== 'image' && header.type !== 'video',
			'offer-header',
			'header',
			'An offer cannot have this header',
			'Use an image or a video, or leave the header out.',
		),
		...when(
			lengthOf(body) > 600,
			'offer-body-length',
			'body',
			`The body has ${lengthOf(body)} characters, 600 are possible in an offer`,
			'Shorten the body.',
		),
		...when(
			footer !== undefined,
			'offer-footer',
			'footer',
			'An offer cannot have a footer',
			'Move the footer into the body.',
		),
		...when(
			at > 0,
			'offer-code-first',
			`buttons[${at}]`,
			'The copy code button is not the first',
			'Move it to the top.',
		),
		...when(
			code?.type === 'copy_code' && lengthOf(code.sample) > 15 && lengthOf(code.sample) <= 20,
			'offer-code-length',
			`buttons[${at}].sample`,
			'The code of an offer has at most 15 characters',
			'Use a shorter code.',
		),
	];
};
