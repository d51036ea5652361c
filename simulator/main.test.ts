import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MAIN = join(__dirname, 'main.ts');
const NODE = join(__dirname, '../node_modules/.bin/node');

const run = async (...args: string[]) => {
	try {
		const { stdout } = await promisify(execFile)(NODE, [MAIN, ...args]);
		return { code: 0, text: stdout };
	} catch (error) {
		const failed = error as { code: number; stderr: string };
		return { code: failed.code, text: failed.stderr };
	}
};

describe('the command', () => {
	it('prints its addresses and ends at once when it is told to', async () => {
		const child = spawn(NODE, [MAIN, '--port', '0']);
		let text = '';
		child.stdout.setEncoding('utf8');
		for await (const part of child.stdout) {
			text += part;
			if (text.includes('/sim/credentials')) child.kill('SIGTERM');
		}
		const code = child.exitCode ?? (await once(child, 'exit'))[0];
		expect(code).toBe(0);
		expect(text).toMatch(/Phones and registration form +http:\/\/127\.0\.0\.1:\d+\//);
	});

	it('says in a sentence that its port is in use', async () => {
		const server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		const { code, text } = await run('--port', String(port));
		server.close();
		expect(code).toBe(1);
		expect(text).toContain(`Port ${port} is in use.`);
		expect(text).not.toContain('at ');
	});

	it('listens to other machines only when that is wanted', async () => {
		const { code, text } = await run('--host', '0.0.0.0', '--port', '0');
		expect(code).toBe(1);
		expect(text).toContain('--allow-remote');
	});

	it('explains its options', async () => {
		expect((await run('--help')).text).toContain('--storage FILE');
		expect((await run('--colour')).code).toBe(1);
	});
});
