/** Where a business message stands. Later ones never go back, see `statuses/ladder.ts`. */
export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** The header of a bubble. */
export interface BubbleHeader {
	type: 'text' | 'image' | 'video' | 'document' | 'location';
	text?: string;
	url?: string;
	filename?: string;
	mimeType?: string;
	latitude?: number;
	longitude?: number;
	name?: string;
	address?: string;
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
}

/** What a phone shows: the text of a template with its values in place, or a plain text. */
export interface Bubble {
	header?: BubbleHeader;
	body: string;
	footer?: string;
	buttons?: BubbleButton[];
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
	messages: PhoneMessage[];
}

/** What makes two messages the same to a person: the template with its values, or the text. */
export function contentOf({ template, header, body, buttons }: PhoneMessage): string {
	return JSON.stringify([template, header, body, buttons]);
}
