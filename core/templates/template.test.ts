import { fixture } from '../testing/fixture';
import { componentOf, parseTemplateKey, readTemplate, templateKey } from './template';

describe('an entry of Meta’s list', () => {
	it('is read with its format and components', () => {
		expect(readTemplate(fixture(__dirname, 'named'))).toMatchObject({
			id: '1689556908129832',
			name: 'attendee_registration_confirmation',
			language: 'en_US',
			status: 'APPROVED',
			category: 'UTILITY',
			parameterFormat: 'NAMED',
		});
	});

	it('tells what category it was, and what Meta will make of it', () => {
		const read = (more: object) =>
			readTemplate({ name: 'a', language: 'en', category: 'marketing', ...more });
		expect(read({ previous_category: 'utility', correct_category: null })).toMatchObject({
			category: 'MARKETING',
			previousCategory: 'UTILITY',
		});
		expect(read({ correct_category: 'MARKETING' })).toMatchObject({ correctCategory: 'MARKETING' });
		expect(read({ previous_category: null })).not.toHaveProperty('previousCategory');
	});

	it('has numbered parameters where it does not say', () => {
		expect(readTemplate(fixture(__dirname, 'plain'))?.parameterFormat).toBe('POSITIONAL');
	});

	it('is read though half of it is missing or odd', () => {
		const odd = {
			name: 'a',
			language: 'en-US',
			status: 'approved',
			components: [null, 7, {}, { type: 'BODY' }],
		};
		expect(readTemplate(odd)).toEqual({
			id: '',
			name: 'a',
			language: 'en_US',
			status: 'APPROVED',
			category: '',
			parameterFormat: 'POSITIONAL',
			components: [{ type: 'BODY' }],
		});
	});

	it.each([
		null,
		undefined,
		7,
		'x',
		{},
		{ name: 'a' },
		{ language: 'en' },
		{ name: 1, language: 'en' },
	])('is no template: %j', (raw) => {
		expect(readTemplate(raw)).toBeUndefined();
	});

	it('has its components whatever the case of their type', () => {
		const template = readTemplate({
			name: 'a',
			language: 'en',
			components: [{ type: 'body', text: 'x' }],
		});
		expect(template && componentOf(template, 'BODY')?.text).toBe('x');
	});
});

describe('the key of a template', () => {
	it.each([
		['welcome:en_US', { name: 'welcome', language: 'en_US' }],
		['welcome:en-US', { name: 'welcome', language: 'en_US' }],
		['welcome', { name: 'welcome', language: undefined }],
		[' welcome : ja ', { name: 'welcome', language: 'ja' }],
		['welcome:', { name: 'welcome', language: undefined }],
		['', { name: '', language: undefined }],
	])('%p is read', (key, parts) => {
		expect(parseTemplateKey(key)).toEqual(parts);
	});

	it('is read back as it is written', () => {
		const parts = { name: 'welcome', language: 'pt_BR' };
		expect(parseTemplateKey(templateKey(parts))).toEqual(parts);
	});
});
