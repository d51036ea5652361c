/** Where a text stops being JSON, and what is wrong there, for a person who wrote it by hand. */
export interface JsonFault {
	line: number;
	column: number;
	what: string;
}

class Fault extends Error {
	constructor(
		readonly at: number,
		readonly what: string,
	) {
		super(what);
	}
}

/**
 * Reads JSON only as far as it is some: `JSON.parse` says that something is wrong, and where only in
 * some versions of Node.
 */
export function faultIn(text: string): JsonFault | undefined {
	try {
		const end = space(text, value(text, space(text, 0)));
		if (end === text.length) return undefined;
		throw expected(text, end, 'nothing more');
	} catch (error) {
		// So many brackets that the stack ends are no file of ours.
		if (!(error instanceof Fault)) return undefined;
		const lines = text.slice(0, error.at).split('\n');
		return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, what: error.what };
	}
}

function expected(text: string, at: number, what: string): Fault {
	const found = [...text.slice(at, at + 2)][0];
	return new Fault(at, `${what} expected, found ${found === undefined ? 'the end' : `“${found}”`}`);
}

const space = (text: string, at: number): number => after(/[ \t\r\n]*/y, text, at) ?? at;

/** The place behind what matches here. */
function after(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}

const SIMPLE = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function value(text: string, at: number): number {
	if (text[at] === '"') return string(text, at);
	if (text[at] === '{') return list(text, at, '}', member);
	if (text[at] === '[') return list(text, at, ']', value);
	const end = after(SIMPLE, text, at);
	if (end === undefined) throw expected(text, at, 'a value');
	return end;
}

/** What stands between brackets, with commas between and none at the end. */
function list(
	text: string,
	open: number,
	close: string,
	entry: (text: string, at: number) => number,
): number {
	let at = space(text, open + 1);
	if (text[at] === close) return at + 1;
	for (;;) {
		at = space(text, entry(text, at));
		if (text[at] === close) return at + 1;
		if (text[at] !== ',') throw expected(text, at, `a comma or ${close}`);
		const comma = at;
		at = space(text, at + 1);
		if (text[at] === close) throw new Fault(comma, `a comma too many before ${close}`);
	}
}

function member(text: string, at: number): number {
	if (text[at] !== '"') throw expected(text, at, 'a name in "quotes"');
	const colon = space(text, string(text, at));
	if (text[colon] !== ':') throw expected(text, colon, 'a colon');
	return value(text, space(text, colon + 1));
}

/** The characters of a text up to its closing quote, or to one that cannot stand in it. */
// eslint-disable-next-line no-control-regex -- JSON has none of them within a text
const INSIDE = /(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

function string(text: string, open: number): number {
	const end = after(INSIDE, text, open + 1) ?? open;
	if (text[end] === '"') return end + 1;
	if (text[end] === '\n' || text[end] === '\r') {
		throw new Fault(
			end,
			'a text ends with the line: close it with ", and write a line break as \\n',
		);
	}
	if (text[end] === '\\') throw new Fault(end, 'a backslash: write two of them');
	throw expected(text, end, 'the closing "');
}
