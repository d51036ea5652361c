/** `off`, or Meta's `product_policy`: `fallback` sends as before where that API is not set up, `strict` refuses. */
export const marketingMessages = ['off', 'fallback', 'strict'] as const;

export type MarketingMessages = (typeof marketingMessages)[number];

/** What is looked at before the first message of a run leaves: nothing, whether the account can send, or also whether it can pay. */
export const beforeSending = ['nothing', 'account', 'credit'] as const;

export type BeforeSending = (typeof beforeSending)[number];

/** What holds for a whole run of Send Template. */
export interface RunSettings {
	messagesPerSecond: number;
	concurrency: number;
	timeoutMs: number;
	dryRun: boolean;
	includeInput: boolean;
	/** Sends what was sent before once more: in runs started by hand only. */
	sendAgain: boolean;
	/** Sends templates WhatsApp has moved to marketing. */
	allowMarketing: boolean;
	/** Whether marketing templates go through the Marketing Messages API, and what happens where they cannot. */
	marketingMessages: MarketingMessages;
	/** What is looked at before the first message leaves. */
	beforeSending: BeforeSending;
	/** Another number of the account than its own. */
	phoneNumberId?: string;
}

const within = (value: unknown, low: number, high: number, fallback: number) => {
	const number = Number(value);
	return Number.isFinite(number) && number > 0 ? Math.min(high, Math.max(low, number)) : fallback;
};

/**
 * The options of a node, whatever was typed into them → settings a run can use.
 *
 * @param options `messagesPerSecond` (1 to 1,000), `concurrency` (1 to 500), `timeout` in seconds (1 to
 * 300), `phoneNumberId`, `dryRun`, `includeInput`, `sendAgain`, `allowMarketing`, `marketingMessages`,
 * `beforeSending`
 */
export function runSettings(options: Readonly<Record<string, unknown>>): RunSettings {
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
		sendAgain: options.sendAgain === true,
		allowMarketing: options.allowMarketing === true,
		marketingMessages:
			marketingMessages.find((choice) => choice === options.marketingMessages) ?? 'off',
		beforeSending: beforeSending.find((choice) => choice === options.beforeSending) ?? 'nothing',
		phoneNumberId: String(options.phoneNumberId ?? '').trim() || undefined,
	};
}
