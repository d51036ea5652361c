/**
 * `import script from './browser.inline'` is the text of `browser/main.ts` for the browser, bundled and minified, so that a
 * page can carry its script with it: what ships needs no library at run time. For esbuild a plugin, for jest a transform.
 */
const { createHash } = require('node:crypto');
const path = require('node:path');
const esbuild = require('esbuild');

function bundleText(entry) {
	const { outputFiles } = esbuild.buildSync({
		entryPoints: [entry],
		bundle: true,
		minify: true,
		write: false,
		platform: 'browser',
		format: 'iife',
		target: 'es2022',
		// One page, one encoding; the licence of the library stays with it.
		charset: 'ascii',
		legalComments: 'inline',
		logLevel: 'warning',
	});
	return outputFiles[0].text.trim();
}

/** For esbuild: each bundle that carries the page carries its script as a string. */
exports.inlineScript = {
	name: 'inline script',
	setup(build) {
		build.onResolve({ filter: /^\.{1,2}\/.+\.inline$/ }, ({ path: file, resolveDir }) => ({
			path: path.join(resolveDir, file.replace(/\.inline$/, ''), 'main.ts'),
			namespace: 'inline-script',
		}));
		build.onLoad({ filter: /.*/, namespace: 'inline-script' }, ({ path: entry }) => ({
			contents: bundleText(entry),
			loader: 'text',
			watchDirs: [path.dirname(entry)],
		}));
	},
};

/** For jest: once a worker, and again only where a file of the script has changed. */
const texts = new Map();
function textOf(entry) {
	if (!texts.has(entry)) texts.set(entry, bundleText(entry));
	return texts.get(entry);
}
exports.getCacheKey = (_source, entry) => createHash('sha256').update(textOf(entry)).digest('hex');
exports.process = (_source, entry) => ({
	code: `exports.__esModule = true; exports.default = ${JSON.stringify(textOf(entry))};`,
});
