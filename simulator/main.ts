#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startSimulator } from './index.ts';

const USAGE = `A stand-in for WhatsApp and for a ticketing platform on your own machine.

  --port 4400          0 takes a free one
  --host 127.0.0.1     another machine may only call with --allow-remote
  --allow-remote
  --storage FILE       kept between runs; without it everything is in memory
  --empty              an account without templates, as a new one is
  --quiet`;

const LOOPBACK = ['127.0.0.1', '::1', 'localhost'];

await main();

async function main(): Promise<void> {
	const options = readOptions();
	if (options === undefined) return;
	const { host, port, quiet, storage, empty } = options;
	const say = quiet ? () => {} : (line: string) => console.log(line);
	try {
		const simulator = await startSimulator({ port, host, storage, empty, logger: say });
		let closing = false;
		const stop = () => {
			if (closing) return;
			closing = true;
			void simulator.close();
		};
		process.on('SIGINT', stop);
		process.on('SIGTERM', stop);
		const { apiUrl, accessToken, businessAccountId, phoneNumberId } = simulator.credentials;
		say(`Phones and registration form  ${simulator.url}/`);
		say(`Graph API address             ${apiUrl}`);
		say(`Access token                  ${accessToken}`);
		say(`WhatsApp Business account     ${businessAccountId}`);
		say(`Phone number id               ${phoneNumberId}`);
		say(`Everything for a credential   ${simulator.url}/sim/credentials`);
	} catch (error) {
		fail(startProblem(error as NodeJS.ErrnoException, port, host));
	}
}

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				port: { type: 'string', default: '4400' },
				host: { type: 'string', default: '127.0.0.1' },
				storage: { type: 'string', default: ':memory:' },
				quiet: { type: 'boolean', default: false },
				empty: { type: 'boolean', default: false },
				'allow-remote': { type: 'boolean', default: false },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) {
			console.log(USAGE);
			return undefined;
		}
		const port = Number(values.port);
		if (!Number.isInteger(port) || port < 0 || port > 65_535) {
			return fail(`--port must be a number from 0 to 65535, not "${values.port}".`);
		}
		if (!LOOPBACK.includes(values.host) && !values['allow-remote']) {
			return fail(
				`Listening on ${values.host} lets other machines read the phones and send messages. ` +
					'If that is what you want, add --allow-remote.',
			);
		}
		const { host, storage, quiet, empty } = values;
		return { port, host, storage, quiet, empty };
	} catch (error) {
		return fail(`${(error as Error).message}\n\n${USAGE}`);
	}
}

function startProblem(error: NodeJS.ErrnoException, port: number, host: string): string {
	if (error.code === 'EADDRINUSE') {
		return `Port ${port} is in use. Stop the other program, or choose another: --port ${port + 1}`;
	}
	if (error.code === 'EACCES') return `Port ${port} may not be used: choose one above 1023.`;
	if (error.code === 'EADDRNOTAVAIL') return `This machine has no address ${host}.`;
	return error.message;
}

function fail(message: string): undefined {
	console.error(message);
	process.exitCode = 1;
	return undefined;
}
