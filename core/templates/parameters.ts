import { bodyParameters } from './body-parameters';
import { buttonParameters } from './button-parameters';
import { cardParameters } from './card-parameters';
import { headerParameters } from './header-parameters';
import { componentOf, type MessageTemplate } from './template';

export { fillText, placeholdersOf } from './placeholders';

export type ParameterKind =
	| 'text'
	| 'image'
	| 'video'
	| 'document'
	| 'filename'
	| 'location'
	| 'product'
	| 'catalog'
	| 'code'
	| 'expiration'
	| 'url_suffix'
	| 'payload'
	| 'coupon_code'
	| 'thumbnail'
	| 'sections'
	| 'flow_token'
	| 'flow_data';

export type ParameterPart = 'header' | 'body' | 'offer' | 'button' | 'card';

/** One value a template asks for when it is sent. */
export interface TemplateParameter {
	/** Stable id, also the name of the value in JSON: `first_name`, `1`, `header_1`, `card_0_button_1`. */
	id: string;
	/** `card` for everything inside the cards of a carousel, see `card` and `inCard`. */
	part: ParameterPart;
	kind: ParameterKind;
	/** What a person reads beside the field. */
	label: string;
	required: boolean;
	/** Meta's `parameter_name`, for templates with named parameters. */
	name?: string;
	/** Position of the button in the template, or in its card. */
	buttonIndex?: number;
	/** What comes before the value in the link of a URL button. */
	linkStart?: string;
	/** The sample that was approved with the template, as a placeholder. */
	sample?: string;
	/** Position of the card, from 0. The catalogue ID belongs to all cards, and has none. */
	card?: number;
	/** Which part of the card. */
	inCard?: 'header' | 'body' | 'button';
	/** Meta's word for the media where it is not the kind: a GIF is a video file, and sent as `gif`. */
	sentAs?: 'gif';
}

/**
 * Every value a template asks for, in the order one reads the message: header (text, media, place,
 * product), body (named, positional, or the one code of an authentication template), the end of a
 * limited-time offer, the cards of a carousel, and buttons (end of a link, reply, code, products, flow).
 *
 * Ids of body parameters are their placeholder names. A header text gets the prefix `header_`, so
 * that header {{1}} and body {{1}} stay apart; buttons are `button_<position>`; all of a card has
 * the prefix `card_<position>_`.
 */
export function listParameters(template: MessageTemplate): readonly TemplateParameter[] {
	const known = listed.get(template);
	if (known) return known;
	const parameters = readParameters(template);
	listed.set(template, parameters);
	return parameters;
}

/** A template that was read does not change, and ten thousand messages ask for the same. */
const listed = new WeakMap<MessageTemplate, readonly TemplateParameter[]>();

function readParameters(template: MessageTemplate): TemplateParameter[] {
	const buttons = componentOf(template, 'BUTTONS')?.buttons;
	return [
		...headerParameters(componentOf(template, 'HEADER')),
		...bodyParameters(template),
		...offerParameters(template),
		...cardParameters(template),
		...buttonParameters(buttons, template),
	];
}

/** The time a limited-time offer ends, where its template counts down to one. */
function offerParameters(template: MessageTemplate): TemplateParameter[] {
	const offer = componentOf(template, 'LIMITED_TIME_OFFER')?.limited_time_offer;
	if ((offer as { has_expiration?: unknown } | undefined)?.has_expiration !== true) return [];
	return [
		{ id: 'offer_expires', part: 'offer', kind: 'expiration', label: 'Offer Ends', required: true },
	];
}
