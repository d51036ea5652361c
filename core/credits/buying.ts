import type { BalanceSourceId } from './balance/balance';

/** Where one pays, and why there. */
export interface BuyingPlace {
	by: 'meta' | 'provider' | 'stripe';
	/** Absent for own credits: the flow makes a Stripe Checkout link. */
	url?: string;
	/** False where no documentation names this very page: then check it once, and set your own. */
	confirmed: boolean;
	message: string;
}

export interface BuyingQuestion {
	source: BalanceSourceId;
	businessAccountId?: string;
	/** Of the business portfolio, where it is known. */
	businessId?: string;
	/** The organiser's own address in place of ours; may contain `{businessAccountId}` and `{businessId}`. */
	address?: string;
}

/**
 * Meta's page of one WhatsApp account's billing. No page of Meta's documentation names it; several
 * open-source clients lead there. Without the parameters one chooses the account oneself.
 */
export const META_BILLING_ADDRESS =
	'https://business.facebook.com/billing_hub/accounts/details/?business_id={businessId}&asset_id={businessAccountId}&account_type=whatsapp-business-account';

const META_WHY =
	'WhatsApp bills this account directly, and nobody but Meta can take that money: no API attaches a card or adds funds. In Meta’s Billing & payments, choose WhatsApp Business accounts, then this account.';

/** Front doors, which move less than the pages behind them. */
const CONSOLES: Readonly<
	Partial<Record<BalanceSourceId, { name: string; url: string; where: string }>>
> = {
	dialog360: {
		name: '360dialog',
		url: 'https://hub.360dialog.com',
		where: 'the hub, below Billing',
	},
	gupshup: {
		name: 'Gupshup',
		url: 'https://partner.gupshup.io',
		where: 'the Partner Portal, below Wallet',
	},
	twilio: {
		name: 'Twilio',
		url: 'https://console.twilio.com',
		where: 'the Console, below Billing',
	},
	vonage: {
		name: 'Vonage',
		url: 'https://dashboard.nexmo.com',
		where: 'the dashboard, below Billing',
	},
	messagebird: {
		name: 'MessageBird',
		url: 'https://dashboard.messagebird.com',
		where: 'the dashboard, below Billing',
	},
	infobip: {
		name: 'Infobip',
		url: 'https://portal.infobip.com',
		where: 'the portal, below Billing',
	},
};

/** Where somebody buys, for what pays the messages of this account. */
export function buyingPlace(question: BuyingQuestion): BuyingPlace {
	const { source } = question;
	if (source === 'prepaid') {
		return {
			by: 'stripe',
			confirmed: true,
			message: 'Own credits are paid for on a page of Stripe’s, which this flow makes.',
		};
	}
	const own = question.address?.trim();
	if (source === 'meta') {
		return {
			by: 'meta',
			url: addressWith(question, own || META_BILLING_ADDRESS),
			confirmed: Boolean(own),
			message: META_WHY,
		};
	}
	const { name, url, where } = CONSOLES[source]!;
	return {
		by: 'provider',
		url: addressWith(question, own || url),
		confirmed: Boolean(own),
		message: `${name} bills the messages of this account: top up in ${where}.`,
	};
}

/**
 * Where a page leads whoever wants to pay: to the form that sells own credits, else to whoever bills the messages.
 *
 * @param ownCredits address of that form; without it, there is none
 */
export const buyUrl = (question: BuyingQuestion, ownCredits?: string): string | undefined =>
	question.source === 'prepaid' ? ownCredits : buyingPlace(question).url;

/** Fills in what is known and leaves out the parameters that are not. */
function addressWith(question: BuyingQuestion, template: string): string {
	const known = {
		businessAccountId: question.businessAccountId?.trim() ?? '',
		businessId: question.businessId?.trim() ?? '',
	};
	const filled = (text: string) =>
		text.replace(/\{(businessAccountId|businessId)\}/g, (_all, key: keyof typeof known) =>
			encodeURIComponent(known[key]),
		);
	const [path = '', query] = template.split('?', 2);
	if (query === undefined) return filled(path);
	const kept = query
		.split('&')
		.filter((part) => !/\{(\w+)\}/.test(part) || filled(part).split('=')[1] !== '');
	return kept.length > 0 ? `${filled(path)}?${kept.map(filled).join('&')}` : filled(path);
}
