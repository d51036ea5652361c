// What every benchmark runs on: a simulator and a real n8n with nothing in it but credentials.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { credentialDataOf } from '../scripts/lib/demo.mjs';
import { freePort } from '../scripts/lib/ports.mjs';
import { repoRoot } from '../scripts/lib/paths.mjs';
import { startRealN8n } from '../scripts/lib/real-n8n.mjs';
import { startSimulator } from '../simulator/index.ts';

/** Statuses come a day late: nothing but sending is measured, and no work of Meta's eats our cores. */
export const NO_STATUSES = { sentMs: 86_400_000, deliveredMs: 86_400_000, readMs: 86_400_000 };

const openStages = new Set();

/** Closes what is still open, also when a benchmark failed or was interrupted. */
export async function closeStages() {
	await Promise.all([...openStages].map(async (stage) => await stage.close()));
}

/**
 * Sets a stage up, hands it to `play`, and closes it whatever happens.
 *
 * @param settings of the simulator, as PATCH /sim/control takes them
 * @param options.heapMb the most JavaScript heap n8n may have; left out, what Node takes on this machine
 */
export async function onStage(settings, play, { heapMb } = {}) {
	const stage = new Stage();
	openStages.add(stage);
	try {
		// An interrupted start is waited for: until then there is no n8n that could be stopped.
		stage.ready = stage.open(settings, heapMb);
		await stage.ready;
		return await play(stage);
	} finally {
		await stage.close();
	}
}

class Stage {
	async open(settings, heapMb) {
		const heap = heapMb ? ` --max-old-space-size=${heapMb}` : '';
		this.dataDir = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-bench-'));
		this.simulator = await startSimulator({ settings: { statuses: NO_STATUSES, ...settings } });
		this.n8n = await startRealN8n({
			dataDir: this.dataDir,
			port: await freePort(),
			env: {
				// Another n8n on this machine may hold the fixed one.
				N8N_RUNNERS_BROKER_PORT: String(await freePort()),
				NODE_OPTIONS: `--require "${path.join(repoRoot, 'bench/redirect.cjs')}"${heap}`,
				BENCH_SIMULATOR_URL: this.simulator.url,
			},
		});
		await this.n8n.login();
		this.credentials = await addCredentials(this);
	}

	/** Once; who comes second waits for the first. */
	close() {
		this.closing ??= this.tidyUp();
		return this.closing;
	}

	async tidyUp() {
		await this.ready?.catch(() => {});
		await this.n8n?.stop();
		await this.simulator?.close();
		if (this.dataDir) {
			await rm(this.dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
		}
		openStages.delete(this);
	}
}

/** One credential of each type that the compared nodes want, all for the simulator's account. */
async function addCredentials({ n8n, simulator }) {
	const account = simulator.credentials;
	const { accessToken, businessAccountId, appId, appSecret } = account;
	const data = {
		whatsAppBusinessApi: credentialDataOf(account),
		whatsAppApi: { accessToken, businessAccountId },
		whatsAppTriggerApi: { clientId: appId, clientSecret: appSecret },
		httpHeaderAuth: { name: 'Authorization', value: `Bearer ${accessToken}` },
	};
	const added = {};
	for (const [type, fields] of Object.entries(data)) {
		added[type] = { id: await n8n.createCredential(type, type, fields), name: type };
	}
	return added;
}
