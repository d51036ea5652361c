import { TEMPLATE_LANGUAGES } from '../languages';
import { when, type Check } from './finding';
import { lengthOf } from './text';

const CATEGORIES = ['UTILITY', 'MARKETING', 'AUTHENTICATION'];

export const checkName: Check = ({ name, language, category }) => {
	const length = lengthOf(name);
	const near = language.trim().replace('-', '_');
	return [
		...when(
			!/^[a-z0-9_]+$/.test(name),
			'name-form',
			'name',
			name === '' ? 'There is no name' : `“${name.slice(0, 80)}” cannot be a name`,
			'Use small letters a to z, digits and _: ticket_confirmation.',
		),
		...when(
			length > 512,
			'name-length',
			'name',
			`The name has ${length} characters, 512 are possible`,
			'Shorten the name.',
		),
		...when(
			!TEMPLATE_LANGUAGES.has(language),
			'language-known',
			'language',
			`WhatsApp has no language “${language}”`,
			TEMPLATE_LANGUAGES.has(near)
				? `Write ${near}.`
				: 'Use a code of WhatsApp’s list, e.g. en, en_US, ja, es, pt_BR.',
		),
		...when(
			!CATEGORIES.includes(category),
			'category-known',
			'category',
			`There is no category “${category}”`,
			'Use UTILITY for what people did or asked for, MARKETING for all else, AUTHENTICATION for codes.',
		),
	];
};

/** Seconds. Source: Meta, "Time to live". */
const RANGES: Record<string, [least: number, most: number]> = {
	AUTHENTICATION: [30, 900],
	UTILITY: [30, 43_200],
	MARKETING: [43_200, 2_592_000],
};

export const checkTimeToLive: Check = ({ category, messageSendTtlSeconds: ttl }) => {
	const range = Object.hasOwn(RANGES, category) ? RANGES[category] : undefined;
	if (ttl === undefined || !range) return [];
	if (ttl === -1 && category !== 'MARKETING') return [];
	const [least, most] = range;
	return when(
		!Number.isInteger(ttl) || ttl < least || ttl > most,
		'ttl-range',
		'messageSendTtlSeconds',
		`${ttl} seconds is no time to live for ${category}`,
		`Use whole seconds from ${least} to ${most}${category === 'MARKETING' ? '' : ', or -1 for 30 days'}.`,
	);
};
