import type { IExecuteFunctions } from 'n8n-workflow';

/** What holds for the whole run, read from the first item. */
export interface RunSettings {
	messagesPerSecond: number;
	concurrency: number;
	timeoutMs: number;
	dryRun: boolean;
	includeInput: boolean;
	/** Only ever true in a run started by hand. */
	sendAgain: boolean;
	phoneNumberId?: string;
}

const within = (value: unknown, low: number, high: number, fallback: number) => {
	const number = Number(value);
	return Number.isFinite(number) && number > 0 ? Math.min(high, Math.max(low, number)) : fallback;
};

export function readSettings(context: IExecuteFunctions): RunSettings {
	const options = context.getNodeParameter('options', 0, {}) as Record<string, unknown>;
	const messagesPerSecond = within(options.messagesPerSecond, 1, 1000, 80);
	return {
		messagesPerSecond,
		// Without a wish: enough to hold a fast number's pace at Meta's usual half second of latency.
		concurrency: Math.floor(
			within(options.concurrency, 1, 500, Math.max(50, messagesPerSecond / 2)),
		),
		timeoutMs: within(options.timeout, 1, 300, 30) * 1000,
		dryRun: options.dryRun === true,
		includeInput: options.includeInput !== false,
		sendAgain: options.sendAgain === true && context.getMode() === 'manual',
		phoneNumberId: String(options.phoneNumberId ?? '').trim() || undefined,
	};
}
