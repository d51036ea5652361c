import { setTimeout as sleep } from 'node:timers/promises';

const TRIES = 40;

/**
 * The runs of a workflow, newest first. While a node keeps n8n from everything else, n8n drops
 * connections that were idle, so a question that gets no answer is asked again.
 */
export async function runsOf(n8n, { id }) {
	for (let tries = 1; ; tries++) {
		try {
			return await n8n.executions(id);
		} catch (error) {
			if (n8n.child.exitCode !== null) throw new Error(`n8n ended:\n${await n8n.logTail()}`);
			if (tries === TRIES) throw error;
			await sleep(500);
		}
	}
}
