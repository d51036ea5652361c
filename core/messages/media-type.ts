/**
 * What a file is, by its first bytes, among the kinds a template header can show: JPEG, PNG, MP4,
 * 3GP, PDF (Meta, "Media: supported media types"). Undefined for everything else.
 */
export function mimeTypeOf(data: Uint8Array): string | undefined {
	const starts = (...bytes: number[]) => bytes.every((byte, index) => data[index] === byte);
	if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
	if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
	if (starts(0x25, 0x50, 0x44, 0x46)) return 'application/pdf';
	// ISO base media: a size, the word `ftyp`, and the brand that tells 3GP from MP4.
	const word = (from: number) => String.fromCharCode(...data.subarray(from, from + 4));
	if (word(4) !== 'ftyp') return undefined;
	return /^3g[a-z]/.test(word(8)) ? 'video/3gpp' : 'video/mp4';
}
