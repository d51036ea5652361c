import { offsetAt } from '../../templates/expiration-value';

const zonesByCountry = new Map<string, readonly string[]>();

/** Newer engines ask with a method, older ones with a property (ECMA-402, Intl Locale Info). */
type ZonedLocale = Intl.Locale & { getTimeZones?(): string[]; timeZones?: string[] };

/**
 * The time zones of a country, by the Unicode CLDR data of the engine; none where it is not known.
 *
 * @param country two letters
 */
export function zonesOfCountry(country: string | undefined): readonly string[] {
	if (country === undefined || !/^[A-Z]{2}$/.test(country)) return [];
	const known = zonesByCountry.get(country);
	if (known) return known;
	const locale: ZonedLocale = new Intl.Locale(`und-${country}`);
	const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
	zonesByCountry.set(country, zones);
	return zones;
}

/** How far the clocks of these zones are ahead of UTC at a time, in milliseconds, each offset once. */
export const offsetsOf = (zones: readonly string[], time: number): number[] => [
	...new Set(zones.map((zone) => offsetAt(time, zone))),
];
