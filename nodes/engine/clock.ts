import { sleep } from 'n8n-workflow';
import type { Clock } from '../../core/ports';

/** n8n's sleep: community packages may not use timers of their own. */
export const n8nClock: Clock = {
	now: () => Date.now(),
	sleep: async (ms) => await sleep(ms),
};
