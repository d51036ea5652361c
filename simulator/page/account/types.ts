/** The shapes of CONTROL-API.md, "Money", "Account", "Providers" and "Stripe", as the page reads them. */

export type Funding = 'card' | 'none' | 'creditLine' | 'prepaid';

export interface Money {
	funding: Funding;
	currency: string;
	timeZone: string;
	balance: number | null;
	held: number;
	refuse: boolean;
	creditLine: { max: number; used: number; partner: boolean };
	freeServiceMessages: number;
	freeServiceUsed: Record<string, number>;
	spent: number;
	messages: number;
	billable: number;
	byCategory: { category: string; messages: number; cost: number }[];
	cards: { currency: string; validFrom: string; source: string; markets: number }[];
}

export interface Standing {
	ban: { state: string; date: string } | null;
	restrictions: { type: string; until: string | null }[];
	violation: { type: string; at: string } | null;
	review: string;
	tier: string;
	limit: number | null;
	used: number;
	numbers: {
		id: string;
		display: string;
		name: string;
		status: string;
		quality: string;
		nameStatus: string;
	}[];
	canSend: string;
}

/** A webhook that went out; `url` null: nobody has subscribed its field. */
export interface ToldWebhook {
	field: string;
	event: string;
	url: string | null;
	status?: number;
	ms?: number;
	error?: string;
}

export interface Provider {
	id: string;
	name: string;
	url: string;
	path: string;
	access: Record<string, string>;
	amount: number;
	currency: string;
	fault: string | null;
	asked: number;
}

export interface StripeCall {
	at: string;
	url: string;
	attempt: number;
	status: number;
	ms: number;
	error?: string;
	forge?: string;
}

export interface StripeSession {
	id: string;
	amount_total: number;
	currency: string;
	client_reference_id: string | null;
	payment_status: string;
	status: string;
	page: string;
	created: number;
}

export interface StripeEvent {
	id: string;
	type: string;
	session: string;
	at: string;
	calls: StripeCall[];
}

export interface Stripe {
	secretKey: string;
	endpoint: { url: string | null; secret: string };
	sessions: StripeSession[];
	events: StripeEvent[];
}

/** Everything of the side. */
export interface AccountState {
	money: Money;
	standing: Standing;
	providers: Provider[];
	stripe: Stripe;
}
