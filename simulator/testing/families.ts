import type { Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import type { PhoneMessage } from '../phones/message.ts';
import { button, namedBody, refusalOf, sendTemplate } from './caller.ts';

/** Sends a template to a phone of its own; what that phone shows. Fails when it is refused. */
export async function shownBy(
	simulator: Simulator,
	name: string,
	components: unknown[],
): Promise<PhoneMessage> {
	const waId = `8190${20_000_000 + simulator.control.phones().length}`;
	const answer = await sendTemplate(simulator, name, components, { to: `+${waId}` });
	if (answer.status !== 200) throw new Error(JSON.stringify(answer.json));
	const phone = simulator.control.phones().find((one) => one.waId === waId);
	return phone!.messages[0]!;
}

/** Sends a template; the code and the explanation it is refused with. */
export async function refusedBy(simulator: Simulator, name: string, components: unknown[]) {
	const { code, error_data } = refusalOf(await sendTemplate(simulator, name, components));
	return [code, error_data?.details];
}

/** An hour from now, in milliseconds. */
export const inAnHour = () => Date.now() + 3_600_000;

export const picture = { type: 'image', image: { id: '2871834006348767' } };

export const header = (parameter: JsonObject) => ({ type: 'header', parameters: [parameter] });

/** A body with values by position. */
export const body = (...values: string[]) => ({
	type: 'body',
	parameters: values.map((text) => ({ type: 'text', text })),
});

export const product = (id = 'shirt-blue') => ({
	type: 'product',
	product: { product_retailer_id: id, catalog_id: '194836987003835' },
});

export const coupon = (code: string) =>
	button('copy_code', 0, { type: 'coupon_code', coupon_code: code });

export const suffix = (index: number, text: string) => button('url', index, { type: 'text', text });

export const reply = (index: number, payload: string) =>
	button('quick_reply', index, { type: 'payload', payload });

export const action = (subType: string, given?: JsonObject) =>
	button(subType, 0, given && { type: 'action', action: given });

export const until = (time: unknown) => ({
	type: 'limited_time_offer',
	parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: time } }],
});

/** `last_tickets_offer` without the end of its offer. */
export const offer = (code = 'LAST20') => [
	header(picture),
	namedBody({ first_name: 'Ann', event_name: 'Test Conf', discount: '20 percent' }),
	coupon(code),
	suffix(1, 'last'),
];

/** A card of `event_carousel`; parts of it can be replaced. */
export const card = (index: number, change: JsonObject = {}) => ({
	card_index: index,
	components: [header(picture), body('Aiko'), reply(0, `more-${index}`), suffix(1, `w${index}`)],
	...change,
});

export const carousel = (cards: unknown[]) => ({ type: 'carousel', cards });

export const productCard = (index: number, id?: string) => ({
	card_index: index,
	components: [header(product(id))],
});

/** The code twice, as an authentication template wants it. */
export const code = (inBody: string, onButton = inBody) => [body(inBody), suffix(0, onButton)];

export const section = (title: string | undefined, ...ids: string[]) => ({
	...(title === undefined ? {} : { title }),
	product_items: ids.map((product_retailer_id) => ({ product_retailer_id })),
});
