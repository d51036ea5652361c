import type { ExpectedResult, SendCase, SendStep } from '../../words/cases';
import { guest, phone } from '../people';

const moved = (more: object = {}) => ({ ...guest({}), ...more });

const refused: ExpectedResult = {
	outcome: 'skipped',
	reason: 'template_category',
	message: expect.stringMatching(
		/^“category_moved” \(en\) counts as marketing now, and was meant as utility: \$.* a message in JP/,
	),
	whatToDo: expect.stringContaining('the option that sends it although it is marketing now'),
};

const nothing = { accepted: 0, requests: 0 };

/** Marketing from the start, and still what it was made as. */
const offer = { name: 'newsletter', language: 'en', category: 'MARKETING', status: 'APPROVED' };
const newsletter = {
	...offer,
	parameter_format: 'NAMED',
	components: [{ type: 'BODY', text: 'Hi {{first_name}}, tickets are on sale.' }],
};

const accepted: ExpectedResult = { outcome: 'accepted' };

const one = (
	name: string,
	about: Partial<SendCase>,
	result: ExpectedResult,
	whatsApp: SendStep['whatsApp'],
	step: Partial<SendStep> = {},
): SendCase => ({
	node: 'Send Template',
	name,
	...about,
	runs: [{ items: [moved()], results: [result], whatsApp, ...step }],
});

/** Templates that are marketing, or have become it. */
export const marketingCases: SendCase[] = [
	one(
		'a template that became marketing: skipped, template_category',
		{ template: 'category_moved' },
		refused,
		nothing,
	),
	one('a dry run tells the same', { template: 'category_moved' }, refused, nothing, {
		dryRun: true,
	}),
	one(
		'a template that became marketing is sent where somebody allows it',
		{ template: 'category_moved', options: { allowMarketing: true } },
		accepted,
		{ accepted: 1, requests: 1 },
	),
	one(
		'a template of marketing is sent as it is',
		{ template: 'newsletter', templates: [newsletter] },
		accepted,
		{ accepted: 1, requests: 1 },
	),
	one(
		'a message planned as utility with a template of marketing: skipped, template_category',
		{ template: 'newsletter', templates: [newsletter] },
		{ outcome: 'skipped', reason: 'template_category' },
		nothing,
		{ items: [moved({ template: 'newsletter', category: 'UTILITY' })] },
	),
	one(
		'a category that is a field of something else means nothing',
		{ template: 'newsletter', templates: [newsletter] },
		accepted,
		{ accepted: 1, requests: 1 },
		{ items: [moved({ category: 'UTILITY' })] },
	),
	one(
		'a change of category that is only announced is sent',
		{
			template: 'parking_information',
			templates: [
				{
					...newsletter,
					name: 'parking_information',
					category: 'UTILITY',
					correct_category: 'MARKETING',
				},
			],
		},
		accepted,
		{ accepted: 1, requests: 1 },
	),
	one(
		'a template with a payment button: skipped, template_unsupported',
		{
			template: 'pay_the_order',
			templates: [
				{
					...newsletter,
					name: 'pay_the_order',
					category: 'UTILITY',
					components: [
						{ type: 'BODY', text: 'Please pay for your tickets.' },
						{ type: 'BUTTONS', buttons: [{ type: 'ORDER_DETAILS', text: 'Review and pay' }] },
					],
				},
			],
		},
		{
			outcome: 'skipped',
			reason: 'template_unsupported',
			message: expect.stringContaining('a payment button'),
		},
		nothing,
	),
	...(['fallback', 'strict'] as const).map((marketingMessages) =>
		one(
			`marketing goes through the API for it, and says what else may happen: ${marketingMessages}`,
			{ template: 'newsletter', templates: [newsletter], options: { marketingMessages } },
			accepted,
			{
				accepted: 1,
				requests: 1,
				marketing: 1,
				body: {
					product_policy: { fallback: 'CLOUD_API_FALLBACK', strict: 'STRICT' }[marketingMessages],
				},
			},
		),
	),
	one(
		'what is no marketing goes the usual way',
		{ template: 'speaker_gift_code', options: { marketingMessages: 'strict' } },
		accepted,
		{ accepted: 1, requests: 1, marketing: 0 },
		{ items: [guest({ button_0: '25OFF' })] },
	),
	one(
		'an account that is not set up for it falls back',
		{
			template: 'newsletter',
			templates: [newsletter],
			options: { marketingMessages: 'fallback' },
			settings: { marketingMessages: { onboarded: false } },
		},
		accepted,
		{ accepted: 1, requests: 1, marketing: 1 },
	),
	{
		node: 'Send Template',
		name: 'an account that is not set up for it: rejected, and not tried for the others',
		template: 'newsletter',
		templates: [newsletter],
		options: { marketingMessages: 'strict', concurrency: 1 },
		settings: { marketingMessages: { onboarded: false } },
		runs: [
			{
				items: [moved(), { ...moved(), to: phone(2) }],
				results: [
					{
						outcome: 'rejected',
						reason: 'refused',
						whatToDo: expect.stringContaining('With Fallback'),
						meta: { class: 'template', code: 134102 },
					},
					{ outcome: 'unsent', reason: 'template_refused' },
				],
				whatsApp: { accepted: 0, requests: 1, marketing: 1 },
			},
		],
	},
	one(
		'a template that is not ready there yet says when it will be',
		{
			template: 'newsletter',
			templates: [newsletter],
			options: { marketingMessages: 'fallback' },
			settings: { faults: [{ path: '/marketing_messages', kind: 'error', code: 134101 }] },
		},
		{
			outcome: 'rejected',
			reason: 'refused',
			whatToDo: expect.stringContaining('wait 10 minutes'),
			retryAfter: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		},
		{ accepted: 0, requests: 1, marketing: 1 },
	),
	one(
		'an answer that says neither yes nor no is not repeated there either',
		{
			template: 'newsletter',
			templates: [newsletter],
			options: { marketingMessages: 'fallback' },
			settings: { faults: [{ path: '/marketing_messages', kind: 'error', code: 131000 }] },
		},
		{ outcome: 'unknown', reason: 'unclear_answer' },
		{ accepted: 0, requests: 1, marketing: 1 },
	),
];
