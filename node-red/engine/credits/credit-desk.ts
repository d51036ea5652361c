import { accountKey, type Account } from '../../../core/account/account';
import { sendingStates } from '../../../core/account/sending-states';
import type { RateCard } from '../../../core/credits';
import type { BalanceSourceId } from '../../../core/credits/balance/balance';
import { CreditDesk as Desk } from '../../../core/credits/desk';
import type { Purchase } from '../../../core/credits/purchases/purchase';
import type { Transport } from '../../../core/ports';
import { systemClock } from '../clock';
import { providerTransport } from './provider-transport';

export interface CreditDeskPorts {
	account: Account;
	transport: Transport;
	/** Who is asked for the balance, and what they ask for. */
	source: BalanceSourceId;
	access: Record<string, string>;
	/** As they are in this Node-RED. */
	purchases: readonly Purchase[];
	cards: readonly RateCard[];
}

/** One look at the credits of an account, with what this Node-RED knows of it. */
export class CreditDesk extends Desk {
	readonly purchases: readonly Purchase[];

	constructor(ports: CreditDeskPorts) {
		const lastMoneyError = lastMoneyErrorOf(ports.account);
		super({ ...ports, clock: systemClock, provider: providerTransport, lastMoneyError });
		this.purchases = ports.purchases;
	}
}

/** When WhatsApp last refused for money, as far as this process knows. */
function lastMoneyErrorOf(account: Account): number | undefined {
	const { phoneNumberId } = account;
	const halt = sendingStates.current({ account: accountKey(account), phoneNumberId }, Date.now());
	return halt?.cause === 'money' ? halt.since : undefined;
}
