import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { isPattern, rootOf, toRegExp } from './glob';

/** A path that leads to no file, with the reason in words. */
export interface Unread {
	file: string;
	reason: string;
}

/**
 * Files, folders and patterns → the files that are meant, each once, in the order they were named. In
 * folders and patterns only .json files count: a README beside the definitions is none.
 */
export async function findFiles(
	wanted: readonly string[],
	folder: string,
): Promise<{ files: string[]; unread: Unread[] }> {
	const files = new Set<string>();
	const unread: Unread[] = [];
	for (const one of wanted) {
		const named = path.sep === '\\' ? one.replaceAll('\\', '/') : one;
		const found = await filesOf(named, folder);
		if (typeof found === 'string') unread.push({ file: one, reason: found });
		else for (const file of found) files.add(path.posix.normalize(file));
	}
	return { files: [...files], unread };
}

/** The files of one path, or why there are none. */
async function filesOf(named: string, folder: string): Promise<string[] | string> {
	const kind = await kindOf(path.resolve(folder, named));
	if (kind === 'file') return [named];
	if (kind === 'folder') {
		const files = await jsonBelow(named, folder);
		return files.length > 0 ? files : 'This folder has no .json files.';
	}
	if (!isPattern(named)) return 'There is no such file or folder.';
	const root = rootOf(named);
	if ((await kindOf(path.resolve(folder, root))) !== 'folder') return 'Nothing has such a path.';
	const matches = toRegExp(path.posix.normalize(named));
	const files = (await jsonBelow(root, folder)).filter((file) => matches.test(file));
	return files.length > 0 ? files : 'No .json file has such a path.';
}

async function kindOf(place: string): Promise<'file' | 'folder' | undefined> {
	try {
		return (await stat(place)).isDirectory() ? 'folder' : 'file';
	} catch {
		return undefined;
	}
}

/** All .json files below a folder, sorted; not what npm or git keep there. */
async function jsonBelow(root: string, folder: string): Promise<string[]> {
	const entries = await readdir(path.resolve(folder, root), {
		recursive: true,
		withFileTypes: true,
	});
	return entries
		.filter((entry) => !entry.isDirectory() && /\.json$/i.test(entry.name))
		.map((entry) =>
			path.relative(path.resolve(folder, root), path.join(entry.parentPath, entry.name)),
		)
		.map((file) => path.posix.join(root, file.split(path.sep).join('/')))
		.filter((file) => !/(^|\/)(node_modules|\.[^./][^/]*)\//.test(file))
		.sort();
}
