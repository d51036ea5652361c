/** The shapes of CONTROL-API.md, as the page reads them. */

export type Status = 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';

/** Name and price are there when the demo catalog has the product. */
export interface Product {
	retailerId: string;
	name?: string;
	price?: string;
}

export type Header =
	| { type: 'text'; text: string }
	| { type: 'image' | 'video' | 'document'; url?: string; filename?: string; mimeType?: string }
	| { type: 'product'; product: Product }
	| {
			type: 'location';
			latitude: number | string;
			longitude: number | string;
			name?: string;
			address?: string;
	  };

export interface Button {
	index: number;
	type: string;
	text: string;
	payload?: string;
	url?: string;
	phoneNumber?: string;
	code?: string;
	otpType?: string;
	sections?: Section[];
	flow?: Flow;
}

export interface Section {
	title?: string;
	products: Product[];
}

export interface Flow {
	id?: string;
	screen?: string;
	token: string;
	data?: Record<string, unknown>;
}

export interface Offer {
	text: string;
	expiresAt?: string;
	code?: string;
}

export interface Card {
	index: number;
	header?: Header;
	body?: string;
	buttons?: Button[];
}

export interface Message {
	id: string;
	direction: 'business' | 'user';
	at: string;
	status?: Status;
	statusAt?: Partial<Record<Status, string>>;
	error?: { code: number; title: string };
	from?: { phoneNumberId: string; display: string; name: string };
	template?: { name: string; language: string; category: string };
	marketingMessages?: true;
	header?: Header;
	offer?: Offer;
	body?: string;
	footer?: string;
	buttons?: Button[];
	cards?: Card[];
	context?: string;
	callbackData?: string;
}

export interface Phone {
	waId: string;
	display: string;
	name: string;
	messages: Message[];
}

export interface MessageEventData {
	waId: string;
	display: string;
	name: string;
	message: Message;
}

export interface TicketingCall {
	at: string;
	platform: string;
	url: string;
	status?: number;
	ms?: number;
	error?: string;
}

export interface Platform {
	id: string;
	name: string;
	events: string[];
	target: string | null;
	secretSet: boolean;
}

export interface EventInfo {
	id: string;
	name: string;
	startsAt?: string;
	timeZone?: string;
	url?: string;
	venue?: string | { name?: string; address?: string } | null;
}

export interface Ticketing {
	platforms: Platform[];
	event: EventInfo;
	log: TicketingCall[];
}

export interface Person {
	firstName: string;
	lastName: string;
	email: string;
	phone: string;
}

export interface Registration {
	buyer: Person;
	tickets: (Person & { ticketName: string })[];
	paid: boolean;
	test: boolean;
	repeat?: number;
	badSignature?: boolean;
}
