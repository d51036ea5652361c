import { CreditDesk, type CreditPorts } from '../../../core/credits/desk';
import { systemClock } from '../clock';
import { providerTransport } from './provider-transport';

export { CreditDesk };

/** One look at the credits of an account, with the purchases of this Node-RED. */
export const creditDesk = (ports: Required<Omit<CreditPorts, 'clock' | 'provider'>>): CreditDesk =>
	new CreditDesk({ ...ports, clock: systemClock, provider: providerTransport });
