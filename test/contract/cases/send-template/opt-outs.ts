import type { ExpectedResult, SendCase, SendStep } from '../../words/cases';
import { bodyOf, phoneNumberId } from '../business-trigger/bodies';
import { guest, person, phone } from '../people';

const newsletter = {
	...{ name: 'newsletter', language: 'en', category: 'MARKETING', status: 'APPROVED' },
	parameter_format: 'NAMED',
	components: [{ type: 'BODY', text: 'Hi {{first_name}}, tickets are on sale.' }],
};

const about = {
	messaging_product: 'whatsapp',
	metadata: { display_phone_number: '15550783881', phone_number_id: phoneNumberId },
};
const from = phone(1).slice(1);
let messages = 0;

const message = (content: object) =>
	bodyOf('messages', {
		...about,
		messages: [{ from, id: `wamid.in-${++messages}`, timestamp: '1750263773', ...content }],
	});

const wrote = (body: string) => message({ type: 'text', text: { body } });
const tapped = (text: string) => message({ type: 'button', button: { payload: text, text } });

const preference = (value: string, timestamp = 1750263773) =>
	bodyOf('user_preferences', {
		...about,
		user_preferences: [{ wa_id: from, category: 'marketing_messages', value, timestamp }],
	});

const failed = bodyOf('messages', {
	...about,
	statuses: [
		{
			id: 'wamid.out-1',
			status: 'failed',
			timestamp: '1750263773',
			recipient_id: from,
			errors: [{ code: 131050, title: 'User has stopped receiving marketing messages' }],
		},
	],
});

const stopped: ExpectedResult = {
	outcome: 'skipped',
	reason: 'opted_out',
	recipient: '…0001',
	template: 'newsletter',
	message: 'This person stopped marketing messages, and this template is marketing',
};
const noConsent: ExpectedResult = { outcome: 'skipped', reason: 'no_consent', recipient: '…0001' };
const accepted: ExpectedResult = { outcome: 'accepted' };
const nothing = { accepted: 0, requests: 0 };
const one = { accepted: 1, requests: 1 };

const run = (
	results: ExpectedResult[],
	whatsApp: SendStep['whatsApp'],
	more: Partial<SendStep> = {},
): SendStep => ({ items: results.map(() => guest({})), results, whatsApp, ...more });

const sending = (name: string, ...runs: SendStep[]): SendCase => ({
	node: 'Send Template',
	name,
	template: 'newsletter',
	templates: [newsletter],
	runs,
});

export const optOutCases: SendCase[] = [
	...(
		[
			['WhatsApp’s own settings', preference('stop')],
			['a word', wrote('STOP')],
			['a word of another language', wrote('配信停止')],
			['a button', tapped('Parar promoções')],
			['a refusal of an earlier message', failed],
		] as const
	).map(([way, update]) =>
		sending(
			`somebody who stopped marketing with ${way} gets none: skipped, opted_out`,
			run([stopped], nothing, { updates: [update] }),
		),
	),
	sending(
		'a dry run leaves out the same people',
		run([{ ...stopped }], nothing, { updates: [wrote('stop')], dryRun: true }),
	),
	sending(
		'an opt-out is about one person, however the number is written',
		run([stopped, accepted], one, {
			updates: [wrote('STOP')],
			items: [
				{ ...guest({}), to: '0081 (0)90-1000-0001'.replace('(0)', '') },
				{ ...guest({}), to: phone(2) },
			],
		}),
	),
	sending(
		'somebody who comes back gets marketing again',
		run([stopped], nothing, { updates: [preference('stop')] }),
		run([accepted], one, { updates: [preference('resume', 1750263774)] }),
	),
	{
		...sending(
			'utility still reaches somebody who opted out, and somebody who did not agree',
			run([accepted], one, {
				updates: [wrote('STOP')],
				items: [person(1, { consent: false })],
			}),
		),
		template: 'attendee_registration_confirmation:en',
	},
	sending(
		'somebody who did not agree gets no marketing: skipped, no_consent',
		run(
			[noConsent, noConsent, accepted, accepted],
			{ accepted: 2, requests: 2 },
			{
				items: [
					{ ...guest({}), consent: false },
					{ ...guest({}), consent: 'no' },
					{ ...guest({}), to: phone(2), consent: true },
					{ ...guest({}), to: phone(3) },
				],
			},
		),
	),
	{
		...sending(
			'a refusal of WhatsApp’s is an opt-out from then on',
			run(
				[
					{
						outcome: 'rejected',
						reason: 'refused',
						meta: { class: 'recipient', code: 131050 },
						optOut: {
							choice: 'stop',
							by: 'refusal',
							person: expect.stringMatching(/^[0-9a-f]{20}$/),
						},
					},
					stopped,
				],
				{ accepted: 0, requests: 1 },
				{ items: [guest({ a: '1' }), guest({ a: '2' })] },
			),
		),
		options: { concurrency: 1 },
		settings: { faults: [{ path: '/messages', kind: 'error', code: 131050 }] },
	},
];
