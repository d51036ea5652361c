import { checkTemplate } from './check';
import { sampleNamesOf } from './sample-names';

const text = (header: string) => ({ type: 'text' as const, text: header });

describe('the samples a template needs', () => {
	test.each([
		['each variable once', 'Hi {{a}}, {{b}} and {{a}}.', undefined, ['a', 'b']],
		['a header variable shares the body’s', 'Hi {{a}}.', 'For {{b}}', ['b', 'a']],
		['a header variable of the same name', 'Hi {{a}}.', 'For {{a}}', ['a']],
		['numbered ones have two', 'Hi {{1}}, {{2}}.', 'For {{1}}', ['header_1', '1', '2']],
		['no variables', 'Hi.', 'For you', []],
	])('%s', (_, body, header, names) => {
		expect(sampleNamesOf({ body, ...(header ? { header: text(header) } : {}) })).toEqual(names);
	});

	test('satisfy the check', () => {
		const definition = {
			name: 'doors_open',
			language: 'en',
			category: 'UTILITY' as const,
			header: text('Doors open for {{1}}'),
			body: 'Hi there {{1}}, the doors of the hall {{2}} open at nine tomorrow morning.',
		};
		const samples = Object.fromEntries(sampleNamesOf(definition).map((name) => [name, 'Aiko']));
		const rules = checkTemplate({ ...definition, samples }).map(({ rule }) => rule);

		expect(rules.filter((rule) => rule.startsWith('sample'))).toEqual([]);
	});
});
