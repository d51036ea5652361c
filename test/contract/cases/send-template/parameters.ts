import type { Match, SendCase } from '../../words/cases';
import { HeaderFile } from '../../words/sending';
import { guest } from '../people';

export const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk',
	'base64',
);

/** A template whose parameters are filled, and the components WhatsApp must get. */
export const filled = (
	name: string,
	template: string,
	variables: object,
	components: Match[],
	uploads = 0,
): SendCase => ({
	node: 'Send Template',
	name,
	template,
	runs: [
		{
			items: [guest(variables)],
			results: [{ outcome: 'accepted', template: template.split(':')[0] }],
			whatsApp: { accepted: 1, requests: 1, uploads, body: { template: { components } } },
		},
	],
});

export const header = (parameter: Match) => ({ type: 'header', parameters: [parameter] });

export const named = (parameters: Record<string, string>) =>
	Object.entries(parameters).map(([parameter_name, text]) => ({
		type: 'text',
		parameter_name,
		text,
	}));

const body = (parameters: Record<string, string>) => ({
	type: 'body',
	parameters: named({ first_name: 'Ann', ...parameters }),
});

export const button = (sub_type: string, index: number, parameter: Match) => ({
	type: 'button',
	sub_type,
	index: String(index),
	parameters: [parameter],
});

const place = {
	latitude: 35.68,
	longitude: 139.76,
	name: 'Tokyo Forum',
	address: 'Marunouchi 3',
};

export const parameterCases: SendCase[] = [
	filled(
		'numbered values in the body take a list’s places',
		'order_update_positional',
		{ 1: 'Ann', 2: 42, 3: 'paid' },
		[{ type: 'body', parameters: ['Ann', '42', 'paid'].map((text) => ({ type: 'text', text })) }],
	),
	filled(
		'a named value in the header',
		'greeting_header_variable',
		{ header_event_name: 'Test Conf' },
		[{ type: 'header', parameters: named({ event_name: 'Test Conf' }) }, body({})],
	),
	filled(
		'numbers of header and body are kept apart',
		'reminder_header_positional',
		{ header_1: 'Test Conf', 1: 'Ann', 2: '9:00' },
		[
			header({ type: 'text', text: 'Test Conf' }),
			{ type: 'body', parameters: ['Ann', '9:00'].map((text) => ({ type: 'text', text })) },
		],
	),
	filled('a picture by its link', 'poster_image', { header_media: 'https://example.com/a.png' }, [
		header({ type: 'image', image: { link: 'https://example.com/a.png' } }),
		body({}),
	]),
	filled('a picture by its media ID', 'poster_image', { header_media: '2871834006348767' }, [
		header({ type: 'image', image: { id: '2871834006348767' } }),
		body({}),
	]),
	filled(
		'a picture that comes with the item is uploaded, and sent by its ID',
		'poster_image',
		{ header_media: new HeaderFile('poster.png', 'image/png', PNG) },
		[header({ type: 'image', image: { id: expect.stringMatching(/^\d+$/) } }), body({})],
		1,
	),
	filled('a video', 'trailer_video', { header_media: 'https://example.com/a.mp4' }, [
		header({ type: 'video', video: { link: 'https://example.com/a.mp4' } }),
		body({}),
	]),
	filled(
		'a document and its file name',
		'ticket_document',
		{
			event_name: 'Test Conf',
			header_media: 'https://example.com/t.pdf',
			header_filename: 'Your ticket.pdf',
		},
		[
			header({
				type: 'document',
				document: { link: 'https://example.com/t.pdf', filename: 'Your ticket.pdf' },
			}),
			body({ event_name: 'Test Conf' }),
		],
	),
	filled('a place', 'venue_location', { event_name: 'Test Conf', header_location: place }, [
		header({ type: 'location', location: { name: 'Tokyo Forum', address: 'Marunouchi 3' } }),
		body({ event_name: 'Test Conf' }),
	]),
	filled('the ends of two links', 'session_pages', { button_0: 'one', button_1: 'two' }, [
		body({}),
		button('url', 0, { type: 'text', text: 'one' }),
		button('url', 1, { type: 'text', text: 'two' }),
	]),
	filled(
		'what a reply button answers with',
		'attendance_question',
		{ event_name: 'Test Conf', button_1: 'no-42' },
		[
			body({ event_name: 'Test Conf' }),
			button('quick_reply', 1, { type: 'payload', payload: 'no-42' }),
		],
	),
	filled('a code to copy', 'speaker_gift_code', { button_0: '25OFF' }, [
		body({}),
		button('copy_code', 0, { type: 'coupon_code', coupon_code: '25OFF' }),
	]),
	filled(
		'header, body and three kinds of buttons at once',
		'early_bird_offer',
		{
			event_name: 'Test Conf',
			discount: '25 %',
			header_media: 'https://example.com/a.png',
			button_0: 'stop',
			button_1: 'early',
			button_2: '25OFF',
		},
		[
			header({ type: 'image' }),
			body({ event_name: 'Test Conf', discount: '25 %' }),
			button('quick_reply', 0, { payload: 'stop' }),
			button('url', 1, { text: 'early' }),
			button('copy_code', 2, { coupon_code: '25OFF' }),
		],
	),
	{
		node: 'Send Template',
		name: 'a template without variables needs no values',
		template: 'hello_world',
		runs: [
			{
				items: [{ to: '+819010000001' }],
				results: [{ outcome: 'accepted', template: 'hello_world', language: 'en_US' }],
				whatsApp: { accepted: 1, requests: 1 },
			},
		],
	},
];
