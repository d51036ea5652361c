import { SECOND_NUMBER } from '../../../../simulator/credentials';
import type { SendCase } from '../../words/cases';
import { people, person, phone, values } from '../people';

const accepted = {
	outcome: 'accepted' as const,
	message: 'WhatsApp accepted the message; its statuses tell whether it was delivered',
	messageStatus: 'accepted',
	template: 'attendee_registration_confirmation',
	language: 'en',
};

/** A planned message for somebody whose language the template is not translated into. */
const wishes = {
	...person(1, { variables: { ...values, event_date: '2026年12月1日' } }),
	languages: ['ja', 'en'],
	variablesIn: { en: values },
};

export const acceptedCases: SendCase[] = [
	{
		node: 'Send Template',
		name: 'a language without translation takes the values of the one that is sent',
		template: 'attendee_ticket_reassigned',
		runs: [
			{
				items: [wishes],
				results: [{ ...accepted, template: 'attendee_ticket_reassigned' }],
				whatsApp: {
					accepted: 1,
					requests: 1,
					body: {
						template: {
							language: { code: 'en' },
							components: [
								{
									type: 'body',
									parameters: expect.arrayContaining([
										{ type: 'text', parameter_name: 'event_date', text: values.event_date },
									]),
								},
							],
						},
					},
				},
			},
		],
	},
	{
		node: 'Send Template',
		name: 'one person gets the approved template, with the values of the item',
		runs: [
			{
				items: [person()],
				results: [
					{
						...accepted,
						recipient: '…0001',
						waId: '819010000001',
						deliveryKey: expect.stringMatching(
							/^test-conf:registration_confirmed:order-1:1:[0-9a-f]{20}$/,
						),
						input: person(),
					},
				],
				whatsApp: {
					accepted: 1,
					requests: 1,
					body: {
						messaging_product: 'whatsapp',
						to: phone(1),
						type: 'template',
						biz_opaque_callback_data: expect.stringMatching(/^test-conf:.*:[0-9a-f]{20}$/),
						template: {
							name: 'attendee_registration_confirmation',
							language: { code: 'en' },
							components: [
								{
									type: 'body',
									parameters: Object.entries(values).map(([parameter_name, text]) => ({
										type: 'text',
										parameter_name,
										text,
									})),
								},
							],
						},
					},
				},
			},
		],
	},
	{
		node: 'Send Template',
		name: 'several people get a message each, and each has a result',
		runs: [
			{
				items: people(3),
				results: ['…0001', '…0002', '…0003'].map((recipient) => ({ ...accepted, recipient })),
				whatsApp: { accepted: 3, requests: 3 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'values typed into the node are sent to everybody',
		values,
		runs: [
			{
				items: [{ to: phone(1) }, { to: phone(2) }],
				results: [accepted, accepted],
				whatsApp: {
					accepted: 2,
					requests: 2,
					body: {
						template: {
							components: [{ parameters: Object.values(values).map((text) => ({ text })) }],
						},
					},
				},
			},
		],
	},
	{
		node: 'Send Template',
		name: 'results carry their items unless the node says otherwise',
		options: { includeInput: false },
		runs: [
			{
				items: [person(1), person(2, { to: '+81 123' })],
				results: [accepted, { outcome: 'skipped', reason: 'phone_invalid' }],
				whatsApp: { accepted: 1, requests: 1 },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'the translation asked for is sent',
		template: 'attendee_registration_confirmation',
		options: { language: 'ja' },
		runs: [
			{
				items: [person()],
				results: [{ ...accepted, language: 'ja' }],
				whatsApp: { accepted: 1, requests: 1, body: { template: { language: { code: 'ja' } } } },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'a number without country code gets the default country',
		options: { defaultCountry: 'JP' },
		runs: [
			{
				items: [person(1, { to: '０９０-1234-5678' })],
				results: [{ ...accepted, recipient: '…5678', waId: '819012345678' }],
				whatsApp: { accepted: 1, requests: 1, body: { to: '+819012345678' } },
			},
		],
	},
	{
		node: 'Send Template',
		name: 'another number of the account sends',
		options: { phoneNumberId: SECOND_NUMBER.phoneNumberId },
		runs: [{ items: [person()], results: [accepted], whatsApp: { accepted: 1, requests: 1 } }],
	},
	{
		node: 'Send Template',
		name: 'a refusal for speed is waited for, and the message is sent once',
		settings: { faults: [{ path: '/messages', kind: 'error', code: 130429, times: 1 }] },
		runs: [{ items: [person()], results: [accepted], whatsApp: { accepted: 1, requests: 2 } }],
	},
	{
		node: 'Send Template',
		name: 'what was sent is sent again where somebody asks for it by hand',
		runs: [
			{ items: [person()], results: [accepted], whatsApp: { accepted: 1, requests: 1 } },
			{
				items: [person()],
				sendAgain: true,
				results: [accepted],
				whatsApp: { accepted: 2, requests: 2, twice: 1 },
			},
		],
	},
];
