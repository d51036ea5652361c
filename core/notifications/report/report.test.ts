import fc from 'fast-check';
import { readCsv } from '../recipients/read-csv';
import { readRows } from '../sending/read-rows';
import type { ResultRow, ResultState } from '../sending/result-row';
import { reportCsv } from './report-csv';
import { reportOf } from './report';
import { reportPage } from './report-page';
import { wordsFor } from './words';
import { writeCsv } from './write-csv';

const now = Date.parse('2026-12-01T03:00:00Z');
let place = 0;
const rows = (state: ResultState, count: number, more: Partial<ResultRow> = {}): ResultRow[] =>
	Array.from({ length: count }, () => {
		const to = `+8190${String(12345678 + ++place)}`;
		return {
			...(readRows([
				{ state, row: place, name: `P${place}`, to, country: 'JP', price: 0.01 },
			])[0] as ResultRow),
			...more,
		};
	});

const all = [
	...rows('left_out', 4, {
		reason: 'phone_invalid',
		message: 'No number',
		whatToDo: 'Correct it.',
	}),
	...rows('left_out', 2, { reason: 'opted_out', message: 'Stopped', whatToDo: 'Nothing.' }),
	...rows('waiting', 1),
	...rows('accepted', 2),
	...rows('sent', 3),
	...rows('delivered', 5),
	...rows('read', 7),
	...rows('failed', 1, { reason: 'not_delivered', code: '131026', message: 'Not on WhatsApp' }),
	...rows('failed', 2, { reason: 'refused', code: '100', message: 'Bad value' }),
	...rows('unsent', 1, { reason: 'stopped', message: 'Stopped' }),
	...rows('unknown', 1, { reason: 'no_answer', message: 'No answer' }),
];

describe('a report', () => {
	it('counts how far messages got; who has read one got one', () => {
		expect(reportOf(all)).toMatchObject({
			people: 29,
			leftOut: 6,
			toSend: 23,
			// 2 + 3 + 5 + 7, and the one that failed after WhatsApp took it.
			accepted: 18,
			sent: 15,
			delivered: 12,
			read: 7,
			failed: 3,
			unsent: 1,
			unknown: 1,
			waiting: 1,
		});
	});

	it('tells reasons apart by WhatsApp’s code, most often first', () => {
		const { leftOutReasons, failedReasons } = reportOf(all);
		expect(leftOutReasons.map(({ reason, count }) => [reason, count])).toEqual([
			['phone_invalid', 4],
			['opted_out', 2],
		]);
		expect(failedReasons.map(({ reason, code, count }) => [reason, code, count])).toEqual([
			['refused', '100', 2],
			['not_delivered', '131026', 1],
			['stopped', undefined, 1],
			['no_answer', undefined, 1],
		]);
		expect(leftOutReasons[0]?.examples).toHaveLength(3);
	});

	it('counts the cost of what was delivered apart from that of all', () => {
		const { cost, costDelivered } = reportOf(all);
		expect([cost.total, costDelivered.total]).toEqual([0.23, 0.12]);
	});

	it('of nobody is all noughts', () => {
		expect(reportOf([])).toMatchObject({ people: 0, toSend: 0, cost: { total: 0, unknown: 0 } });
	});
});

describe('the CSV of a report', () => {
	it('has one line per person, in the order of the list, with the end of the number only', () => {
		const lines = readCsv(reportCsv([...all].reverse()));
		expect(lines).toHaveLength(30);
		expect(lines[0]?.slice(0, 5)).toEqual(['Row', 'Name', 'Phone', 'Ticket type', 'State']);
		expect(lines[1]?.slice(0, 6)).toEqual([
			String(all[0]?.row),
			'P1',
			'…5679',
			'',
			'left out',
			'phone_invalid',
		]);
		expect(reportCsv(all)).not.toMatch(/\+?8190\d/);
	});

	it('has whole numbers where they are asked for, and Japanese headers', () => {
		const csv = reportCsv(all.slice(0, 1), { fullPhones: true, language: 'ja' });
		expect(csv).toContain("'+819012345679");
		expect(csv).toMatch(/^行,名前,電話番号/);
	});

	it('ends lines and quotes as RFC 4180 has it', () => {
		expect(writeCsv([['a,b', 'say "hi"', 'two\nlines', 1, null, undefined, ' x ']])).toBe(
			'"a,b","say ""hi""","two\nlines",1,,," x "\r\n',
		);
	});

	it('never begins a cell with what a spreadsheet runs, whatever somebody is called', () => {
		const evil = fc
			.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', ' =', '＝', '＋'), fc.string())
			.map((parts) => parts.join(''));
		fc.assert(
			fc.property(evil, (name) => {
				const line = readCsv(reportCsv([{ ...(all[0] as ResultRow), name }]))[1];
				expect(line?.[1]?.startsWith("'")).toBe(true);
			}),
		);
	});
});

describe('in Japanese', () => {
	const told = (more: Partial<ResultRow>) =>
		readCsv(reportCsv(rows('left_out', 1, more), { language: 'ja' }))[1]?.slice(7, 9);

	it('the cells of the CSV are, too: what happened, and what to do', () => {
		expect(
			told({
				reason: 'variable_missing',
				message: 'Venue is empty; Seat is empty',
				whatToDo: 'Give a value for “venue”.',
			}),
		).toEqual([
			'「Venue」が空です、「Seat」が空です',
			'リストの該当する列に値を入れるか、全員共通の値を設定してください。',
		]);
		expect(
			told({
				reason: 'phone_invalid',
				message: '…2345 is not a phone number',
				whatToDo: 'Correct the number.',
			})?.[0],
		).toBe('…2345は電話番号ではありません');
		expect(
			told({ reason: 'opted_out', message: 'This person stopped.', whatToDo: 'Nothing.' })?.[0],
		).toBe('マーケティングの配信停止済み');
		expect(
			told({ reason: 'not_delivered', code: '131026', message: 'Undeliverable', whatToDo: 'x' }),
		).toEqual([
			'配信できなかった(WhatsApp 131026: Undeliverable)',
			expect.stringContaining('WhatsAppを使っていない番号'),
		]);
	});

	it('the page names the values that are missing, of everybody', () => {
		const missing = (message: string) =>
			rows('left_out', 1, { reason: 'variable_missing', message, whatToDo: 'Give one.' });
		const all = [...missing('Venue is empty'), ...missing('Seat is empty; Venue is empty')];
		const page = (language: string) => reportPage(all, { title: 'x', now, language });
		expect(page('ja')).toContain('「Venue」が空です、「Seat」が空です');
		expect(page('en')).toContain('Venue is empty; Seat is empty');
	});
});

describe('the page of a report', () => {
	const page = (more = {}) =>
		reportPage(all, { title: 'Doors open', now, timeZone: 'Asia/Tokyo', ...more });

	it('shows the numbers, the bars, the reasons and the links', () => {
		const html = page({
			progress: 'sending',
			actions: [{ label: 'Stop', url: 'https://n8n.example/stop' }],
		});
		expect(html).toContain('Sending · As of Dec 1, 2026, 12:00 PM (Asia/Tokyo)');
		expect(html).toContain('18 of 23');
		expect(html).toContain('<span class="wan-bar wan-read wan-w24"></span>');
		expect(html).toContain('WhatsApp 131026: Not on WhatsApp');
		expect(html).toContain('<a href="https://n8n.example/stop" class="wan-first">Stop</a>');
	});

	it('has a width for each length a bar can have', () => {
		for (const width of [...page().matchAll(/class="wan-bar wan-\w+ (wan-w\d+)"/g)].map(
			([, name]) => name,
		)) {
			expect(page()).toContain(`.${width}{width:`);
		}
	});

	it('needs nothing that n8n’s HTML display removes', () => {
		expect(page()).not.toMatch(/<svg|<script|style=|<img/);
	});

	it('speaks Japanese', () => {
		const html = page({ language: 'ja', progress: 'finished' });
		expect(html).toContain('<html lang="ja">');
		expect(html).toContain('レポート · 完了 · 2026/12/01 12:00 (Asia/Tokyo)現在');
		expect(html).not.toMatch(/>(accepted|delivered|Why|People)</);
	});

	it('shows names and links as text, whatever stands in them', () => {
		const evil = '<img src=x onerror=alert(1)>{{ $env }}';
		const html = reportPage(
			rows('left_out', 1, { name: evil, reason: evil, message: evil, whatToDo: evil }),
			{
				title: evil,
				now,
				note: evil,
				actions: [{ label: evil, url: 'javascript:alert(1)' }],
			},
		);
		expect(html).not.toMatch(/<img|\{\{|href="javascript/);
	});

	it('shows no phone number', () => {
		expect(page()).not.toMatch(/8190\d/);
	});
});

describe('the words', () => {
	it('are the same in both languages, and every state has one', () => {
		const keys = (words: object): unknown =>
			Object.fromEntries(
				Object.entries(words)
					.filter(([key]) => !key.startsWith('advice'))
					.map(([key, value]) => [key, typeof value === 'object' ? keys(value) : true]),
			);
		expect(keys(wordsFor('ja_JP'))).toEqual(keys(wordsFor('en')));
	});

	it('have the same places for values', () => {
		const places = (words: object) =>
			Object.entries(words).map(([key, value]) => [
				key,
				typeof value === 'string' ? (value.match(/\{\w+\}/g) ?? []).sort() : [],
			]);
		expect(places(wordsFor('ja'))).toEqual(places(wordsFor('en')));
	});
});
