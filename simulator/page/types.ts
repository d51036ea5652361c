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
	marketingStopped?: true;
	messages: Message[];
}

export interface MessageEventData {
	waId: string;
	display: string;
	name: string;
	message: Message;
}

/** What a ticketing platform may report. */
export type TicketingAction =
	| 'register'
	| 'pay'
	| 'reassign'
	| 'update-ticket'
	| 'cancel-ticket'
	| 'cancel-order'
	| 'add-speaker'
	| 'remove-speaker'
	| 'propose-sponsor'
	| 'deny-sponsor'
	| 'confirm-sponsor'
	| 'go-live';

/** What a webhook can be made to suffer on its way. */
export type Forgery = 'signature' | 'timestamp' | 'truncated' | 'foreign-host';

/** One try of a webhook. */
export interface TicketingCall {
	/** What to send again. */
	id: string;
	at: string;
	platform: string;
	action: TicketingAction;
	/** The platform's own name of it. */
	webhook: string;
	attempt: number;
	url: string;
	status?: number;
	ms?: number;
	error?: string;
	/** How it was spoilt. */
	forge?: Forgery;
}

/** An address that listens. */
export interface Target {
	id: string;
	target: string;
	secretSet: boolean;
	secretIn?: 'query' | 'header' | 'basic';
	secretHeader?: string;
	/** Absent: everything. */
	actions?: TicketingAction[];
	/** The flow has answered that it wants no more. */
	ended?: true;
}

export interface Platform {
	id: string;
	name: string;
	arrival: 'webhook' | 'poll';
	actions: TicketingAction[];
	/** Actions that it reports by no webhook: only its API shows them. */
	polled: TicketingAction[];
	/** Why it does not report another, where there is more to say than that. */
	cannot: Partial<Record<TicketingAction, string>>;
	/** What can be done to its webhooks on their way. */
	forges: Forgery[];
	/** Its website is published. */
	live: boolean;
	/** The first of its targets. */
	target: string | null;
	secretSet: boolean;
	targets: Target[];
	/** Where its API is served here, for platforms that are asked, and what one needs to ask it. */
	api?: { url: string; token: string } & Record<string, string>;
}

export interface EventInfo {
	id: string;
	name: string;
	startsAt?: string;
	endsAt?: string;
	timeZone?: string;
	url?: string;
	venue?: string;
	live?: boolean;
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
	locale?: string;
	/** Absent: not asked. */
	consent?: boolean;
}

export interface Registration {
	buyer: Person;
	tickets: (Person & { ticketName: string })[];
	paid: boolean;
	test: boolean;
	attendees?: boolean;
	repeat?: number;
	badSignature?: boolean;
}
