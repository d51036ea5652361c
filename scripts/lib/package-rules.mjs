// What a published package may look like. Each rule returns a sentence that says what is right, or
// throws one that says what is wrong.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { repoRoot } from './paths.mjs';

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
const SHIPPED = /^(dist\/.+|package\.json|README(\.[\w-]+)*\.md|LICENSE|CHANGELOG\.md)$/;

/** Besides these, Node-RED takes flows to import and files for its editor. */
const SHIPPED_FOR_NODE_RED = /^(examples|resources)\/[\w.-]+$/;

/** Only what n8n or Node loads, and what a person reads. */
export function shipsOnlyDist({ files, size, manifest }) {
	const belongs = (file) =>
		SHIPPED.test(file) || (manifest['node-red'] && SHIPPED_FOR_NODE_RED.test(file));
	const strays = files.filter((file) => !belongs(file) || file.includes('.test.'));
	if (strays.length > 0) throw new Error(`does not belong in the tarball: ${strays.join(', ')}`);
	for (const file of ['package.json', 'README.md', 'LICENSE']) {
		if (!files.includes(file)) throw new Error(`${file} is missing`);
	}
	return `${files.length} files, ${Math.round(size / 1024)} KB`;
}

/** A community package brings nothing that n8n would have to install beside it. */
export function hasNoDependencies({ manifest }) {
	for (const field of ['dependencies', 'optionalDependencies', 'bundleDependencies', 'overrides']) {
		if (Object.keys(manifest[field] ?? {}).length > 0) throw new Error(`has ${field}`);
	}
	const peers = JSON.stringify(manifest.peerDependencies);
	if (peers !== '{"n8n-workflow":"*"}') throw new Error(`peerDependencies are ${peers}`);
	return 'none at run time';
}

/** Nothing published depends on a package of this repository that never is. */
export function dependsOnPublishedOnly({ manifest }) {
	const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
	if (names.includes('@whatsapp-events/core')) throw new Error('depends on core, which is private');
	return names.length === 0 ? 'none at run time' : names.join(', ');
}

/** Everything it needs is in it. */
export function hasNone({ manifest }) {
	const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
	if (names.length > 0) throw new Error(`has ${names.join(', ')}`);
	return 'none';
}

/** Nothing runs on the machine that installs the package. */
export function hasNoInstallScripts({ manifest }) {
	const found = INSTALL_SCRIPTS.filter((name) => manifest.scripts?.[name]);
	if (found.length > 0) throw new Error(`runs at install: ${found.join(', ')}`);
	return 'none';
}

/** Each path that package.json promises is there. */
export function keepsItsPromises({ manifest, files }) {
	const bins =
		typeof manifest.bin === 'string' ? [manifest.bin] : Object.values(manifest.bin ?? {});
	const promised = [
		...(manifest.n8n?.nodes ?? []),
		...(manifest.n8n?.credentials ?? []),
		...Object.values(manifest['node-red']?.nodes ?? {}),
		...bins,
		...(manifest.main ? [manifest.main] : []),
	];
	const missing = promised.filter((file) => !files.includes(path.posix.normalize(file)));
	if (missing.length > 0)
		throw new Error(`named in package.json, but not shipped: ${missing.join(', ')}`);
	return `${promised.length} named, all there`;
}

/** Every node and credential loads with n8n-workflow alone. */
export async function loadsAlone({ dir }) {
	const loader = path.join(repoRoot, 'scripts/lib/load-package.cjs');
	const { stdout } = await promisify(execFile)(process.execPath, [loader, dir]).catch((error) => {
		throw new Error(/^Error: .*$/m.exec(error.stderr)?.[0] ?? error.message);
	});
	const { nodes, credentials } = JSON.parse(stdout);
	return [...nodes, ...credentials].join(', ');
}

/** n8n's community scanner has nothing to say. */
export function passesScanner(analyzePackage, patterns) {
	return async ({ dir }) => {
		const { passed, message, details = '' } = await analyzePackage(dir, patterns);
		if (!passed) throw new Error(`${message}\n${details}`);
		return 'nothing reported';
	};
}

/** More than this and Node-RED's validator calls it many. */
const MOST_DEPENDENCIES = 6;

export function hasFewDependencies({ manifest }) {
	const names = Object.keys(manifest.dependencies ?? {});
	if (names.length > MOST_DEPENDENCIES) throw new Error(`has ${names.length} dependencies`);
	return `${names.length}: ${names.join(', ')}`;
}

/** Each node comes with its dialog, its help and its words in both languages, and each icon once. */
export function isCompleteForNodeRed({ manifest, files }) {
	const missing = [];
	for (const [type, file] of Object.entries(manifest['node-red'].nodes)) {
		const folder = path.posix.dirname(file);
		const wanted = [`${folder}/${type}.html`];
		for (const language of ['en-US', 'ja']) {
			wanted.push(`${folder}/locales/${language}/${type}.json`);
			wanted.push(`${folder}/locales/${language}/${type}.html`);
		}
		missing.push(...wanted.filter((name) => !files.includes(name)));
	}
	if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
	const icons = files.filter((file) => file.includes('/icons/')).map((f) => path.posix.basename(f));
	if (new Set(icons).size < icons.length) throw new Error(`icons of one name: ${icons.join(', ')}`);
	return `${Object.keys(manifest['node-red'].nodes).length} nodes in 2 languages, ${icons.length} icons`;
}

/** Node-RED's validator has nothing to say, as far as it can judge without the internet. */
export function passesNodeRedDev(installed) {
	return async ({ dir }) => {
		const script = path.join(repoRoot, 'scripts/lib/validate-node-red.cjs');
		const args = [script, path.join(installed, 'node_modules'), dir, repoRoot];
		const { stdout } = await promisify(execFile)(process.execPath, args);
		const { scorecard, warnings } = JSON.parse(stdout);
		const rules = Object.entries(scorecard).filter(([name]) => /^[A-Z]\d\d$/.test(name));
		const failed = rules.filter(([, { test }]) => !test).map(([name]) => name);
		if (failed.length + warnings.length > 0) throw new Error([...failed, ...warnings].join('; '));
		return rules.map(([name]) => name).join(' ');
	};
}

/** The tarball, installed as a user would, loads in a Node-RED of its own. */
export async function loadsInNodeRed({ tarball }) {
	const script = path.join(repoRoot, 'scripts/lib/load-in-node-red.mjs');
	const { stdout } = await promisify(execFile)(process.execPath, [script, tarball]).catch(
		(error) => {
			throw new Error(error.stdout + error.stderr);
		},
	);
	return stdout.trim();
}

/** The tarball, installed into an empty folder without the internet, does what its command promises. */
export function runsAsCommand({ words, expected }) {
	return async ({ tarball, manifest }) => {
		const exec = promisify(execFile);
		const folder = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-empty-'));
		try {
			await writeFile(path.join(folder, 'package.json'), '{"private":true}');
			const quiet = ['--offline', '--no-audit', '--no-fund', '--loglevel=error'];
			await exec('npm', ['install', '--prefix', folder, ...quiet, tarball], { cwd: folder });
			const [name] = Object.keys(manifest.bin);
			const command = path.join(folder, 'node_modules/.bin', name);
			const { stdout } = await exec(command, words, { cwd: folder });
			if (stdout.trim() !== expected) throw new Error(`${name} printed: ${stdout}`);
			return `${name}: ${expected}`;
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	};
}
