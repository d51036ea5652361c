import { spawn } from 'node:child_process';
import path from 'node:path';
import { repoRoot } from './paths.mjs';

/** Runs one task of the gulpfile. Bundling takes a second, so it is always done: never a stale dist. */
export function gulp(task) {
	const bin = path.join(repoRoot, 'node_modules/gulp/bin/gulp.js');
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [bin, '--silent', task], {
			cwd: repoRoot,
			stdio: 'inherit',
		});
		child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`gulp ${task} failed`))));
	});
}
