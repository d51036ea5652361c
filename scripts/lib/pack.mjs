import { execFile } from 'node:child_process';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const exec = promisify(execFile);

/**
 * Packs the package in `source` as `npm publish` would, and unpacks it.
 *
 * @returns {Promise<{tarball: string, dir: string, files: string[], size: number}>} the unpacked
 *   folder, its files relative to it with forward slashes, and the size of the tarball in bytes
 */
export async function packAndUnpack(source, { tarballs, unpackTo }) {
	await mkdir(tarballs, { recursive: true });
	await mkdir(unpackTo, { recursive: true });
	const { stdout } = await exec(
		'npm',
		['pack', '--json', '--ignore-scripts', '--loglevel=error', '--pack-destination', tarballs],
		{ cwd: source },
	);
	// npm 12 answers with an object by package name, older ones with a list.
	const [report] = Object.values(JSON.parse(stdout));
	const tarball = path.join(tarballs, report.filename);
	await exec('tar', ['-xzf', tarball, '-C', unpackTo, '--strip-components=1']);
	return { tarball, dir: unpackTo, files: await filesBelow(unpackTo), size: report.size };
}

async function filesBelow(dir) {
	const entries = await readdir(dir, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join('/'))
		.sort();
}
