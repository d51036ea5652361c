import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const NODE = path.join(__dirname, '../node_modules/.bin/node');
const PACK = path.join(__dirname, '../flows/templates');

let folder: string;
let command: string;
beforeAll(async () => {
	folder = await mkdtemp(path.join(tmpdir(), 'whatsapp-events-cli-'));
	execFileSync(NODE, [path.join(__dirname, 'bundle.cjs'), path.join(folder, 'dist')]);
	await writeFile(path.join(folder, 'dist/package.json'), '{"type":"module"}');
	command = path.join(folder, 'dist/main.js');
});
afterAll(async () => await rm(folder, { recursive: true, force: true }));

/** The command as somebody runs it, in a folder with these files. */
async function run(words: string[], files: Record<string, string | Buffer> = {}) {
	const cwd = await mkdtemp(path.join(folder, 'case-'));
	for (const [name, content] of Object.entries(files)) {
		await mkdir(path.dirname(path.join(cwd, name)), { recursive: true });
		await writeFile(path.join(cwd, name), content);
	}
	return await new Promise<{ code: number; out: string; err: string; cwd: string }>((resolve) => {
		execFile(NODE, [command, ...words], { cwd }, (error, out, err) => {
			resolve({ code: Number(error?.code ?? 0), out, err, cwd });
		});
	});
}

const definition = (more: Record<string, unknown> = {}) =>
	JSON.stringify({
		name: 'ticket_ready',
		language: 'en',
		category: 'UTILITY',
		body: 'Hi {{first_name}}, your ticket for the conference is ready.',
		samples: { first_name: 'Ann' },
		...more,
	});
const longBody = definition({ body: `a ${'x'.repeat(1023)}`, samples: undefined });
const unencrypted = definition({
	buttons: [{ type: 'url', text: 'Open', url: 'http://a.example/' }],
});

describe('templates check', () => {
	it('finds nothing in the ready-made templates', async () => {
		expect(await run(['templates', 'check', PACK])).toMatchObject({
			code: 0,
			out: '40 checked, 0 problems\n',
			err: '',
		});
	});

	it('says in which file what is wrong, where, and what to do', async () => {
		const files = { 'a.json': longBody, 'b.json': definition() };
		const { code, out } = await run(['templates', 'check', '.'], files);
		expect(code).toBe(1);
		expect(out).toBe(
			[
				'a.json',
				'  error    name: There is a template ticket_ready in en already',
				'           Choose another name, or edit the one there is. (duplicate-name)',
				'  error    body: The body has 1025 characters, 1024 are possible',
				'           Shorten the body; leave room for the values of its variables. (body-length)',
				'',
				'b.json',
				'  error    name: There is a template ticket_ready in en already',
				'           Choose another name, or edit the one there is. (duplicate-name)',
				'',
				'2 checked, 3 problems (3 errors)\n',
			].join('\n'),
		);
	});

	it('fails for warnings only if it is strict', async () => {
		const files = { 'a.json': unencrypted };
		const lenient = await run(['templates', 'check', 'a.json'], files);
		expect(lenient.code).toBe(0);
		expect(lenient.out).toMatch(/^1 checked, 1 problem \(1 warning\)$/m);
		expect((await run(['templates', 'check', '--strict', 'a.json'], files)).code).toBe(1);
	});

	it('prints one JSON document', async () => {
		const files = { 'a.json': unencrypted };
		const { out } = await run(['templates', 'check', '--json', '.', 'gone.json'], files);
		expect(JSON.parse(out)).toEqual({
			checked: 1,
			problems: 1,
			errors: 0,
			warnings: 1,
			files: [
				{
					file: 'a.json',
					name: 'ticket_ready',
					language: 'en',
					findings: [
						{
							rule: 'url-https',
							severity: 'warning',
							place: 'buttons[0].url',
							message: 'The link is not encrypted',
							whatToDo: 'Use https://.',
							source: expect.any(String),
						},
					],
				},
			],
			unread: [{ file: 'gone.json', reason: 'There is no such file or folder.' }],
		});
	});

	it('reads what editors on Windows write', async () => {
		const windows = `\ufeff${JSON.stringify(JSON.parse(definition()), null, 2).replace(/\n/g, '\r\n')}`;
		expect(await run(['templates', 'check', 'a.json'], { 'a.json': windows })).toMatchObject({
			code: 0,
			out: '1 checked, 0 problems\n',
		});
	});

	it('takes a template as Meta lists it', async () => {
		const meta = JSON.stringify({
			...{ name: 'a', language: 'en', category: 'UTILITY', id: '1', status: 'APPROVED' },
			components: [{ type: 'BODY', text: '{{1}} is ready', example: { body_text: [['A1']] } }],
		});
		const { code, out } = await run(['templates', 'check', 'a.json'], { 'a.json': meta });
		expect(code).toBe(1);
		expect(out).toContain('(variable-first)');
		expect(out).not.toContain('(definition-form)');
	});

	it.each([
		[
			'broken.json',
			'{"name": "a",\n\t"body": }',
			'Line 2, column 10: a value expected, found “}”.',
		],
		['comma.json', '{"name": "a",}', 'Line 1, column 13: a comma too many before }.'],
		['missing.json', '{"a": 1 "b": 2}', 'Line 1, column 9: a comma or } expected, found “"”.'],
		['curly.json', '{“name”: 1}', 'Line 1, column 2: a name in "quotes" expected, found ““”.'],
		['cut.json', '{"name": "a"', 'Line 1, column 13: a comma or } expected, found the end.'],
		['break.json', '{"a": "b\nc"}', 'Line 1, column 9: a text ends with the line: close it'],
		['path.json', '{"a": "c:\\dir"}', 'Line 1, column 10: a backslash: write two of them.'],
		['empty.json', ' \n', 'The file is empty.'],
		['utf16.json', Buffer.from([0xff, 0xfe, 0x7b, 0]), 'This is no text in UTF-8.'],
	])('says why it cannot read %s, and checks the others', async (name, content, reason) => {
		const files = { [name]: content, 'good.json': definition() };
		const { code, out, err } = await run(['templates', 'check', '.'], files);
		expect(code).toBe(2);
		expect(err).toContain(`${name}: `);
		expect(err).toContain(reason);
		expect(out).toBe('1 checked, 0 problems, 1 not read\n');
	});

	it.each([
		['gone.json', 'gone.json: There is no such file or folder.'],
		['docs', 'docs: This folder has no .json files.'],
		['docs/*.json', 'docs/*.json: No .json file has such a path.'],
		['gone/*.json', 'gone/*.json: Nothing has such a path.'],
	])('says that %s leads nowhere', async (wanted, sentence) => {
		const { code, err } = await run(['templates', 'check', wanted], { 'docs/README.md': '# Docs' });
		expect(code).toBe(2);
		expect(err).toBe(`${sentence}\n`);
	});

	it('says what a file lacks to be a definition', async () => {
		const { code, out } = await run(['templates', 'check', 'a.json'], { 'a.json': '{"name":"a"}' });
		expect(code).toBe(1);
		expect(out).toContain('error    language: language is missing\n           Add “language”.');
	});

	it('lets nothing of a template steer the terminal', async () => {
		const name = 'A\u001b[2J\rB';
		const { out } = await run(['templates', 'check', '.'], { 'a.json': definition({ name }) });
		expect(out).toContain('name-form');
		// eslint-disable-next-line no-control-regex -- they are what is looked for
		expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
	});

	it.each([
		['a/**/*.json', ['a/b.json', 'a/c/d.json', 'a/c/e f.json']],
		['a/*.json', ['a/b.json']],
		['./a/{b,c/d}.json', ['a/b.json', 'a/c/d.json']],
		['a/?.json', ['a/b.json']],
		['a/c/[!d]*.json', ['a/c/e f.json']],
	])('understands %s', async (pattern, expected) => {
		const names = ['a/b.json', 'a/b.txt', 'a/c/d.json', 'a/c/e f.json', 'a/node_modules/x.json'];
		const files = Object.fromEntries(
			names.map((name, at) => [name, definition({ name: `n${at}` })]),
		);
		const { out } = await run(['templates', 'check', '--json', pattern], files);
		const found = (JSON.parse(out) as { files: Array<{ file: string }> }).files;
		expect(found.map(({ file }) => file)).toEqual(expected);
	});
});

describe('templates preview', () => {
	it('writes one page that needs nothing else, and opens nothing', async () => {
		const words = ['templates', 'preview', 'a.json', '--out', 'out/page.html', '--open', 'no'];
		const { code, out, cwd } = await run(words, { 'a.json': definition() });
		expect({ code, out }).toEqual({
			code: 0,
			out: `1 preview in ${path.join(cwd, 'out/page.html')}\n`,
		});
		const page = await readFile(path.join(cwd, 'out/page.html'), 'utf8');
		expect(page).toMatch(/^<!doctype html>/);
		expect(page).toContain('Hi Ann, your ticket for the conference is ready.');
		expect(page).not.toMatch(/<script|<link|src=/);
	});

	it('shows broken rules, too, but no file that is no template', async () => {
		const files = { 'a.json': longBody, 'b.json': '{"name":"b"}' };
		const { code, out, err } = await run(['templates', 'preview', '.', '--text'], files);
		expect(code).toBe(2);
		expect(out).toContain('ticket_ready · en · utility');
		expect(err).toContain('b.json: language is missing. Add “language”.');
	});

	it('prints text', async () => {
		const { out } = await run(['templates', 'preview', 'a.json', '--text'], {
			'a.json': definition(),
		});
		expect(out).toBe(
			'ticket_ready · en · utility\n\nHi Ann, your ticket for the conference is ready.\n',
		);
	});
});

describe('the command', () => {
	it.each([
		[['--help'], 'templates check <files'],
		[['templates', '--help'], 'templates preview <files'],
		[['templates', 'check', '--help'], '--strict'],
		[['templates', 'preview', 'x', '-h'], '--samples'],
		[['--version'], '0.'],
	])('%j answers', async (words, expected) => {
		const { code, out, err } = await run(words);
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toContain(expected);
	});

	it.each([
		[[], 'templates check <files'],
		[['check'], 'There is no command “check”.'],
		[['templates', 'chek'], 'There is no command “templates chek”.'],
		[['templates', 'check'], 'Say which files or folders to check.'],
		[['templates', 'check', '--stict', 'a.json'], "Unknown option '--stict'."],
		[['templates', 'preview', 'a.json', '--theme', 'pink'], '--theme is light or dark or auto'],
	])('%j is refused in a sentence', async (words, sentence) => {
		const { code, out, err } = await run(words);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain(sentence);
		expect(err).not.toMatch(/^ +at /m);
	});
});
