// Installs a tarball into the user directory of a clean Node-RED, as its palette manager does, starts
// it, and prints which nodes loaded:  node load-in-node-red.mjs <tarball>
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { repoRoot } from './paths.mjs';

const [tarball] = process.argv.slice(2);
const { version } = createRequire(import.meta.url)('node-red/package.json');

/** Installs one package into a folder of its own. */
async function install(folder, what) {
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(folder, 'package.json'), JSON.stringify({ private: true }));
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	await promisify(execFile)('npm', ['install', '--prefix', folder, ...quiet, what], {
		cwd: folder,
		env: withoutOuterProject(),
	});
}

/** An outer `npm run` exports its own project as configuration; the folder is its own project. */
function withoutOuterProject() {
	const env = { ...process.env };
	for (const key of ['npm_config_local_prefix', 'npm_package_json', 'INIT_CWD']) delete env[key];
	return env;
}

const temp = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-clean-'));
try {
	// Away from this clone: its node_modules would offer the nodes in this folder instead.
	await install(temp, `node-red@${version}`);
	await install(path.join(temp, 'user'), path.resolve(tarball));
	await cp(path.join(repoRoot, 'scripts/lib/embedded-node-red.mjs'), path.join(temp, 'start.mjs'));
	const { startNodeRed } = await import(path.join(temp, 'start.mjs'));
	const nodeRed = await startNodeRed({ userDir: path.join(temp, 'user') });
	const sets = await (
		await fetch(`${nodeRed.url}/nodes`, { headers: { Accept: 'application/json' } })
	).json();
	const ours = sets.filter(({ module }) => module === '@whatsapp-events/node-red');
	const broken = ours.filter(({ enabled, err }) => !enabled || err);
	const examples = JSON.stringify(nodeRed.RED.nodes.getNodeExampleFlows());
	await nodeRed.stop();
	if (ours.length === 0) throw new Error('Node-RED found no nodes of ours');
	if (broken.length > 0) throw new Error(broken.map(({ id, err }) => `${id}: ${err}`).join('; '));
	if (!examples.includes('delivery-status')) throw new Error(`No examples: ${examples}`);
	console.log(`Node-RED ${version}: ${ours.flatMap(({ types }) => types).join(', ')}`);
} finally {
	await rm(temp, { recursive: true, force: true });
}
process.exit(0);
