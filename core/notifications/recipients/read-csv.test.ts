import fc from 'fast-check';
import { writeCsv } from '../report/write-csv';
import { hasHeaders, readCsv } from './read-csv';
import { readText } from './read-text';

describe('a CSV file', () => {
	it.each([
		['commas', 'phone,name\n+8190,Aiko\n'],
		['semicolons, as German Excel', 'phone;name\r\n+8190;Aiko\r\n'],
		['tabs, as copied cells', 'phone\tname\n+8190\tAiko'],
		['bars', 'phone|name\n+8190|Aiko'],
		['a byte order mark', '\ufeffphone,name\n+8190,Aiko'],
		['Excel’s note of the delimiter', 'sep=;\r\nphone;name\r\n+8190;Aiko'],
		['quotes around everything', '"phone","name"\n"+8190","Aiko"'],
		['line ends of an old Mac', 'phone,name\r+8190,Aiko\r'],
		['empty lines', 'phone,name\n\n+8190,Aiko\n,\n \n'],
	])('is read with %s', (_what, text) => {
		expect(readCsv(text)).toEqual([
			['phone', 'name'],
			['+8190', 'Aiko'],
		]);
	});

	it('may have delimiters, quotes and line breaks within quotes', () => {
		expect(readCsv('a,"b, ""c""\nd"\n1,2')).toEqual([
			['a', 'b, "c"\nd'],
			['1', '2'],
		]);
	});

	it('may have a quote within a field, and text behind a closing one', () => {
		expect(readCsv('a,b\n5" screen,"x"y\n')).toEqual([
			['a', 'b'],
			['5" screen', 'xy'],
		]);
	});

	it('keeps the rest of the file in a quote nobody closed', () => {
		expect(readCsv('a,"b\nc,d')).toEqual([['a', 'b\nc,d']]);
	});

	it('keeps empty fields at the end of a row', () => {
		expect(readCsv('a,b,c\n1,,\n1,,')).toEqual([
			['a', 'b', 'c'],
			['1', '', ''],
			['1', '', ''],
		]);
	});

	it.each([
		['Shift_JIS, as Excel in Japan', [0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x82, 0xa0], '名前,あ'],
		['Windows-1252', [0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x2c, 0xe9], 'Müller,é'],
		['UTF-8', [...Buffer.from('名前,Müller')], '名前,Müller'],
		['UTF-16', [0xff, 0xfe, ...Buffer.from('名前', 'utf16le')], '名前'],
	])('is read in %s', (_encoding, bytes, text) => {
		expect(readText(Uint8Array.from(bytes)).replace('\ufeff', '')).toBe(text);
	});
});

describe('any text at all', () => {
	const cell = fc.string({ unit: 'binary' }).filter((text) => text.trim() !== '');
	/** A field of a row that is not the first decides nothing about the delimiter. */
	const header = fc.stringMatching(/^[a-z]{1,8}$/);

	it('that was written as CSV is read as it was', () => {
		fc.assert(
			fc.property(
				fc.array(header, { minLength: 2, maxLength: 5 }),
				fc.array(cell),
				(headers, cells) => {
					const rows = cells.map((one) => headers.map(() => one));
					const read = readCsv(writeCsv([headers, ...rows]));
					// What a spreadsheet would run got an apostrophe.
					const without = read.map((row) =>
						row.map((one) => one.replace(/^'(?=[\s\u00a0]*[=+\-@＝＋－＠\t\r])/, '')),
					);
					const expected = [headers, ...rows].map((row) =>
						row.map((one) => one.replace(/^'(?=[\s\u00a0]*[=+\-@＝＋－＠\t\r])/, '')),
					);
					expect(without).toEqual(expected);
				},
			),
		);
	});

	it('is read without an error, and nothing of a field is invented', () => {
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', '\t', ' ') }),
				(text) => {
					for (const value of readCsv(text).flat()) {
						const letters = value.replace(/[^a]/g, '');
						expect(text.replace(/[^a]/g, '')).toContain(letters);
					}
				},
			),
		);
	});

	it('takes time as it is long, and not more', () => {
		const rows = (count: number) =>
			`phone,name\n${'"+81 90 1234 5678","Aiko ""A"" Sato"\n'.repeat(count)}`;
		expect(readCsv(rows(20_000))).toHaveLength(20_001);
	});
});

describe('the row of headers', () => {
	it.each([
		['one column with a name', ['phone'], true],
		['one phone number', ['+81 90 1234 5678'], false],
		['one phone number in full width', ['０９０ １２３４ ５６７８'], false],
		['two columns', ['+81 90 1234 5678', 'Aiko'], true],
	])('is there, or not: %s', (_what, first, there) => {
		expect(hasHeaders(first)).toBe(there);
	});
});
