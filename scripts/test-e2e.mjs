// npm run test:e2e — a real n8n with the packed package, a real Node-RED, a real browser. Screenshots: build/e2e/.
import { globSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { gulp } from './lib/build.mjs';
import { repoRoot } from './lib/paths.mjs';
import { ensureN8n } from './lib/tool-install.mjs';

const screenshots = path.join(repoRoot, 'build/e2e');
await rm(screenshots, { recursive: true, force: true });
await mkdir(screenshots, { recursive: true });
await gulp('bundle');

const wanted = process.argv[2];
const files = globSync('test/e2e/*.e2e.mjs', { cwd: repoRoot })
	.filter((file) => !wanted || file.includes(wanted))
	.map((file) => path.join(repoRoot, file));
if (files.some((file) => !file.includes('node-red'))) await ensureN8n();
const counts = { passed: 0, failed: 0 };
const isTest = (event) => event.details?.type !== 'suite' && event.nesting > 0;
// Two at a time: each has real engines of its own, and waits for them most of the time.
run({ files, concurrency: 2, timeout: 15 * 60_000 })
	.on('test:pass', (event) => (counts.passed += isTest(event) ? 1 : 0))
	.on('test:fail', (event) => (counts.failed += isTest(event) ? 1 : 0))
	.compose(spec)
	.on('end', () => {
		console.log(`Screenshots: ${path.relative(process.cwd(), screenshots)}`);
		console.log(`${counts.passed} passed, ${counts.failed} failed`);
		process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
	})
	.pipe(process.stdout);
