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
