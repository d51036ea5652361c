import { findReadyMade } from '../../../core/templates/pack';
import { asTemplate, sampledVariables } from './definition-text';
import { sampleOf } from './sample-texts';

test('a sample is asked for each variable once, the header first', () => {
	expect(
		sampledVariables({
			header: { type: 'text', text: '{{event_name}}' },
			body: 'Hi {{first_name}}, {{event_name}} is near. {{first_name}}!',
		}),
	).toEqual([
		{ key: 'event_name', name: 'event_name' },
		{ key: 'first_name', name: 'first_name' },
	]);
	expect(
		sampledVariables({ header: { type: 'text', text: 'No. {{1}}' }, body: 'Hi {{1}}, {{2}}.' }),
	).toEqual([
		{ key: 'header_1', name: '1' },
		{ key: '1', name: '1' },
		{ key: '2', name: '2' },
	]);
});

test.each(findReadyMade())('the samples of $name in $language are those it asks for', (one) => {
	expect(new Set(sampledVariables(one).map(({ key }) => key))).toEqual(
		new Set(Object.keys(one.samples ?? {})),
	);
	expect(asTemplate(one)).toMatchObject({ name: one.name, status: 'DRAFT' });
});

test('known variables have a sample in the language of the template, or in English', () => {
	expect(sampleOf('first_name', 'ja')).toBe('美咲');
	expect(sampleOf('order_id', 'ja')).toBe(sampleOf('order_id', 'en'));
	expect(sampleOf('first_name', 'pt_BR')).toBe('Aiko');
	expect(sampleOf('favourite_colour', 'en')).toBeUndefined();
});
