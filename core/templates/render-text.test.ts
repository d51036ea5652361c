import { fixture } from '../testing/fixture';
import { renderText } from './render-text';
import { readTemplate, type MessageTemplate } from './template';

const template = (name: string) => readTemplate(fixture(__dirname, name)) as MessageTemplate;

describe('the text of a message', () => {
	it('is what its recipient will read', () => {
		expect(
			renderText(template('positional'), { header_1: 'DevConf', 1: '愛子', 2: '東京', 3: 12 }),
		).toEqual({
			header: 'DevConf のご登録',
			body: 'イベント「東京」へのご登録ありがとうございます、愛子 様。お席は 12 です。',
		});
	});

	it('brings the footer', () => {
		expect(renderText(template('plain'), {})).toEqual({
			header: 'Hello World',
			body: 'Welcome and congratulations!',
			footer: 'WhatsApp Business Platform sample message',
		});
	});

	it('shows values as they are sent, in one line', () => {
		const { body } = renderText(template('named'), { first_name: ' Ai\nko ', event_name: 'x' });
		expect(body).toMatch(/^Hi Ai ko, your ticket for x is ready/);
	});

	it('leaves a placeholder where there is no value', () => {
		const { body } = renderText(template('named'), { first_name: '', event_name: null });
		expect(body).toMatch(/^Hi \{\{first_name\}\}, your ticket for \{\{event_name\}\}/);
	});

	it('fills in nothing that every object has', () => {
		const odd = {
			...template('plain'),
			components: [{ type: 'BODY', text: '{{constructor}} {{__proto__}}' }],
		};
		expect(renderText(odd, {}).body).toBe('{{constructor}} {{__proto__}}');
		expect(renderText(odd, JSON.parse('{"__proto__":"b"}')).body).toBe('{{constructor}} b');
	});

	it('does not mix header, body and buttons up', () => {
		const mixed = {
			...template('plain'),
			components: [
				{ type: 'HEADER', format: 'TEXT', text: '{{1}}' },
				{ type: 'BODY', text: '{{1}} x' },
			],
		};
		expect(renderText(mixed, { header_1: 'h', 1: 'b' })).toEqual({ header: 'h', body: 'b x' });
	});
});
