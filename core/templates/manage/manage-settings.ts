import type { ManageSettings } from './run';

const textOf = (value: unknown) => String(value ?? '').trim() || undefined;

const listOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : String(value ?? '').split(','))
		.map((entry) => String(entry).trim())
		.filter(Boolean);

/**
 * The options of a node, whatever was typed into them → settings a run can use.
 *
 * @param options `dryRun`, `timeout` in seconds (1 to 300), `ignoreCheck`, `allLanguages`,
 * `priceCountry`, `search`, `status`, `category`, `language`, `returnAll`, `limit`, `readyMadeNames`,
 * `readyMadeLanguages`, `audiences` (lists, or texts with commas), `includeInput`
 */
export function manageSettings(options: Readonly<Record<string, unknown>>): ManageSettings {
	const seconds = Number(options.timeout);
	const limit = Number(options.limit);
	return {
		dryRun: options.dryRun === true,
		timeoutMs: (seconds > 0 ? Math.min(300, Math.max(1, seconds)) : 30) * 1000,
		ignoreCheck: options.ignoreCheck === true,
		allLanguages: options.allLanguages === true,
		priceCountry: textOf(options.priceCountry),
		filter: {
			search: textOf(options.search),
			status: textOf(options.status)?.toUpperCase(),
			category: textOf(options.category)?.toUpperCase(),
			language: textOf(options.language),
			limit: options.returnAll === false && limit > 0 ? Math.floor(limit) : undefined,
		},
		readyMade: {
			names: listOf(options.readyMadeNames),
			languages: listOf(options.readyMadeLanguages),
			audiences: listOf(options.audiences),
		},
		includeInput: options.includeInput === true,
	};
}
