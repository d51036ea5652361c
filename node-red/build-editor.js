/** The editor's side of the Node-RED nodes: one script and one style sheet for all dialogs. */
const path = require('node:path');
const esbuild = require('esbuild');

const here = (...parts) => path.join(__dirname, ...parts);

exports.bundleNodeRedEditor = async () => {
	await esbuild.build({
		entryPoints: { editor: here('editor/main.ts') },
		outdir: here('resources'),
		bundle: true,
		platform: 'browser',
		format: 'iife',
		target: 'es2022',
		charset: 'utf8',
		legalComments: 'none',
		logLevel: 'warning',
	});
	await esbuild.build({
		entryPoints: { editor: here('editor/styles/editor.css') },
		outdir: here('resources'),
		bundle: true,
		charset: 'utf8',
		logLevel: 'warning',
	});
};
