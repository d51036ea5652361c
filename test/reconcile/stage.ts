import { accountFrom, type Account } from '../../core/account/account';
import type { Clock, Transport } from '../../core/ports';
import { fetchTransport } from './fetch-transport';

/** A running simulator, as it says itself at GET /sim/credentials. */
export interface StageAddress {
	url: string;
	credentials: object;
}

/** The simulator as the client and as its own control API see it. */
export interface Stage {
	account: Account;
	transport: Transport;
	/** Simulated time. */
	clock: Clock;
	setTime(at: number): Promise<void>;
	control<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
}

export function openStage({ url, credentials }: StageAddress): Stage {
	const account = accountFrom({ ...credentials, apiUrl: url });
	let offsetMs = 0;
	const control = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
		const response = await fetch(`${url}${path}`, {
			method,
			headers: { 'Content-Type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		if (!response.ok)
			throw new Error(`${method} ${path}: HTTP ${response.status} ${await response.text()}`);
		return (await response.json()) as T;
	};
	return {
		account,
		transport: fetchTransport(account.apiUrl, account.accessToken),
		clock: {
			now: () => Date.now() + offsetMs,
			sleep: async (ms) => await new Promise((resolve) => setTimeout(resolve, ms)),
		},
		async setTime(at) {
			offsetMs = at - Date.now();
			await control('PATCH', '/sim/control', { clock: { offsetMs } });
		},
		control,
	};
}

/** What GET /sim/money says, as far as it is compared. */
export interface SimulatorMoney {
	balance: number | null;
	held: number;
	messages: number;
	spent: number;
}

/** Waits, in real time, until the simulator has delivered so many. */
export async function delivered(stage: Stage, messages: number): Promise<SimulatorMoney> {
	for (let tries = 0; tries < 600; tries++) {
		const money = await stage.control<SimulatorMoney>('GET', '/sim/money');
		if (money.messages >= messages) return money;
		await stage.clock.sleep(50);
	}
	throw new Error(`The simulator did not deliver ${messages} messages within 30 seconds`);
}
