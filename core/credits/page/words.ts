import { JAPANESE } from './words-ja';

/** What is written on the page, besides core's sentences. */
export const ENGLISH = {
	kicker: 'Credits and account health',
	asOf: 'As of {time}',
	unknown: 'unknown',
	credits: '{n} credits',
	balance: 'balance',
	balanceOf: {
		balance: 'left in the wallet',
		creditLine: 'left of the credit line',
		prepaid: 'credits left',
		spendOnly: 'balance',
		unavailable: 'balance',
	},
	paidAfterwards: 'Paid afterwards',
	nothingRunsOut: 'no balance that could run out',
	buy: {
		prepaid: 'Buy credits',
		meta: 'Open Meta’s Billing & payments',
		others: 'Top up at the provider',
	},
	estimated: 'estimated',
	paymentMethod: {
		attached: 'a payment method is attached',
		none: 'no payment method is attached',
		unknown: 'whether a payment method is attached is not known',
	},
	moneyRefused: 'WhatsApp refused a message for money (131042) at {time}',
	moneyRefusedWhatToDo:
		'Look at the payment method and open invoices in Meta’s Billing & payments. Then send one message and see whether it is delivered.',
	ownCredits:
		'Own credits are counted by you. They are not money at Meta, which takes its own by the payment method of the account.',
	daysLeft: 'days left at the present pace',
	noLimit: 'No limit',
	noSpending: 'No spending',
	pace: '{amount} a day in the last 7 full days',
	paceNone: 'nothing was spent in the last 7 full days; today does not count',
	paceUnknown: 'the present pace is not known',
	spentThisMonth: 'spent this month',
	spentSince: 'spent since {day}',
	messages: '{n} messages',
	unpriced: '{n} messages whose price is not known are not in it',
	canSend: 'can we send?',
	canSendIs: { yes: 'Yes', limited: 'Limited', no: 'No', unknown: 'Unknown' },
	spendPerDay: 'Spend per day',
	messagesPerDay: 'Messages per day',
	spendPerCountry: 'Spend per country',
	messagesPerCountry: 'Messages per country',
	spendNotRead: 'What was spent could not be read.',
	nothingSent: 'No message was delivered from {from} to {until}.',
	costHidden:
		'This account is paid by a partner’s credit line, and WhatsApp hides the costs of it. Amounts are estimated with WhatsApp’s prices.',
	costHiddenNoPrice:
		'This account is paid by a partner’s credit line, and WhatsApp hides the costs of it. No price list is known for it: messages are counted instead.',
	day: 'Day',
	country: 'Country',
	countryUnknown: 'Country unknown',
	otherCountries: '{n} others',
	messagesColumn: 'Messages',
	spent: 'Spent',
	total: 'Total',
	category: {
		marketing: 'Marketing',
		utility: 'Utility',
		authentication: 'Authentication',
		service: 'Service',
		other: 'Other',
	} as Record<string, string>,
	balanceOverTime: 'Balance over time',
	balanceLeft: 'Balance',
	balanceExpected: 'At the present pace',
	emptyOn: 'At the present pace it is empty on {day}.',
	bought: 'Bought',
	balanceAtEnd: 'Balance',
	numberHealth: 'Health of the number',
	healthNotRead: 'The health of the account was not read.',
	number: 'Number',
	account: 'Account',
	displayName: 'Display name',
	status: 'Status',
	quality: 'Quality',
	qualityIs: {
		GREEN: 'High',
		YELLOW: 'Medium',
		RED: 'Low',
		NA: 'Not rated yet',
		UNKNOWN: 'Not rated yet',
	} as Record<string, string>,
	statusIs: {
		CONNECTED: 'Connected',
		PENDING: 'Pending',
		BANNED: 'Banned',
		DELETED: 'Deleted',
		DISCONNECTED: 'Disconnected',
		FLAGGED: 'Flagged',
		MIGRATED: 'Migrated',
		RATE_LIMITED: 'Rate limited',
		RESTRICTED: 'Restricted',
	} as Record<string, string>,
	nameStatusIs: {
		APPROVED: 'approved',
		AVAILABLE_WITHOUT_REVIEW: 'can be used without review',
		DECLINED: 'declined',
		EXPIRED: 'expired',
		PENDING_REVIEW: 'in review',
	} as Record<string, string>,
	limit: 'People you may write to first in 24 hours',
	unlimited: 'Unlimited',
	usedToday: '{used} of {most} used, {left} left today',
	usedUnlimited: '{used} used today, no limit',
	usedOnly: '{used} used today',
	usedUnknown: 'how many are used today is not known',
	restrictions: 'Restrictions',
	restrictionIs: {
		RESTRICTED_BIZ_INITIATED_MESSAGING: 'No first messages and no templates to people',
		RESTRICTED_CUSTOMER_INITIATED_MESSAGING: 'No answers to people',
		RESTRICTED_ADD_PHONE_NUMBER_ACTION: 'No new phone numbers',
	} as Record<string, string>,
	andUntil: ', until {time}',
	ban: 'Ban',
	banIs: {
		DISABLE: 'The account is disabled',
		SCHEDULE_FOR_DISABLE: 'The account will be disabled',
		REINSTATE: 'The account is reinstated',
	} as Record<string, string>,
	pausedTemplates: 'Paused templates',
	disabledTemplates: 'Disabled templates',
	problems: 'What to do',
	notRead: 'Could not be read',
	noProblems: 'No restrictions, no paused templates.',
	evidence: 'Where these numbers come from',
	evidenceSpend:
		'Spend: WhatsApp’s own account of delivered messages (pricing_analytics), {from} to {until}, days of the time zone {timeZone}.',
	evidenceCard: 'Prices: WhatsApp’s rate card in {currency} from {date}.',
	evidenceBalance: 'Balance, as of {time}:',
	evidenceHealth: 'Health, as of {time}:',
	evidenceBalanceTime:
		'Balance over time: worked out backwards from the balance, with the purchases and the spend of each day.',
	evidencePace: 'Days left: the balance divided by the average of the last 7 full days.',
	noScript: 'The pictures need JavaScript. The tables show the same numbers.',
};

export type Words = typeof ENGLISH;

/** In the language of whoever reads: Japanese, or English for everybody else. */
export const wordsFor = (language: string): Words =>
	/^ja\b/i.test(language.trim()) ? JAPANESE : ENGLISH;

/** `{n} credits` with its values. */
export const fill = (text: string, values: Record<string, string | number>): string =>
	text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** Meta's word in the reader's; one that is not known is written as Meta does, without capitals. */
export const wordOf = (words: Readonly<Record<string, string>>, word: string): string =>
	(Object.hasOwn(words, word) && words[word]) || word.toLowerCase().replace(/_/g, ' ');
