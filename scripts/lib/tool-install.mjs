// Installs a side package (real n8n, the community scanner) once per lock file into a cache
// outside the clone. A second clone, or a second run, finds it ready; a machine without the cache
// gets it with `npm ci`. The folder appears under its final name only when complete, so an
// interrupted install is never mistaken for a finished one.
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { repoRoot } from './paths.mjs';

/** The folder that holds installed side packages: WHATSAPP_EVENTS_CACHE, or the user's cache folder. */
export function cacheRoot() {
	if (process.env.WHATSAPP_EVENTS_CACHE) return path.resolve(process.env.WHATSAPP_EVENTS_CACHE);
	const base = process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache');
	return path.join(base, 'whatsapp-events');
}

/** What decides the install: the wish, the lock and the project's npm settings. */
function projectFiles(dir) {
	return ['package.json', 'package-lock.json', '.npmrc'].filter((file) =>
		existsSync(path.join(dir, file)),
	);
}

async function lockHash(dir) {
	const hash = createHash('sha256');
	for (const file of projectFiles(dir)) {
		hash.update(await readFile(path.join(dir, file)));
	}
	hash.update(`${process.platform}-${process.arch}-abi${process.versions.modules}`);
	return hash.digest('hex').slice(0, 16);
}

/** Runs a command, printing a line every ten seconds so that a long step is seen to be alive. */
function run(command, args, { cwd, env, label }) {
	return new Promise((resolve, reject) => {
		const started = Date.now();
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		const tail = [];
		const keep = (chunk) => {
			tail.push(...String(chunk).split('\n'));
			tail.splice(0, Math.max(0, tail.length - 60));
		};
		child.stdout.on('data', keep);
		child.stderr.on('data', keep);
		const beat = setInterval(() => {
			console.log(`  ${label} … ${Math.round((Date.now() - started) / 1000)} s`);
		}, 10_000);
		child.on('error', (error) => {
			clearInterval(beat);
			reject(error);
		});
		child.on('exit', (code) => {
			clearInterval(beat);
			if (code === 0) return resolve();
			reject(new Error(`${label} failed (exit ${code}):\n${tail.join('\n')}`));
		});
	});
}

/**
 * Returns the folder that holds `node_modules` of the side package in `source`, installing it first
 * when this machine has not got it.
 *
 * @param {{name: string, source: string, rebuild?: string[], note?: string}} options
 *   `rebuild` names the native packages whose install step must run; all other install scripts are
 *   skipped (a plain install of n8n fails in one that it does not need).
 */
export async function ensureInstalled({ name, source, rebuild = [], note = '' }) {
	const sourceDir = path.join(repoRoot, source);
	const dir = path.join(cacheRoot(), `${name}-${await lockHash(sourceDir)}`);
	if (existsSync(path.join(dir, '.complete'))) return dir;

	const partial = `${dir}.${process.pid}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(partial, { recursive: true });
	for (const file of projectFiles(sourceDir)) {
		await cp(path.join(sourceDir, file), path.join(partial, file));
	}
	console.log(`Installing ${name} into ${dir}${note ? ` (${note})` : ''}`);
	const env = { ...process.env, CI: '1' };
	const headers = nodeHeaders();
	if (headers) env.npm_config_nodedir = headers;
	// An outer `npm run` exports its own project as configuration; the side package is its own project.
	for (const key of ['npm_config_local_prefix', 'npm_package_json', 'INIT_CWD']) delete env[key];
	const [npm, ...npmArgs] = await npmCommand();
	const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
	await run(npm, [...npmArgs, 'ci', '--ignore-scripts', ...quiet], {
		cwd: partial,
		env,
		label: `installing ${name}`,
	});
	if (rebuild.length > 0) {
		await allowScripts(partial, rebuild);
		await run(npm, [...npmArgs, 'rebuild', ...rebuild, '--loglevel=error'], {
			cwd: partial,
			env,
			label: `building ${rebuild.join(', ')}`,
		});
	}
	await writeFile(path.join(partial, '.complete'), `${new Date().toISOString()}\n`);
	try {
		await rename(partial, dir);
	} catch (error) {
		// Another run finished the same install first: use that one.
		if (!existsSync(path.join(dir, '.complete'))) throw error;
		await rm(partial, { recursive: true, force: true });
	}
	return dir;
}

/**
 * The npm to install with: the one at hand, or a newer one where that is npm 10, which resolves
 * optional peers differently and therefore calls n8n's lock file incomplete.
 */
async function npmCommand() {
	const { stdout } = await promisify(execFile)('npm', ['--version']);
	if (Number.parseInt(stdout, 10) >= 11) return ['npm'];
	return ['npm', 'exec', '--yes', '--package=npm@11.21.2', '--', 'npm'];
}

/** npm 12 runs an install step, even one that is asked for by name, only if package.json allows it. */
async function allowScripts(dir, packages) {
	const file = path.join(dir, 'package.json');
	const manifest = JSON.parse(await readFile(file, 'utf8'));
	manifest.allowScripts = Object.fromEntries(packages.map((name) => [name, true]));
	await writeFile(file, `${JSON.stringify(manifest, null, '\t')}\n`);
}

/**
 * Headers of the running Node, which the npm package `node` ships beside its binary: native builds
 * must match the Node that will load them. Undefined where this Node came without headers; node-gyp
 * then looks for them itself.
 */
function nodeHeaders() {
	const prefix = path.resolve(path.dirname(process.execPath), '..');
	const platformPackage = `node-${process.platform}-${process.arch}`;
	return [
		prefix,
		path.join(prefix, 'node_modules', platformPackage),
		path.join(prefix, '..', platformPackage),
	].find((dir) => existsSync(path.join(dir, 'include/node/node.h')));
}

/** The real n8n of test/n8n. Takes minutes the first time, and 3 GB. */
export function ensureN8n() {
	return ensureInstalled({
		name: 'n8n',
		source: 'test/n8n',
		rebuild: ['sqlite3', 'isolated-vm'],
		note: 'once; up to 10 minutes and 3 GB',
	});
}

/** n8n's community scanner and the lint rules that come with it. */
export function ensureScanner() {
	return ensureInstalled({ name: 'scanner', source: 'test/scanner', note: 'once; about a minute' });
}

/** Node-RED's validator of packages. */
export function ensureNodeRedDev() {
	return ensureInstalled({
		name: 'node-red-dev',
		source: 'test/node-red-dev',
		note: 'once; about a minute',
	});
}
