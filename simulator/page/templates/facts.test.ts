import { dueFacts, editFacts, factsOf, sampleFacts } from './facts.ts';
import { spanOf } from './span.ts';
import type { Template } from './types.ts';

const now = Date.UTC(2026, 10, 22, 10);
const hour = 3_600_000;
const template: Template = {
	id: '17',
	name: 'doors_open',
	language: 'en',
	category: 'MARKETING',
	previous_category: 'UTILITY',
	correct_category: 'MARKETING',
	status: 'APPROVED',
	parameter_format: 'NAMED',
	last_updated_time: '2026-11-22T08:00:00+0000',
	components: [],
};
const quota = { day: 1, month: 3, perDay: 1, perMonth: 10, possible: false };

describe('what is known of a template', () => {
	it('names the category it has, and the one it had', () => {
		const facts = new Map(factsOf(template, now));
		expect(facts.get('Category')).toBe('Marketing, before Utility');
		expect(facts.get('Category by Meta')).toBeUndefined();
		expect(facts.get('Last change')).toContain('2 hours ago');
	});

	it('names the category that Meta holds right, while it is another', () => {
		const announced = { ...template, previous_category: undefined, category: 'UTILITY' };
		const facts = new Map(factsOf(announced as Template, now));
		expect([facts.get('Category'), facts.get('Category by Meta')]).toEqual([
			'Utility',
			'Marketing',
		]);
	});

	it.each([
		[false, 'not possible in this status'],
		[true, 'possible now'],
	])('says for an edit that is possible %s: %s', (possible, said) => {
		const facts = new Map(editFacts({ ...quota, possible, nextAt: null }, now));
		expect(facts.get('Next edit')).toBe(said);
	});

	it('says when the next edit is possible, and how many there were', () => {
		const facts = new Map(editFacts({ ...quota, nextAt: now + 5 * hour }, now));
		expect(facts.get('Next edit')).toContain('in 5 hours');
		expect(facts.get('Edits while approved')).toBe('1 of 1 in 24 hours, 3 of 10 in 30 days');
	});

	it('says what comes, the next first', () => {
		const due = [
			{ what: 'recategorise', at: now + 24 * hour },
			{ what: 'unpause', at: now + 3 * hour },
		] as const;
		const facts = dueFacts({ ...template, due: [...due] }, now);
		expect(facts.map(([term]) => term)).toEqual(['The pause ends', 'Moves to Marketing']);
		expect(facts[0]?.[1]).toContain('in 3 hours');
	});

	it('says when the name of a deleted one is free again, and nothing of edits', () => {
		const gone = { ...template, status: 'DELETED', edits: { ...quota, nextAt: null } };
		const until = now + 30 * 24 * hour;
		const of = (name: string, language: string | null) =>
			dueFacts(gone, now, [{ name, language, until }]).map(([term]) => term);
		expect(of('doors_open', 'en')).toEqual(['Its name is free again']);
		expect(of('doors_open', null)).toEqual(['Its name is free again']);
		expect([...of('doors_open', 'ja'), ...of('other', 'en')]).toEqual([]);
		expect(new Map(factsOf(gone, now)).has('Next edit')).toBe(false);
	});

	it('lists each variable once, with its sample, on cards too', () => {
		const body = {
			type: 'BODY',
			text: 'Hi {{name}}, {{name}}: {{venue}}.',
			example: { body_text_named_params: [{ param_name: 'name', example: 'Aiko' }] },
		};
		const card = { type: 'body', text: '{{1}} off', example: { body_text: [['15%']] } };
		const components = [body, { type: 'CAROUSEL', cards: [{ components: [card] }] }];
		expect(sampleFacts({ ...template, components })).toEqual([
			['Body: name', 'Aiko'],
			['Body: venue', 'no sample'],
			['Card 1: 1', '15%'],
		]);
	});
});

it.each([
	[10_000, 10, 'second'],
	[-90_000, -2, 'minute'],
	[90 * 60_000, 2, 'hour'],
	[30 * 24 * hour, 30, 'day'],
])('says %s ms as %s %s', (ms, count, unit) => {
	expect(spanOf(ms)).toEqual({ count, unit });
});
