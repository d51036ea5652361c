// Runs the checks of node-red-dev on an unpacked package, without the internet:
//   node validate-node-red.cjs <folder of node-red-dev's node_modules> <package> <root of the clone>
// Prints {"scorecard", "warnings"}. What its rules ask of the registry is answered from what is
// installed; which other packages have a similar name (P08, N01) and whether a newer dependency exists
// (D03) only the internet knows, so these three are left out.
const { existsSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

const [installed, packageDir, root] = process.argv.slice(2);
const NEED_INTERNET = ['P08', 'N01', 'D03'];
const fromValidator = createRequire(
	require.resolve('node-red-dev/package.json', { paths: [installed] }),
);
const nodeRed = require(require.resolve('node-red/package.json', { paths: [root] }));

/** Puts something in place of a module the validator would reach the internet with. */
function answer(name, exported) {
	const file = fromValidator.resolve(name);
	require.cache[file] = { id: file, filename: file, loaded: true, exports: exported };
}

const REGISTRY = {
	'https://catalogue.nodered.org/catalogue.json': { modules: [] },
	'https://registry.npmjs.org/node-red': {
		'dist-tags': { latest: nodeRed.version },
		versions: { [nodeRed.version]: { engines: nodeRed.engines } },
	},
};
answer('axios', { get: async (url) => ({ data: REGISTRY[url] }) });
answer('npm-check', async () => ({ get: () => [] }));
answer('npm-remote-ls', {
	config() {},
	ls: (name, _version, _flatten, done) => done(treeOf(name)),
});

/** `name@version` of a dependency and everything below it, as installed. */
function treeOf(name, from = path.join(root, 'node-red'), seen = new Set()) {
	const dir = folderOf(name, from);
	const manifest = require(path.join(dir, 'package.json'));
	const title = `${manifest.name}@${manifest.version}`;
	if (seen.has(title)) return [...seen];
	seen.add(title);
	for (const next of Object.keys(manifest.dependencies ?? {})) treeOf(next, dir, seen);
	return [...seen];
}

/** Looked up as Node.js does, but by folder: not every package lets its package.json be required. */
function folderOf(name, from) {
	for (let dir = from; ; dir = path.dirname(dir)) {
		const folder = path.join(dir, 'node_modules', name);
		if (existsSync(path.join(folder, 'package.json'))) return folder;
		if (dir === path.dirname(dir)) throw new Error(`${name} is not installed`);
	}
}

const warnings = [];
const cli = {
	log() {},
	warn: (text) => warnings.push(text),
	error(error) {
		throw error instanceof Error ? error : new Error(String(error));
	},
};

async function main() {
	const scorecard = {};
	for (const check of ['checkpackage', 'checknodes', 'checkdeps']) {
		await fromValidator(`./src/libs/${check}`)(packageDir, cli, scorecard, false);
	}
	// The check of the examples is not waited for by the validator itself.
	await new Promise((resolve) => setTimeout(resolve, 200));
	for (const rule of NEED_INTERNET) delete scorecard[rule];
	process.stdout.write(JSON.stringify({ scorecard, warnings }));
	process.exit(0);
}

const log = console.log;
console.log = (...parts) => warnings.push(parts.join(' '));
main().catch((error) => {
	log(error);
	process.exit(1);
});
