import { previewMessage } from './previewMessage.ts';
import type { Template, TemplateComponent } from './types.ts';

const at = '2026-11-22T10:27:39.480Z';
const preview = (...components: TemplateComponent[]) =>
	previewMessage(
		{
			id: '1',
			name: 'a',
			language: 'en',
			category: 'UTILITY',
			status: 'PENDING',
			components,
		} as Template,
		at,
	);

describe('a template as a message', () => {
	it('has named and numbered samples in place, and leaves a variable without one', () => {
		const header = {
			type: 'HEADER',
			format: 'TEXT',
			text: '{{1}}!',
			example: { header_text: ['Hi'] },
		};
		const samples = [{ param_name: 'name', example: 'Aiko' }];
		const body = {
			type: 'BODY',
			text: '{{ name }}, {{venue}}',
			example: { body_text_named_params: samples },
		};
		expect(preview(header, body, { type: 'FOOTER', text: 'Bye' })).toMatchObject({
			header: { type: 'text', text: 'Hi!' },
			body: 'Aiko, {{venue}}',
			footer: 'Bye',
		});
	});

	it.each([[[['Ann', 'nine']]], [['Ann', 'nine']]])(
		'reads samples by number from %j',
		(body_text) => {
			const message = preview({ type: 'BODY', text: '{{1}} at {{2}}', example: { body_text } });
			expect(message.body).toBe('Ann at nine');
		},
	);

	it.each([
		['IMAGE', 'image'],
		['VIDEO', 'video'],
		['DOCUMENT', 'document'],
	])('shows the sample of a header %s', (format, type) => {
		const example = { header_handle: ['/sim/samples/1/sample.png'] };
		expect(preview({ type: 'HEADER', format, example }).header).toMatchObject({
			type,
			url: '/sim/samples/1/sample.png',
		});
	});

	it('shows an offer with an end and the code of its button', () => {
		const limited_time_offer = { text: 'Last tickets', has_expiration: true };
		const buttons = [{ type: 'copy_code', example: ['LAST20'] }];
		const message = preview(
			{ type: 'limited_time_offer', limited_time_offer },
			{ type: 'BUTTONS', buttons },
		);
		expect(message.offer).toEqual({
			text: 'Last tickets',
			expiresAt: '2026-11-23T10:27:39.480Z',
			code: 'LAST20',
		});
	});

	it('shows the cards of a carousel, each with its samples and buttons', () => {
		const card = (price: string) => ({
			components: [
				{ type: 'header', format: 'image', example: { header_handle: [`/sim/media/${price}`] } },
				{ type: 'body', text: '{{1}} off', example: { body_text: [[price]] } },
				{ type: 'buttons', buttons: [{ type: 'QUICK_REPLY', text: 'More' }] },
			],
		});
		expect(preview({ type: 'CAROUSEL', cards: [card('10%'), card('20%')] }).cards).toMatchObject([
			{ index: 0, body: '10% off', header: { url: '/sim/media/10%' } },
			{ index: 1, body: '20% off', buttons: [{ type: 'QUICK_REPLY', text: 'More' }] },
		]);
	});

	it('shows the code of an authentication template, which Meta gives back as an address', () => {
		const url = 'https://www.whatsapp.com/otp/code/?otp_type=ONE_TAP&code=otp{{1}}';
		const buttons = [
			{ type: 'URL', text: 'Copy code', url, example: [url.replace('{{1}}', '123456')] },
		];
		expect(preview({ type: 'BUTTONS', buttons }).buttons).toEqual([
			{ index: 0, type: 'OTP', text: 'Autofill', code: '123456', otpType: 'ONE_TAP' },
		]);
	});

	it('names what WhatsApp writes on buttons of the shop', () => {
		const buttons = [{ type: 'CATALOG' }, { type: 'FLOW', text: 'Sign up' }];
		const shown = preview({ type: 'BUTTONS', buttons }).buttons;
		expect(shown?.map(({ text }) => text)).toEqual(['View catalog', 'Sign up']);
		expect(preview({ type: 'HEADER', format: 'PRODUCT' }).header?.type).toBe('product');
	});

	it('has buttons with what they do', () => {
		const buttons = [
			{ type: 'QUICK_REPLY', text: 'Yes' },
			{ type: 'URL', text: 'Whole', url: 'https://a.b/{{1}}', example: ['https://a.b/x'] },
			{ type: 'URL', text: 'Rest', url: 'https://a.b/{{1}}', example: ['y'] },
			{ type: 'PHONE_NUMBER', text: 'Call', phone_number: '+81312345678' },
			{ type: 'COPY_CODE', text: 'Copy', example: '25OFF' },
		];
		expect(preview({ type: 'BUTTONS', buttons }).buttons).toEqual([
			{ index: 0, type: 'QUICK_REPLY', text: 'Yes' },
			{ index: 1, type: 'URL', text: 'Whole', url: 'https://a.b/x' },
			{ index: 2, type: 'URL', text: 'Rest', url: 'https://a.b/y' },
			{ index: 3, type: 'PHONE_NUMBER', text: 'Call', phoneNumber: '+81312345678' },
			{ index: 4, type: 'COPY_CODE', text: 'Copy', code: '25OFF' },
		]);
	});
});
