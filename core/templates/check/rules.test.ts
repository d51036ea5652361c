import type { TemplateDefinition } from '../definition';
import {
	checkTemplate,
	readDefinition,
	RULES,
	type CheckContext,
	type Finding,
	type RuleId,
} from './index';

const template: TemplateDefinition = {
	name: 'ticket_ready',
	language: 'en',
	category: 'UTILITY',
	body: 'Hi {{first_name}}, your ticket for the conference is ready.',
	samples: { first_name: 'Ann' },
};

/** A change of the template above; a field is removed with undefined. */
type Change = Record<string, unknown>;

const build = (change: Change) => JSON.parse(JSON.stringify({ ...template, ...change }));

function check(change: Change, context?: CheckContext): Finding[] {
	const { definition, findings } = readDefinition(build(change));
	return [...findings, ...(definition ? checkTemplate(definition, context) : [])];
}

const rulesOf = (findings: Finding[]) => [...new Set(findings.map(({ rule }) => rule))].sort();

const x = (count: number) => 'x'.repeat(count);
const quick = (count: number) =>
	Array.from({ length: count }, (_none, at) => ({ type: 'quick_reply', text: `Reply ${at}` }));
const url = (more: Change = {}) => ({
	type: 'url',
	text: 'Open',
	url: 'https://a.example/',
	...more,
});
const phone = (number = '+15550051310') => ({ type: 'phone', text: 'Call', phone: number });
const code = (sample = '25OFF') => ({ type: 'copy_code', sample });
const meta = (type: string, more: Change = {}) => ({ type: 'other', meta: { type, ...more } });

const plain = (body: string) => ({ body, samples: undefined });
const numbered = (body: string, ...samples: string[]) => ({
	body,
	samples: Object.fromEntries(samples.map((sample, at) => [at + 1, sample])),
});
const header = (text: string, samples: Change = {}) => ({
	header: { type: 'text', text },
	samples: { ...template.samples, ...samples },
});

const offer = (change: Change = {}, told = 'Ends soon!') => ({
	category: 'MARKETING',
	other: {
		components: [
			{ at: 1, meta: { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: told } } },
		],
	},
	...change,
});

interface Card {
	format?: string;
	text?: string;
	buttons?: number;
}
const card = ({ format = 'IMAGE', text = 'A card', buttons = 1 }: Card = {}) => ({
	components: [
		{ type: 'HEADER', format },
		{ type: 'BODY', text },
		{ type: 'BUTTONS', buttons: Array(buttons).fill({ type: 'QUICK_REPLY', text: 'More' }) },
	],
});
const carousel = (...cards: Card[]) => ({
	category: 'MARKETING',
	other: { components: [{ at: 1, meta: { type: 'CAROUSEL', cards: cards.map(card) } }] },
});

const app = { package_name: 'com.example.tickets', signature_hash: 'K8a/AINcGX7' };
const login = (change: Change = {}, button: Change = {}, minutes = 5) => ({
	category: 'AUTHENTICATION',
	body: undefined,
	samples: undefined,
	buttons: [meta('OTP', { otp_type: 'COPY_CODE', ...button })],
	other: {
		components: [
			{ at: 0, meta: { type: 'BODY', add_security_recommendation: true } },
			{ at: 1, meta: { type: 'FOOTER', code_expiration_minutes: minutes } },
		],
	},
	...change,
});

const another: TemplateDefinition = {
	name: 'another',
	language: 'en',
	category: 'UTILITY',
	body: 'See you.',
};

interface Case {
	breaks: Change;
	/** Just within the rule, and within all others. */
	passes: Change;
	context?: CheckContext;
	/** Warnings that cannot be kept apart from the rule. */
	also?: RuleId[];
}

const CASES: Record<RuleId, Case> = {
	'definition-form': { breaks: { body: 7 }, passes: {} },
	'field-unknown': { breaks: { buton: [] }, passes: { audience: 'attendee' } },

	'name-form': { breaks: { name: 'Ticket-Ready' }, passes: { name: 'ticket_ready_2' } },
	'name-length': { breaks: { name: x(513) }, passes: { name: x(512) } },
	'language-known': { breaks: { language: 'en-US' }, passes: { language: 'en_US' } },
	'category-known': { breaks: { category: 'utility' }, passes: { category: 'MARKETING' } },
	'duplicate-name': {
		breaks: { name: 'another' },
		passes: { name: 'another', language: 'ja' },
		context: { others: [another] },
	},
	'duplicate-text': {
		breaks: plain('See you.'),
		passes: { ...plain('See you.'), footer: 'DevConf' },
		context: { others: [another] },
	},
	'category-promotional': {
		breaks: { footer: 'Discounts for early visitors' },
		passes: { footer: 'Discounts for early visitors', category: 'MARKETING' },
	},
	'category-unclear': { breaks: plain('Congratulations!'), passes: plain('Order confirmed') },
	'sensitive-request': {
		breaks: plain('Please send us your card number.'),
		passes: plain('Please send us the last four digits of your card.'),
	},
	'ttl-range': { breaks: { messageSendTtlSeconds: 29 }, passes: { messageSendTtlSeconds: 30 } },

	'header-length': { breaks: header(x(61)), passes: header(x(60)) },
	'header-one-variable': {
		breaks: header('{{day}} at {{place}}', { day: 'Monday', place: 'Hall 1' }),
		passes: header('{{day}} is near', { day: 'Monday' }),
	},
	'header-plain-text': { breaks: header('Your *ticket*'), passes: header('Your ticket #1 (new)') },
	'header-sample': {
		breaks: { header: { type: 'image' } },
		passes: { header: { type: 'image', sample: 'poster.png' } },
	},

	'body-missing': { breaks: plain(' '), passes: plain('. . .a b') },
	'body-length': { breaks: plain(`a ${x(1023)}`), passes: plain(`a ${x(1022)}`) },
	'body-lines': { breaks: plain('Hello\n\n\nthere'), passes: plain('Hello\n\nthere') },
	'body-spaces': { breaks: plain('Hello     there'), passes: plain('Hello    there') },
	'body-emojis': {
		breaks: plain(`Your tickets ${'🎟️'.repeat(11)}`),
		passes: plain(`Your tickets ${'🎟️'.repeat(10)}`),
	},

	'footer-length': { breaks: { footer: x(61) }, passes: { footer: x(60) } },
	'footer-variable': { breaks: { footer: 'For {{first_name}}' }, passes: { footer: 'For you' } },
	'footer-plain-text': { breaks: { footer: 'See you 👋' }, passes: { footer: 'See you, © 2026' } },

	'variable-first': {
		breaks: { body: '{{first_name}}, your ticket is ready.' },
		passes: { body: 'Hi {{first_name}}, your ticket is ready.' },
	},
	'variable-last': {
		breaks: { body: 'Your ticket is ready, {{first_name}}' },
		passes: { body: 'Your ticket is ready, {{first_name}}, enjoy' },
	},
	'variable-hanging': {
		breaks: { body: 'Your ticket is ready, {{first_name}}!' },
		passes: { body: 'Your ticket is ready, {{first_name}}. OK' },
	},
	'variable-adjacent': {
		breaks: numbered('Hi {{1}} {{2}}, your ticket is ready.', 'Ann', 'Lee'),
		passes: numbered('Hi {{1}}, {{2}}: your ticket is ready.', 'Ann', 'Lee'),
	},
	'variable-braces': {
		breaks: { body: 'Hi {{first_name}}, ticket {number} is ready.' },
		passes: { body: 'Hi {{first_name}}, ticket (number) is ready.' },
	},
	'variable-characters': {
		breaks: plain('Hi, you paid {{$amount}} for the ticket.'),
		passes: {
			body: 'Hi, you paid ${{amount}} for the ticket.',
			samples: { amount: '80' },
		},
	},
	'variable-name': {
		breaks: { body: 'Hi {{firstName}}, your ticket is ready.', samples: { firstName: 'Ann' } },
		passes: {
			body: 'Hi {{first_name_1}}, your ticket is ready.',
			samples: { first_name_1: 'Ann' },
		},
	},
	'variable-mixed': {
		breaks: {
			body: 'Hi {{first_name}}, your ticket {{1}} is ready.',
			samples: { first_name: 'Ann', 1: 'A1' },
		},
		passes: numbered('Hi {{1}}, your ticket {{2}} is ready.', 'Ann', 'A1'),
	},
	'variable-sequence': {
		breaks: { body: 'Hi {{2}}, your ticket is ready.', samples: { 2: 'Ann' } },
		passes: numbered('Hi {{1}}, your ticket is ready.', 'Ann'),
	},
	'variable-order': {
		breaks: numbered('Ticket {{2}} of the conference is ready, {{1}}, see you', 'Ann', 'A1'),
		passes: numbered('Ticket {{1}} of the conference is ready, {{2}}, see you', 'A1', 'Ann'),
	},
	'variable-repeated': {
		breaks: { body: 'Hi {{first_name}}, come to the desk, {{first_name}}, please.' },
		passes: numbered('Hi {{1}}, come to the desk, {{1}}, please.', 'Ann'),
	},
	'variable-density': {
		breaks: numbered('Hi {{1}}, {{2}} is ready now.', 'Ann', 'A1'),
		passes: numbered('Hi {{1}}, {{2}} is ready for you.', 'Ann', 'A1'),
	},

	'sample-missing': {
		breaks: { samples: { first_name: ' ' } },
		passes: { samples: { first_name: 'A' } },
	},
	'sample-unused': {
		breaks: { samples: { first_name: 'Ann', day: 'Monday' } },
		passes: { ...header('On {{day}}', { day: 'Monday' }) },
	},
	'sample-form': {
		breaks: { samples: { first_name: 'Ann\nLee' } },
		passes: { samples: { first_name: 'Ann    Lee' } },
	},
	'sample-personal': {
		breaks: { samples: { first_name: 'ann@gmail.com' } },
		passes: { samples: { first_name: 'ann@example.com' } },
	},

	'button-count': {
		breaks: { buttons: quick(11) },
		passes: { buttons: quick(10) },
		also: ['buttons-desktop'],
	},
	'button-label-missing': {
		breaks: { buttons: [{ type: 'quick_reply', text: ' ' }] },
		passes: { buttons: [{ type: 'quick_reply', text: 'x' }] },
	},
	'button-label-length': {
		breaks: { buttons: [{ type: 'quick_reply', text: x(26) }] },
		passes: { buttons: [{ type: 'quick_reply', text: x(25) }] },
	},
	'button-label-plain-text': {
		breaks: { buttons: [{ type: 'quick_reply', text: 'Yes 👍' }] },
		passes: { buttons: [{ type: 'quick_reply', text: 'Yes, please!' }] },
	},
	'quick-replies-together': {
		breaks: { buttons: [...quick(1), url(), ...quick(1)] },
		passes: { buttons: [url(), ...quick(2)] },
		also: ['buttons-desktop'],
	},
	'url-count': { breaks: { buttons: [url(), url(), url()] }, passes: { buttons: [url(), url()] } },
	'phone-count': { breaks: { buttons: [phone(), phone()] }, passes: { buttons: [phone()] } },
	'copy-code-count': { breaks: { buttons: [code(), code()] }, passes: { buttons: [code()] } },
	'phone-length': {
		breaks: { buttons: [phone('+1 (555) 005 - 13 10 0')] },
		passes: { buttons: [phone('+1 (555) 005 - 13 10')] },
	},
	'phone-form': {
		breaks: { buttons: [phone('03-1234-5678')] },
		passes: { buttons: [phone('+81 3 1234 5678')] },
	},
	'copy-code-sample': { breaks: { buttons: [code(' ')] }, passes: { buttons: [code('A')] } },
	'copy-code-length': { breaks: { buttons: [code(x(21))] }, passes: { buttons: [code(x(20))] } },
	'buttons-desktop': { breaks: { buttons: quick(4) }, passes: { buttons: quick(3) } },
	'product-button-alone': {
		breaks: { buttons: [meta('CATALOG'), url()] },
		passes: { buttons: [meta('CATALOG')] },
	},

	'url-form': {
		breaks: { buttons: [url({ url: 'tickets.example' })] },
		passes: { buttons: [url({ url: 'https://tickets.example?a=1' })] },
	},
	'url-https': {
		breaks: { buttons: [url({ url: 'http://tickets.example/' })] },
		passes: { buttons: [url({ url: 'HTTPS://tickets.example/' })] },
	},
	'url-length': {
		breaks: { buttons: [url({ url: `https://a.example/${x(1983)}` })] },
		passes: { buttons: [url({ url: `https://a.example/${x(1982)}` })] },
	},
	'url-variable': {
		breaks: {
			buttons: [url({ url: 'https://a.example/{{1}}/t', sample: 'https://a.example/1/t' })],
		},
		passes: {
			buttons: [url({ url: 'https://a.example/t?{{1}}', sample: 'https://a.example/t?1' })],
		},
	},
	'url-sample': {
		breaks: { buttons: [url({ url: 'https://a.example/{{1}}' })] },
		passes: { buttons: [url({ url: 'https://a.example/{{1}}', sample: 'A1' })] },
	},
	'link-whatsapp': {
		breaks: { buttons: [url({ url: 'https://wa.me/15550051310' })] },
		passes: { buttons: [url({ url: 'https://not-wa.me.example/' })] },
	},
	'link-shortened': {
		breaks: plain('Your ticket: https://bit.ly/3abc and have fun.'),
		passes: plain('Your ticket: https://a.example/bit.ly and have fun.'),
	},

	'offer-category': { breaks: offer({ category: 'UTILITY' }), passes: offer() },
	'offer-text': { breaks: offer({}, x(17)), passes: offer({}, x(16)) },
	'offer-header': {
		breaks: offer({ header: { type: 'location' } }),
		passes: offer({ header: { type: 'video', sample: 'a.mp4' } }),
	},
	'offer-body-length': { breaks: offer(plain(x(601))), passes: offer(plain(x(600))) },
	'offer-footer': { breaks: offer({ footer: 'DevConf' }), passes: offer() },
	'offer-code-first': {
		breaks: offer({ buttons: [url(), code()] }),
		passes: offer({ buttons: [code(), url()] }),
	},
	'offer-code-length': {
		breaks: offer({ buttons: [code(x(16))] }),
		passes: offer({ buttons: [code(x(15))] }),
	},

	'carousel-cards': { breaks: carousel({}), passes: carousel({}, {}) },
	'carousel-same': {
		breaks: carousel({}, { format: 'VIDEO' }),
		passes: carousel({ format: 'VIDEO' }, { format: 'VIDEO', text: 'Another' }),
	},
	'carousel-header': {
		breaks: carousel({ format: 'TEXT' }, { format: 'TEXT' }),
		passes: carousel({ format: 'PRODUCT' }, { format: 'PRODUCT' }),
	},
	'carousel-body-length': {
		breaks: carousel({}, { text: x(161) }),
		passes: carousel({}, { text: x(160) }),
	},
	'carousel-buttons': {
		breaks: carousel({ buttons: 3 }, { buttons: 3 }),
		passes: carousel({ buttons: 2 }, { buttons: 2 }),
	},
	'product-body-length': {
		breaks: { ...plain(`a ${x(159)}`), buttons: [meta('SPM', { text: 'View' })] },
		passes: { ...plain(`a ${x(158)}`), buttons: [meta('SPM', { text: 'View' })] },
	},

	'authentication-content': {
		breaks: login({ header: { type: 'text', text: 'Your code' } }),
		passes: login(),
	},
	'authentication-button': { breaks: login({ buttons: quick(1) }), passes: login() },
	'authentication-expiry': { breaks: login({}, {}, 91), passes: login({}, {}, 90) },
	'authentication-app': {
		breaks: login(
			{},
			{ otp_type: 'ONE_TAP', supported_apps: [{ ...app, signature_hash: 'short' }] },
		),
		passes: login({}, { otp_type: 'ONE_TAP', supported_apps: [app] }),
	},
	'authentication-terms': {
		breaks: login({}, { otp_type: 'ZERO_TAP', supported_apps: [app] }),
		passes: login(
			{},
			{ otp_type: 'ZERO_TAP', supported_apps: [app], zero_tap_terms_accepted: true },
		),
	},
	'code-elsewhere': {
		breaks: { buttons: [meta('OTP', { otp_type: 'COPY_CODE' })] },
		passes: { buttons: [code()] },
	},
};

describe('the rules', () => {
	it('all have a template that breaks them and one that just passes', () => {
		expect(Object.keys(CASES).sort()).toEqual(Object.keys(RULES).sort());
	});

	it.each(Object.entries(CASES))('%s: is broken alone', (rule, { breaks, context, also = [] }) => {
		expect(rulesOf(check(breaks, context))).toEqual([rule, ...also].sort());
	});

	it.each(Object.entries(CASES))('%s: just passes', (_rule, { passes, context, also = [] }) => {
		expect(rulesOf(check(passes, context))).toEqual(also);
	});

	it.each(Object.entries(CASES))('%s: says where, and what to do', (rule, { breaks, context }) => {
		for (const finding of check(breaks, context).filter((one) => one.rule === rule)) {
			// What a finding is about is some rules' only: promotion.test.ts looks at it.
			const { about: _about, ...told } = finding;
			expect(told).toEqual({
				rule,
				severity: RULES[rule as RuleId].severity,
				place: expect.stringMatching(/./),
				message: expect.stringMatching(/^\S.*[^.]$/s),
				whatToDo: expect.stringMatching(/^[A-Z].*\.$/s),
				source: expect.stringMatching(/./),
			});
		}
	});
});
