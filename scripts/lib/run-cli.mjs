import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { repoRoot } from './paths.mjs';

const { bundleCli } = createRequire(import.meta.url)('../../cli/bundle.cjs');

/** Bundles the command whatsapp-events, runs it with these words, and ends as it does. */
export async function runCli(words, folder = process.cwd()) {
	await bundleCli();
	const command = path.join(repoRoot, 'cli/dist/main.js');
	spawn(process.execPath, [command, ...words], { cwd: folder, stdio: 'inherit' }).on(
		'exit',
		(code) => process.exit(code ?? 2),
	);
}
