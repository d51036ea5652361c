import { execFile } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(__dirname, '../..');
const NODE = path.join(ROOT, 'node_modules/.bin/node');

const run = async (...words: string[]) =>
	await new Promise<{ code: number; out: string; err: string }>((resolve) => {
		execFile(
			NODE,
			words,
			{ cwd: ROOT, env: { ...process.env, INIT_CWD: ROOT } },
			(error, out, err) => {
				resolve({ code: Number(error?.code ?? 0), out, err });
			},
		);
	});

interface Task {
	label: string;
	nodes: Task[];
}
const labelsOf = ({ label, nodes }: Task): string[] => [label, ...nodes.flatMap(labelsOf)];

describe.each([
	['npm start', 'scripts/start.mjs'],
	['npm run start:n8n', 'scripts/start-n8n.mjs'],
])('%s', (name, script) => {
	it('says its options in one line', async () => {
		const { code, out, err } = await run(script, '--help');
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(out).toMatch(/^Options: .*--simulator-port 4400]\n$/);
		expect(out).toContain(`${name} -- [`);
	});

	it('names an option it does not know, in one line', async () => {
		const { code, out, err } = await run(script, '--prot', '5');
		expect({ code, out }).toEqual({ code: 1, out: '' });
		expect(err).toMatch(/^Unknown option '--prot'\. Options: .*\n$/);
	});
});

describe('what npm run start:n8n builds', () => {
	it('leaves the files of a running Node-RED alone', async () => {
		const { out } = await run('node_modules/gulp/bin/gulp.js', '--tasks-json');
		const tasks: Task[] = JSON.parse(out.slice(out.indexOf('{'))).nodes;
		const built = labelsOf(tasks.find(({ label }) => label === 'demoN8n')!);
		expect(built).toEqual(expect.arrayContaining(['bundleN8n', 'bundleSimulator']));
		expect(built).not.toEqual(expect.arrayContaining([expect.stringMatching(/NodeRed|nodeRed/)]));
	});
});

describe('npm run cli', () => {
	it('checks files from a clone that was never built', async () => {
		const { code, out } = await run('scripts/cli.mjs', 'templates', 'check', 'flows/templates');
		expect({ code, out }).toEqual({ code: 0, out: '40 checked, 0 problems\n' });
	});

	it('says what it can do', async () => {
		expect((await run('scripts/cli.mjs', '--help')).out).toContain('templates preview');
	});
});
