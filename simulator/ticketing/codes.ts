import { createHash } from 'node:crypto';

/** The same text gives the same GUID, as platforms use them for people and things. */
export function guidOf(text: string): string {
	const hex = createHash('sha256').update(text).digest('hex');
	return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

/** The same text gives the same letters of this alphabet. */
export function lettersOf(text: string, alphabet: string, length: number): string {
	const bytes = createHash('sha256').update(text).digest().subarray(0, length);
	return [...bytes].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/** The same text gives the same number of up to nine digits. */
export function numberOf(text: string): number {
	return createHash('sha256').update(text).digest().readUInt32BE(0) % 1_000_000_000;
}

/** `2026-11-22 10:27:39`, in UTC, as databases write it. */
export const databaseTime = (iso: string): string =>
	new Date(iso).toISOString().slice(0, 19).replace('T', ' ');

/** Seconds since 1970. */
export const seconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);

/** `2026-11-22T10:27:39Z`. */
export const secondsText = (iso: string): string => `${new Date(iso).toISOString().slice(0, 19)}Z`;
