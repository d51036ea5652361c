import { HealthCache } from '../../core/account/health-cache';
import { sendingStates } from '../../core/account/sending-states';
import { n8nClock } from './clock';

/** What is known of accounts in this process: that they cannot send, and their health of the last minute. */
export { sendingStates };

export const healthCache = new HealthCache(n8nClock);
