/** How forms, tables and platforms write yes and no. */
const YES = ['true', '1', 'yes', 'y', 'on', 'sim', 'sí', 'si', 'はい'];
const NO = ['false', '0', 'no', 'n', 'off', 'não', 'nao', 'いいえ', ''];

/**
 * Whether somebody agreed to marketing messages, in whatever way it is written. An empty field is a box
 * nobody ticked: no. Undefined where it is not told at all.
 */
export function readConsent(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const text = String(value).normalize('NFKC').trim().toLowerCase();
	if (YES.includes(text)) return true;
	return NO.includes(text) ? false : undefined;
}
