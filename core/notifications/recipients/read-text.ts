/**
 * The bytes of a text file → its text. UTF-8 and UTF-16, and what Excel still writes where nobody asks it for Unicode:
 * Shift_JIS in Japan, Windows-1252 in the West. Shift_JIS takes nearly any bytes, so it counts where the result has kana.
 */
export function readText(bytes: Uint8Array): string {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, 'utf-16le') ?? '';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, 'utf-16be') ?? '';
	const unicode = decode(bytes, 'utf-8');
	if (unicode !== undefined) return unicode;
	const japanese = decode(bytes, 'shift_jis');
	if (japanese !== undefined && KANA.test(japanese)) return japanese;
	return decode(bytes, 'windows-1252') ?? '';
}

/** Full-width kana: single bytes of Windows-1252 would be half-width ones. */
const KANA = /[\u3041-\u30fa]/;

function decode(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		// Not in this encoding, or this Node does not know it.
		return undefined;
	}
}
