// Before any test: the Node-RED tests run what ships, so node-red/dist must not be older than its sources.
const { execFileSync } = require('node:child_process');
const { existsSync, globSync, statSync } = require('node:fs');
const path = require('node:path');

const root = path.join(__dirname, '../../..');
const BUILT = path.join(root, 'node-red/dist/nodes');
const SOURCES = [
	'gulpfile.js',
	'package-lock.json',
	'node-red/build-editor.js',
	'{core,flows/node-red}/**',
	'node-red/{editor,engine,nodes}/**',
];

/** Builds only where something has changed: runs side by side must not take the files from each other. */
module.exports = function buildNodeRed() {
	const builtAt = existsSync(BUILT) ? statSync(BUILT).mtimeMs : 0;
	// Folders count, too: taking a file away changes its folder.
	const sources = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root }));
	if (sources.every((file) => statSync(path.join(root, file)).mtimeMs < builtAt)) return;
	const gulp = path.join(root, 'node_modules/gulp/bin/gulp.js');
	execFileSync(process.execPath, [gulp, '--silent', 'nodeRed'], { cwd: root, stdio: 'inherit' });
};
