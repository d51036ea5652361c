/**
 * The build. `gulp build` = type-check, bundle, static files; `gulp bundle` leaves the type-check out,
 * for starting quickly; `gulp watch` rebuilds on change.
 */
const { spawn } = require('node:child_process');
const { rm } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src, watch } = require('gulp');
const { globSync } = require('node:fs');
const { inlineScript } = require('./scripts/lib/inline-script.cjs');

const N8N_ENTRIES = ['nodes/*/*.node.ts', 'credentials/*.credentials.ts'];
const N8N_STATIC = ['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/*.svg'];

const clean = async () => await rm('dist', { recursive: true, force: true });

function typecheck(done) {
	const projects = [
		'tsconfig.json',
		'core/credits/page/browser/tsconfig.json',
		'simulator/page/tsconfig.json',
		'node-red/tsconfig.json',
		'node-red/editor/tsconfig.json',
	];
	const next = () => {
		const project = projects.shift();
		if (!project) return done();
		spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '--noEmit', '-p', project], {
			stdio: 'inherit',
		}).on('exit', (code) => (code === 0 ? next() : done(new Error(`${project}: type errors`))));
	};
	next();
}

/** What the nodes of a process know together: one file for all of them, since a copy in each would not hear of the others'. */
const N8N_SHARED = 'core/account/sending-states';

const sharedAmongNodes = {
	name: 'shared among nodes',
	setup(build) {
		build.onResolve({ filter: /\/sending-states$/ }, ({ kind }) =>
			kind === 'entry-point' ? undefined : { path: `../../${N8N_SHARED}.js`, external: true },
		);
	},
};

/** Each node and credential becomes one readable CommonJS file with core and libphonenumber inside. */
async function bundleN8n() {
	await esbuild.build({
		entryPoints: [...N8N_ENTRIES.flatMap((pattern) => globSync(pattern)), `${N8N_SHARED}.ts`],
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		plugins: [inlineScript, sharedAmongNodes],
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'warning',
	});
}

/** A file whose imports of the shared engine stay imports: one engine for all nodes, not a copy in each. */
const sharedEngine = {
	name: 'shared engine',
	setup(build) {
		build.onResolve({ filter: /^\.\.\/\.\.\/engine$/ }, ({ path: file }) => ({
			path: `${file}/index.js`,
			external: true,
		}));
	},
};

/** The Node-RED nodes as CommonJS files over one bundle of engine and core; axios is their dependency. */
async function bundleNodeRed() {
	const common = {
		outdir: 'node-red/dist',
		outbase: 'node-red',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['axios'],
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'warning',
	};
	await rm('node-red/dist', { recursive: true, force: true });
	await esbuild.build({
		...common,
		entryPoints: ['node-red/engine/index.ts'],
		plugins: [inlineScript],
	});
	await esbuild.build({
		...common,
		entryPoints: globSync('node-red/nodes/*/whatsapp-*.ts'),
		plugins: [sharedEngine],
		// Node-RED calls what a file exports.
		footer: { js: 'module.exports = module.exports.default;' },
	});
}

/** The simulator's page; its server runs from source on Node 24 and is bundled for the package. */
async function bundleSimulator() {
	const out = 'simulator/dist';
	await rm(out, { recursive: true, force: true });
	await esbuild.build({
		entryPoints: { main: 'simulator/main.ts', index: 'simulator/index.ts' },
		outdir: out,
		bundle: true,
		platform: 'node',
		format: 'esm',
		target: 'node22',
		packages: 'external',
		charset: 'utf8',
		logLevel: 'warning',
	});
	await esbuild.build({
		entryPoints: ['simulator/page/app.ts'],
		outfile: path.join(out, 'page/app.js'),
		bundle: true,
		format: 'esm',
		target: 'es2022',
		charset: 'utf8',
		logLevel: 'warning',
	});
}

const bundleCli = async () => {
	await rm('cli/dist', { recursive: true, force: true });
	await require('./cli/bundle.cjs').bundleCli();
};

const bundleEditor = async () => await require('./node-red/build-editor').bundleNodeRedEditor();

const copyN8n = () => src(N8N_STATIC, { base: '.', encoding: false }).pipe(dest('dist'));
const copySimulator = () =>
	src(['simulator/page/*.{html,css,svg,png}', 'simulator/seed/*.json'], {
		base: 'simulator',
		encoding: false,
		allowEmpty: true,
	}).pipe(dest('simulator/dist'));

const copyNodeRed = () =>
	src(['node-red/nodes/*/*.html', 'node-red/nodes/*/{icons,locales}/**/*'], {
		base: 'node-red',
		encoding: false,
	}).pipe(dest('node-red/dist'));
const copyExamples = () =>
	src('flows/node-red/*.json', { encoding: false, allowEmpty: true }).pipe(
		dest('node-red/examples'),
	);
const nodeRed = series(bundleNodeRed, parallel(bundleEditor, copyNodeRed, copyExamples));

const bundle = series(
	clean,
	parallel(bundleN8n, bundleSimulator, bundleCli, nodeRed),
	parallel(copyN8n, copySimulator),
);

const n8n = series(clean, bundleN8n, copyN8n);
const simulator = series(bundleSimulator, copySimulator);

exports.typecheck = typecheck;
exports.n8n = n8n;
exports.nodeRed = nodeRed;
exports.cli = bundleCli;
/** What npm start needs. */
exports.demo = parallel(nodeRed, simulator);
/** What npm run start:n8n needs; a Node-RED that runs from this clone keeps its files. */
exports.demoN8n = parallel(n8n, simulator);
exports.bundle = bundle;
exports.build = series(typecheck, bundle);
exports.watch = () =>
	watch(['core/**/*.ts', 'nodes/**/*', 'credentials/**/*'], { ignoreInitial: false }, n8n);
exports.default = exports.build;
