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

const N8N_ENTRIES = ['nodes/*/*.node.ts', 'credentials/*.credentials.ts'];
const N8N_STATIC = ['nodes/**/*.{svg,png}', 'nodes/**/*.node.json', 'credentials/*.svg'];

const clean = async () => await rm('dist', { recursive: true, force: true });

function typecheck(done) {
	const projects = ['tsconfig.json', 'simulator/page/tsconfig.json'];
	const next = () => {
		const project = projects.shift();
		if (!project) return done();
		spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '--noEmit', '-p', project], {
			stdio: 'inherit',
		}).on('exit', (code) => (code === 0 ? next() : done(new Error(`${project}: type errors`))));
	};
	next();
}

/** Each node and credential becomes one readable CommonJS file with core and libphonenumber inside. */
async function bundleN8n() {
	await esbuild.build({
		entryPoints: N8N_ENTRIES.flatMap((pattern) => globSync(pattern)),
		outdir: 'dist',
		outbase: '.',
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'warning',
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

const copyN8n = () => src(N8N_STATIC, { base: '.', encoding: false }).pipe(dest('dist'));
const copySimulator = () =>
	src(['simulator/page/*.{html,css,svg,png}', 'simulator/seed/*.json'], {
		base: 'simulator',
		encoding: false,
		allowEmpty: true,
	}).pipe(dest('simulator/dist'));

const bundle = series(
	clean,
	parallel(bundleN8n, bundleSimulator),
	parallel(copyN8n, copySimulator),
);

exports.typecheck = typecheck;
exports.n8n = series(clean, bundleN8n, copyN8n);
exports.bundle = bundle;
exports.build = series(typecheck, bundle);
exports.watch = () =>
	watch(['core/**/*.ts', 'nodes/**/*', 'credentials/**/*'], { ignoreInitial: false }, exports.n8n);
exports.default = exports.build;
