import { asText } from '../../webhooks/json';

/** More than anybody has: a number that long is not an amount. */
const MOST = 1e12;

/**
 * An amount as a provider writes it: `12.34` or `"12.34"`. Anything else is unknown, and unknown is
 * never zero: `""`, `null`, `"1,234.56"` (a thousand or a little more than one?), `"12 EUR"`.
 */
export function readAmount(value: unknown): number | undefined {
	const text = asText(value);
	if (text === undefined || !/^[+-]?\d+(\.\d+)?$/.test(text)) return undefined;
	const amount = Number(text);
	return Math.abs(amount) <= MOST ? amount : undefined;
}

/** An ISO 4217 code in any case (`eur`), upper case; undefined for anything else. */
export function readCurrency(value: unknown): string | undefined {
	const text = asText(value);
	return text !== undefined && /^[a-z]{3}$/i.test(text) ? text.toUpperCase() : undefined;
}
