// npm run templates:check — the ready-made templates against WhatsApp's rules, with the command as it
// is in cli/. Other files or options:  npm run templates:check -- my-templates --strict
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { repoRoot } from './lib/paths.mjs';

const { bundleCli } = createRequire(import.meta.url)('../cli/bundle.cjs');
await bundleCli();

const given = process.argv.slice(2);
const words = given.some((word) => !word.startsWith('-')) ? given : ['flows/templates', ...given];
const command = path.join(repoRoot, 'cli/dist/main.js');
spawn(process.execPath, [command, 'templates', 'check', ...words], { stdio: 'inherit' }).on(
	'exit',
	(code) => process.exit(code ?? 2),
);
