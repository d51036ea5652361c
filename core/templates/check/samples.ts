import type { TemplateDefinition } from '../definition';
import { sampleKey } from '../meta-samples';
import { placeholdersOf } from '../parameters';
import { when, type Check } from './finding';
import { hasLineBreak, isBlank } from './text';

/** Each variable of header and body, with the name of its sample, if there is one. */
function sampledVariables(definition: TemplateDefinition) {
	const texts = [
		{
			part: 'header' as const,
			text: definition.header?.type === 'text' ? definition.header.text : undefined,
		},
		{ part: 'body' as const, text: definition.body },
	];
	return texts.flatMap(({ part, text }) =>
		placeholdersOf(text).map((name) => ({ part, name, key: sampleKey(definition, part, name) })),
	);
}

export const checkSamples: Check = (definition) => {
	const samples = definition.samples ?? {};
	const variables = sampledVariables(definition);
	const used = variables.map(({ key }) => key);
	const kept = (part: 'header' | 'body') => definition.other?.parts?.[part]?.example !== undefined;
	return [
		...variables.flatMap(({ part, name, key }) =>
			when(
				!kept(part) &&
					definition.category !== 'AUTHENTICATION' &&
					(key === undefined || isBlank(samples[key])),
				'sample-missing',
				`samples.${part === 'header' && /^\d+$/.test(name) ? `header_${name}` : name}`,
				`{{${name}}} of the ${part} has no sample`,
				'Give an example of what will stand there; Meta’s reviewers read it.',
			),
		),
		...Object.entries(samples).flatMap(([key, sample]) => [
			...when(
				!used.includes(key),
				'sample-unused',
				`samples.${key}`,
				`No text has a variable for the sample “${key}”`,
				'Remove it, or correct its name.',
			),
			...when(
				hasLineBreak(sample) || /\t| {5}/.test(sample),
				'sample-form',
				`samples.${key}`,
				'The sample has a line break, a tab, or more than four spaces in a row',
				'Write the sample in one line.',
			),
			...when(
				isPersonal(sample),
				'sample-personal',
				`samples.${key}`,
				'The sample looks like somebody’s address or phone number',
				'Invent one: ann@example.com, +1 555 0100.',
			),
		]),
	];
};

/** E-mail addresses and phone numbers, but for those that are set aside for examples. */
function isPersonal(whole: string): boolean {
	// No address is longer; a text without end would keep the patterns busy.
	const sample = whole.slice(0, 320);
	const address = /[^\s@]+@([^\s@]+\.[^\s@]+)/.exec(sample)?.[1]?.toLowerCase();
	if (address && !/(^|\.)(example(\.\w+)?|test|invalid)$/.test(address)) return true;
	const phone = /\+\d[\d\s().-]{6,}\d/.exec(sample)?.[0].replace(/\D/g, '');
	return phone !== undefined && !/555\d{4,}$|^1555/.test(phone);
}
