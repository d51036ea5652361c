import { asJson, asText } from './text-value';

/** A place, for templates with a location header. */
export interface HeaderLocation {
	latitude: number;
	longitude: number;
	name: string;
	address: string;
}

/** `{latitude, longitude, name, address}` or its JSON; undefined for what is not a whole place. */
export function readLocation(value: unknown): HeaderLocation | undefined {
	const raw = asJson(value);
	if (typeof raw !== 'object' || raw === null) return undefined;
	const { latitude, longitude, name, address } = raw as Record<string, unknown>;
	const lat = degrees(latitude, 90);
	const lng = degrees(longitude, 180);
	if (lat === undefined || lng === undefined) return undefined;
	const placeName = asText(name);
	const placeAddress = asText(address);
	if (!placeName || !placeAddress) return undefined;
	return { latitude: lat, longitude: lng, name: placeName, address: placeAddress };
}

/** Degrees from a number or its text; an empty field is not 0, which is in the sea off Ghana. */
function degrees(value: unknown, most: number): number | undefined {
	const text = typeof value === 'boolean' ? undefined : asText(value);
	const number = text === undefined ? NaN : Number(text);
	return Math.abs(number) <= most ? number : undefined;
}
