// A Node-RED in this process: for npm start, the benchmarks and the tests.
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const RED = require('node-red');
// The express that Node-RED itself was built with.
const express = createRequire(require.resolve('node-red'))('express');

/**
 * Starts Node-RED with the nodes of this repository, which it finds in node_modules like any other
 * installed package. Node-RED cannot be started twice in one process.
 *
 * @param {{userDir: string, port?: number, settings?: object, log?: (line: object) => void}} options
 *   `log` gets Node-RED's log lines, `{level, msg, type, id, name}`; left out, there are none
 * @returns `{RED, url, deploy, stop}`; `deploy` replaces all flows, `stop` ends everything
 */
export async function startNodeRed({ userDir, port = 0, settings = {}, log = () => {} }) {
	await mkdir(userDir, { recursive: true });
	const app = express();
	const server = http.createServer(app);
	RED.init(server, {
		userDir,
		flowFile: 'flows.json',
		flowFilePretty: true,
		credentialSecret: 'embedded',
		httpAdminRoot: '/',
		httpNodeRoot: '/',
		telemetry: { enabled: false },
		editorTheme: { tours: false, projects: { enabled: false } },
		externalModules: { autoInstall: false, palette: { allowInstall: false } },
		logging: { lines: { level: 'info', metrics: false, audit: false, handler: () => log } },
		...settings,
	});
	const flowsStarted = once(RED.events, 'flows:started');
	app.use('/', RED.httpAdmin);
	app.use('/', RED.httpNode);
	server.listen(port, '127.0.0.1');
	await once(server, 'listening');
	await RED.start();
	await flowsStarted;
	const stop = async () => {
		await RED.stop();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return { RED, url: `http://127.0.0.1:${server.address().port}`, deploy, stop };
}

/**
 * Replaces all flows, as the editor's Deploy button does. Nodes may carry their credentials.
 *
 * @param {'full' | 'nodes' | 'flows'} type what is restarted: everything, or what was changed
 */
async function deploy(flows, type = 'full') {
	const started = once(RED.events, 'flows:started');
	// Resolves as soon as the flows are saved; they are stopped and started after that.
	await RED.runtime.flows.setFlows({ flows: { flows }, deploymentType: type });
	await started;
}
