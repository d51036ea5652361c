import { mimeTypeOf } from './media-type';

const bytes = (...parts: Array<number | string>) =>
	Buffer.concat(
		parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))),
	);

describe('what a header file is, by its first bytes', () => {
	it.each([
		['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe0)],
		['image/png', bytes(0x89, 'PNG\r\n')],
		['application/pdf', bytes('%PDF-1.7')],
		['video/mp4', bytes(0, 0, 0, 0x18, 'ftypisom')],
		['video/mp4', bytes(0, 0, 0, 0x18, 'ftypmp42')],
		['video/3gpp', bytes(0, 0, 0, 0x18, 'ftyp3gp5')],
	])('%s', (mimeType, data) => {
		expect(mimeTypeOf(data)).toBe(mimeType);
	});

	it.each([bytes(), bytes('GIF89a'), bytes('hello, world'), bytes(0xff), bytes('PK\u0003\u0004')])(
		'nothing WhatsApp shows',
		(data) => {
			expect(mimeTypeOf(data)).toBeUndefined();
		},
	);
});
