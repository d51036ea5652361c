import { getCountries } from 'libphonenumber-js/min';
import { RATE_CARD, type Market } from './rate-card';

/** The regions as they are named on the card that comes with the package, and how Meta's files write them. */
const REGIONS: ReadonlyArray<[name: string, written: RegExp]> = [
	['North America', /^north america$/],
	['Rest of Africa', /africa/],
	['Rest of APAC', /apac|asia/],
	['Rest of C&E Europe', /c ?& ?e|central|eastern europe/],
	['Rest of LatAm', /latam|latin/],
	['Rest of Middle East', /middle east/],
	['Rest of W Europe', /w europe|western/],
];

/** Where these were before they got a market of their own on 2026-10-01, for older files. Kazakhstan's is not known. */
const BEFORE: Readonly<Record<string, string>> = {
	MA: 'Rest of Africa',
	BD: 'Rest of APAC',
	LK: 'Rest of APAC',
	NP: 'Rest of APAC',
	UA: 'Rest of C&E Europe',
	IQ: 'Rest of Middle East',
	KW: 'Rest of Middle East',
	OM: 'Rest of Middle East',
};

/** Short and older names that the Unicode data has another for. */
const SHORT: Readonly<Record<string, string>> = {
	hongkong: 'HK',
	macau: 'MO',
	russianfederation: 'RU',
	saudi: 'SA',
	turkey: 'TR',
	turkiye: 'TR',
	uae: 'AE',
	uk: 'GB',
	unitedstatesofamerica: 'US',
	usa: 'US',
};

const OTHER = /^(other|rest of (the )?world)$/;

/** What a name on a rate card stands for. */
export interface Place {
	kind: 'country' | 'region' | 'other';
	/** Two letters, the region as in {@link REGIONS}, or empty. */
	name: string;
}

/** `Rest of Asia Pacific` → its region, `Brazil` → BR, `Other`; undefined for a name that is none of them. */
export function placeOf(name: string): Place | undefined {
	const written = name.trim().toLowerCase().replace(/\s+/g, ' ');
	if (OTHER.test(written)) return { kind: 'other', name: '' };
	const isRegion = written.startsWith('rest of ') || written === 'north america';
	if (isRegion) {
		const found = REGIONS.find(([, pattern]) => pattern.test(written));
		return found && { kind: 'region', name: found[0] };
	}
	const country = countriesByName().get(lettersOf(name)) ?? SHORT[lettersOf(name)];
	return country === undefined ? undefined : { kind: 'country', name: country };
}

/**
 * The countries of each place on a card, which its file does not say of regions: as on the card that comes with the package,
 * without those that have a market of their own.
 *
 * @returns also the countries whose market on this card nobody knows
 */
export function membersOf(places: readonly Place[]): {
	members: Map<string, string[]>;
	unplaced: string[];
} {
	const named = new Set(places.map(({ name }) => name));
	const members = new Map<string, string[]>(
		places.filter(({ kind }) => kind === 'country').map(({ name }) => [name, [name]]),
	);
	const unplaced: string[] = [];
	const place = (country: string, region: string | undefined) => {
		if (named.has(country)) return;
		// A region that the file does not price is not the same as every other country.
		if (region === undefined || !named.has(region)) unplaced.push(country);
		else members.set(region, [...(members.get(region) ?? []), country]);
	};
	for (const market of RATE_CARD.markets) {
		for (const country of market.countries)
			place(country, isRegion(market) ? market.market : BEFORE[country]);
	}
	return { members, unplaced: unplaced.sort() };
}

const isRegion = ({ market }: Market): boolean => REGIONS.some(([name]) => name === market);

let byName: Map<string, string> | undefined;

/** The English names of all countries that have telephones. */
function countriesByName(): Map<string, string> {
	if (byName) return byName;
	const names = new Intl.DisplayNames('en', { type: 'region' });
	byName = new Map(getCountries().map((code) => [lettersOf(names.of(code) ?? code), code]));
	return byName;
}

/** `Türkiye` and `Turkiye`, `Côte d’Ivoire` and `Cote d'Ivoire` are the same. */
const lettersOf = (name: string): string =>
	name
		.normalize('NFD')
		.toLowerCase()
		.replace(/&/g, 'and')
		.replace(/[^a-z]/g, '');
