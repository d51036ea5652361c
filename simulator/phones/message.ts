/** Where a business message stands. Later ones never go back, see `statuses/ladder.ts`. */
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** A product of the shop; name and price when the demo catalog has it. */
export interface Product {
	retailerId: string;
	name?: string;
	price?: string;
}

/** The header of a bubble. */
export interface BubbleHeader {
	type: 'text' | 'image' | 'video' | 'document' | 'location' | 'product';
	text?: string;
	url?: string;
	filename?: string;
	mimeType?: string;
	latitude?: number;
	longitude?: number;
	name?: string;
	address?: string;
	product?: Product;
}

/** A button under a bubble. */
export interface BubbleButton {
	index: number;
	type: string;
	text: string;
	payload?: string;
	url?: string;
	phoneNumber?: string;
	code?: string;
	/** Of a one-time code. */
	otpType?: string;
	/** What a catalog, multi-product or product button shows. */
	sections?: Array<{ title?: string; products: Product[] }>;
	/** The form that a flow button opens. */
	flow?: { id?: string; screen?: string; token: string; data?: Record<string, unknown> };
}

/** The panel of a limited-time offer. */
export interface BubbleOffer {
	text: string;
	/** ISO 8601; without one the offer has no end. */
	expiresAt?: string;
	code?: string;
}

/** A card of a carousel. */
export interface BubbleCard {
	index: number;
	header?: BubbleHeader;
	body?: string;
	buttons?: BubbleButton[];
}

/** What a phone shows: the text of a template with its values in place, or a plain text. */
export interface Bubble {
	header?: BubbleHeader;
	body: string;
	offer?: BubbleOffer;
	footer?: string;
	buttons?: BubbleButton[];
	cards?: BubbleCard[];
}

/** A message on a phone, as CONTROL-API.md describes it. */
export interface PhoneMessage extends Bubble {
	id: string;
	direction: 'business' | 'user';
	/** ISO 8601, simulated time. */
	at: string;
	status?: MessageStatus;
	statusAt?: Partial<Record<MessageStatus, string>>;
	error?: { code: number; title: string };
	from?: { phoneNumberId: string; display: string; name: string };
	template?: { name: string; language: string; category: string };
	/** Sent through the Marketing Messages API, and priced so. */
	marketingMessages?: true;
	/** The message that a reply or a tap answers. */
	context?: string;
	/** `biz_opaque_callback_data`, echoed in every status. */
	callbackData?: string;
}

/** A phone with its messages, oldest first. */
export interface Phone {
	waId: string;
	display: string;
	name: string;
	/** There while this person wants no marketing messages. */
	marketingStopped?: true;
	messages: PhoneMessage[];
}

/** What makes two messages the same to a person: the template with its values, or the text. */
export function contentOf(message: PhoneMessage): string {
	const { template, header, body, buttons, offer, cards } = message;
	return JSON.stringify([template, header, body, buttons, offer, cards]);
}
