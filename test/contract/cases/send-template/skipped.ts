import type { OutcomeReason } from '../../../../core/messages/outcome';
import type { Match, SendCase } from '../../words/cases';
import type { SendItem } from '../../words/sending';
import { guest, person, values } from '../people';

/** An item that is refused before anything is sent. */
const skipped = (
	reason: OutcomeReason,
	name: string,
	item: SendItem,
	expected: Match & { template?: string } = {},
	template?: string,
): SendCase => ({
	node: 'Send Template',
	name: `${name}: skipped, ${reason}`,
	...(template === undefined ? {} : { template }),
	runs: [
		{
			items: [item],
			results: [{ outcome: 'skipped', reason, ...expected }],
			whatsApp: { accepted: 0, requests: 0 },
		},
	],
});

const to = (phone: unknown) => person(1, { to: phone });

export const skippedCases: SendCase[] = [
	skipped('phone_missing', 'no phone number', to(''), { message: 'There is no phone number' }),
	skipped('phone_missing', 'a field that is not there', { variables: values }),
	skipped('phone_missing', 'a list for a phone number', to(['+819010000001'])),
	skipped('phone_no_country', 'a number without country code', to('090-1234-5678'), {
		recipient: '…5678',
		message: 'The phone number …5678 has no country code',
	}),
	skipped('phone_invalid', 'a number that is too short', to('+81 123')),
	skipped('phone_invalid', 'a number that is too short for any country', to('12345'), {
		message: '…2345 is not a phone number',
	}),
	skipped('phone_invalid', 'a cell that says there is none', to('none'), {
		message: 'The text given is not a phone number',
	}),
	skipped('variable_missing', 'values that are not there', person(1, { variables: {} }), {
		recipient: '…0001',
		message: expect.stringMatching(/^First Name is empty; Event Name is empty; /),
		whatToDo: expect.stringContaining('first_name'),
	}),
	skipped(
		'variable_missing',
		'a value that is blank',
		person(1, { variables: { ...values, venue: ' \n' } }),
		{ message: 'Venue is empty' },
	),
	skipped(
		'variable_invalid',
		'a list for a value',
		person(1, { variables: { ...values, venue: ['Tokyo'] } }),
	),
	skipped(
		'variable_invalid',
		'a place without coordinates',
		guest({ event_name: 'Test Conf', header_location: 'Tokyo' }),
		{},
		'venue_location',
	),
	skipped(
		'variable_invalid',
		'a code that is too long',
		guest({ button_0: '123456789012345678901' }),
		{},
		'speaker_gift_code',
	),
	skipped(
		'variable_invalid',
		'an offer that is over',
		guest({
			event_name: 'Test Conf',
			discount: '20 %',
			header_media: 'https://example.com/a.png',
			offer_expires: 1698562800000,
			button_0: 'LAST20',
			button_1: 'last',
		}),
		{ message: 'Offer Ends is over: 2023-10-29 07:00 UTC' },
		'last_tickets_offer',
	),
	skipped(
		'variable_invalid',
		'a one-time code that is too long',
		guest({ code: '1234567890123456' }),
		{ message: 'Code is longer than 15 characters' },
		'login_code',
	),
	skipped(
		'variable_invalid',
		'products that are none',
		guest({ button_0: 'shirt', button_0_sections: { Shirts: 'all' } }),
		{},
		'merch_items',
	),
	skipped(
		'header_media_missing',
		'a card without its picture',
		guest({
			1: 'Ann',
			...Object.fromEntries([0, 1, 2].map((index) => [`card_${index}_1`, 'Aiko'])),
			...Object.fromEntries([0, 1, 2].map((index) => [`card_${index}_button_1`, 'aiko'])),
			card_0_header_media: 'https://example.com/a.png',
		}),
		{ message: 'Card 2: Image is missing; Card 3: Image is missing' },
		'event_carousel',
	),
	skipped('header_media_missing', 'no picture', guest({}), {}, 'poster_image'),
	skipped(
		'header_media_missing',
		'a file the item does not have',
		guest({ header_media: 'poster' }),
		{ message: expect.stringContaining('poster') },
		'poster_image',
	),
	skipped('input_invalid', 'values that are a number', person(1, { variables: 5 }), {
		message: 'Values by Name is not an object, e.g. {"first_name": "Aiko"}',
	}),
	skipped('template_missing', 'no template', person(), { message: 'No template is chosen' }, ''),
	skipped('template_unknown', 'a template that is not there', person(), {}, 'no_such_template'),
	skipped(
		'template_language',
		'a translation that is not there',
		person(),
		{ message: '“hello_world” has no translation in ja (there is: en_US)' },
		'hello_world:ja',
	),
	skipped(
		'template_language',
		'several translations, and none asked for',
		person(),
		{},
		'buyer_registration_confirmation',
	),
	skipped(
		'template_not_approved',
		'one in review',
		person(),
		{ message: '“schedule_change_pending” (en) is in review at WhatsApp' },
		'schedule_change_pending',
	),
	skipped('template_not_approved', 'one that was rejected', person(), {}, 'lottery_rejected'),
	skipped('template_paused', 'one that is paused', person(), {}, 'survey_paused'),
	{
		...skipped('variable_missing', 'a field of the node that is empty', person(), {
			message: 'Venue is empty',
		}),
		values: { ...values, venue: '' },
	},
];
