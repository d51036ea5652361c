// npm run reconcile — 1,000 messages to the simulator, and what they cost: by hand, by the estimate before sending, by WhatsApp's
// pricing analytics after it, and by what is left of the prepaid money. Ends with an error where they differ at all.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { startSimulator } from '../simulator/index.ts';
import { readOptions } from './lib/options.mjs';
import { repoRoot } from './lib/paths.mjs';

readOptions('npm run reconcile takes none', {});
const folder = await mkdtemp(path.join(os.tmpdir(), 'reconcile-'));
const simulator = await startSimulator({ port: 0 });
try {
	const { reconcile, differenceOf, inCents } = await bundled('test/reconcile/reconcile.ts');
	const byHand = JSON.parse(await readFile(at('test/reconcile/by-hand.json'), 'utf8'));
	const secondCard = await readFile(at('test/reconcile/fixtures/second-card.csv'), 'utf8');
	const { messages, rows } = byHand;
	console.log(`${messages} messages to ${rows.length} countries, 3 categories, then two midnights`);
	const comparisons = await reconcile(simulator, byHand, secondCard);
	for (const { what, byHand: hand, said } of comparisons) {
		const others = Object.entries(said).map(([who, amount]) => `${who} ${written(amount)}`);
		console.log(`${what.padEnd(38)} by hand ${written(hand)}   ${others.join('   ')}`);
	}
	const largest = Math.max(...comparisons.map(differenceOf));
	console.log(`largest difference ${inCents(largest)}`);
	// Also true of what is no number.
	if (!(largest === 0)) process.exitCode = 1;
} finally {
	await simulator.close();
	await rm(folder, { recursive: true, force: true });
}

function at(file) {
	return path.join(repoRoot, file);
}

function written(amount) {
	return Number.isInteger(amount) ? String(amount) : amount.toFixed(4);
}

/** The client is TypeScript without endings in its imports, which Node does not read by itself. */
async function bundled(file) {
	const outfile = path.join(folder, 'reconcile.mjs');
	const options = { bundle: true, platform: 'node', format: 'esm', target: 'node20' };
	await build({ entryPoints: [at(file)], outfile, logLevel: 'warning', ...options });
	return await import(pathToFileURL(outfile).href);
}
