import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Answer, Request, Router } from './http/router.ts';

const TYPES: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
};

/**
 * Adds `GET /` and `GET /page/*`: the files next to this one when built, else those of the source
 * folder with `app.ts` bundled at the first request.
 */
export function addPageRoutes(router: Router): void {
	const folder = join(import.meta.dirname, 'page');
	router
		.add('GET', '/', () => file(folder, 'index.html'))
		.add('GET', '/page/:file', (request) => file(folder, request.params['file'] ?? ''))
		.add('GET', '/page/:folder/:file', (request) => file(folder, nested(request)))
		.add('GET', '/favicon.ico', () => ({ status: 204 }));
}

function nested(request: Request): string {
	return join(request.params['folder'] ?? '', request.params['file'] ?? '');
}

async function file(folder: string, name: string): Promise<Answer> {
	const path = normalize(join(folder, name));
	if (!path.startsWith(folder + sep)) return missing(name);
	if (name === 'app.js' && !existsSync(path)) return bundled(join(folder, 'app.ts'));
	try {
		const bytes = await readFile(path);
		const type = TYPES[extname(path)] ?? 'application/octet-stream';
		return {
			status: 200,
			bytes,
			headers: { 'Content-Type': type, 'Cache-Control': 'no-cache' },
		};
	} catch {
		return missing(name);
	}
}

async function bundled(entry: string): Promise<Answer> {
	// Only there when running from source; a built package brings app.js.
	const { build } = await import('esbuild');
	const { outputFiles } = await build({
		entryPoints: [entry],
		bundle: true,
		format: 'esm',
		target: 'es2022',
		write: false,
		logLevel: 'silent',
	});
	return {
		status: 200,
		bytes: outputFiles[0]?.contents ?? '',
		headers: { 'Content-Type': TYPES['.js'] ?? '', 'Cache-Control': 'no-cache' },
	};
}

function missing(name: string): Answer {
	return { status: 404, json: { error: `There is no page file ${name}.` } };
}
