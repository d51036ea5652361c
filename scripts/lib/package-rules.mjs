// What a published package may look like. Each rule returns a sentence that says what is right, or
// throws one that says what is wrong.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { repoRoot } from './paths.mjs';

const INSTALL_SCRIPTS = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
const SHIPPED = /^(dist\/.+|package\.json|README(\.[\w-]+)*\.md|LICENSE|CHANGELOG\.md)$/;

/** Only what n8n or Node loads, and what a person reads. */
export function shipsOnlyDist({ files, size }) {
	const strays = files.filter((file) => !SHIPPED.test(file) || file.includes('.test.'));
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
