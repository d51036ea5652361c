// npm run check:packages — what would be published, looked at as n8n's scanner and Node-RED's validator do.
// One line per check; exit code 1 when one of them found something.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gulp } from './lib/build.mjs';
import { packAndUnpack } from './lib/pack.mjs';
import * as rules from './lib/package-rules.mjs';
import { repoRoot } from './lib/paths.mjs';
import { ensureNodeRedDev, ensureScanner } from './lib/tool-install.mjs';

const scannerRequire = createRequire(path.join(await ensureScanner(), 'package.json'));
const { analyzePackage, SOURCE_FILE_PATTERNS } = await import(
	pathToFileURL(scannerRequire.resolve('@n8n/scan-community-package/scanner/scanner.mjs'))
);

/** Published packages by folder, with what must hold for each. */
const PUBLISHED = {
	'.': {
		'tarball contains only what is needed': rules.shipsOnlyDist,
		dependencies: rules.hasNoDependencies,
		'install scripts': rules.hasNoInstallScripts,
		'paths in package.json': rules.keepsItsPromises,
		'loads with n8n-workflow alone': rules.loadsAlone,
		'community scanner, tarball': rules.passesScanner(analyzePackage),
	},
	'node-red': {
		'tarball contains only what is needed': rules.shipsOnlyDist,
		dependencies: rules.hasFewDependencies,
		'built on published packages only': rules.dependsOnPublishedOnly,
		'install scripts': rules.hasNoInstallScripts,
		'paths in package.json': rules.keepsItsPromises,
		'dialogs, help and words': rules.isCompleteForNodeRed,
		'node-red-dev validate, offline rules': rules.passesNodeRedDev(await ensureNodeRedDev()),
		'installs into a clean Node-RED and loads': rules.loadsInNodeRed,
	},
	simulator: {
		'tarball contains only what is needed': rules.shipsOnlyDist,
		dependencies: rules.dependsOnPublishedOnly,
		'install scripts': rules.hasNoInstallScripts,
		'paths in package.json': rules.keepsItsPromises,
	},
	cli: {
		'tarball contains only what is needed': rules.shipsOnlyDist,
		dependencies: rules.hasNone,
		'install scripts': rules.hasNoInstallScripts,
		'paths in package.json': rules.keepsItsPromises,
		'installs into an empty folder and runs': rules.runsAsCommand({
			words: ['templates', 'check', path.join(repoRoot, 'flows/templates')],
			expected: '40 checked, 0 problems',
		}),
	},
};

let passed = 0;
let failed = 0;
async function check(label, rule, subject) {
	try {
		console.log(`  ok    ${label}: ${await rule(subject)}`);
		passed += 1;
	} catch (error) {
		console.log(`  FAIL  ${label}: ${error.message}`);
		failed += 1;
	}
}

await gulp('bundle');
const temp = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-packages-'));
try {
	for (const [folder, checks] of Object.entries(PUBLISHED)) {
		const packed = await packAndUnpack(path.join(repoRoot, folder), {
			tarballs: path.join(repoRoot, 'build/packages'),
			unpackTo: path.join(temp, 'unpacked', folder === '.' ? 'root' : folder),
		});
		const manifest = JSON.parse(await readFile(path.join(packed.dir, 'package.json'), 'utf8'));
		console.log(`${manifest.name} ${manifest.version}`);
		for (const [label, rule] of Object.entries(checks)) {
			await check(label, rule, { ...packed, manifest });
		}
	}
	console.log('source of n8n-nodes-whatsapp-events');
	const onSource = rules.passesScanner(analyzePackage, SOURCE_FILE_PATTERNS);
	await check('community scanner, source', onSource, { dir: repoRoot });
} finally {
	await rm(temp, { recursive: true, force: true });
}
console.log(`check:packages: ${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
