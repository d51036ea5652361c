import { setLanguage } from '../i18n.ts';
import { answers, countByStatus, inboxFirst } from './search.ts';
import type { Template } from './types.ts';

const template = (change: Partial<Template> = {}): Template => ({
	id: change.name ?? '1',
	name: 'doors_open',
	language: 'en',
	category: 'UTILITY',
	status: 'APPROVED',
	components: [{ type: 'BODY', text: 'The doors of the venue open at nine.' }],
	...change,
});

describe('the order of templates', () => {
	it('puts what waits for a decision first, the longest wait on top, and the rest by name', () => {
		const order = inboxFirst([
			template({ name: 'b' }),
			template({ name: 'a', language: 'ja' }),
			template({ name: 'a', language: 'en' }),
			template({ name: 'z', status: 'PENDING', last_updated_time: '2026-11-22T11:00:00+0000' }),
			template({ name: 'y', status: 'IN_APPEAL', last_updated_time: '2026-11-22T10:00:00+0000' }),
		]);
		expect(order.map(({ name, language }) => `${name} ${language}`)).toEqual([
			'y en',
			'z en',
			'a en',
			'a ja',
			'b en',
		]);
	});

	it('counts each status in a reviewer’s order, unknown ones last', () => {
		const statuses = ['DELETED', 'APPROVED', 'NEW_ONE', 'PENDING', 'APPROVED'];
		expect(countByStatus(statuses.map((status) => template({ status })))).toEqual([
			['PENDING', 1],
			['APPROVED', 2],
			['DELETED', 1],
			['NEW_ONE', 1],
		]);
	});
});

describe('a search', () => {
	afterEach(() => setLanguage('en'));

	it.each([
		['', true],
		['doors', true],
		['DOORS OPEN', true],
		['open english', true],
		['ｄｏｏｒｓ', true],
		['utility', true],
		['venue nine', true],
		['venue ten', false],
		['japanese', false],
	])('for %j finds the template: %s', (query, found) => {
		expect(answers(template(), query)).toBe(found);
	});

	it('knows languages and categories in the reader’s words', () => {
		setLanguage('ja');
		expect(answers(template({ language: 'pt_BR' }), 'ポルトガル語')).toBe(true);
		expect(answers(template(), 'ユーティリティ')).toBe(true);
	});

	it('finds one of 500, and reads each once however much is typed', () => {
		let read = 0;
		const many = Array.from({ length: 500 }, (_, at) =>
			Object.defineProperty(template({ name: `template_${at}` }), 'components', {
				get: () => {
					read++;
					return [{ type: 'BODY', text: 'The doors of the venue open at nine.' }];
				},
			}),
		);
		const search = (query: string) => many.filter((one) => answers(one, query)).length;
		expect(search('venue')).toBe(500);
		expect(search('template_499')).toBe(1);
		expect(search('template_500')).toBe(0);
		expect(read).toBe(500);
	});
});
