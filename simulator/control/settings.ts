import { DEFAULT_PAIR_LIMIT, type PairLimitSetting } from '../checks/pairLimit.ts';
import { asObject, type JsonObject } from '../json.ts';

/** A fault of the Graph side. Counted down with each request it meets; without `times` it stays. */
export interface Fault {
	/** A part of the path. */
	path: string;
	method?: string;
	times?: number;
	kind: 'error' | 'reset' | 'hang' | 'html';
	code?: number;
	httpStatus?: number;
	/** Whether the request takes effect; by default it does for `reset` and `hang`. */
	taken?: boolean;
	/** How much of the body arrives, of an upload that is cut off. */
	bytes?: number;
}

/** How templates are reviewed, and how many there may be. */
export interface TemplateSettings {
	/** Who decides: a person, nobody, or the rules of `templates/verdict.ts`. */
	review: 'manual' | 'approve' | 'rules';
	/** How long a review lasts that needs no person, in simulated milliseconds. */
	afterMs: number;
	/** Templates the account may have: 250, or 6000 for a verified business. */
	limit: number;
	createsPerHour: number;
	/** Whether a deleted template stays a while as PENDING_DELETION. */
	deletion: 'whenDelivered' | 'pending';
}

/** How the account stands with the Marketing Messages API. */
export interface MarketingMessagesSettings {
	/** Whether the business has accepted its terms. */
	onboarded: boolean;
	/** How long a template is not ready after its approval, in simulated milliseconds. */
	syncMs: number;
}

/** Everything that can be set while the simulator runs. See CONTROL-API.md. */
export interface ControlSettings {
	latencyMs: number;
	clock: { offsetMs: number; rate: number };
	throughput: Record<string, number>;
	pairLimit: PairLimitSetting;
	statuses: {
		sentMs: number;
		deliveredMs: number;
		readMs: number;
		autoRead: boolean;
		order: 'normal' | 'reversed' | 'shuffled' | 'without_delivered';
		duplicate: boolean;
	};
	webhooks: { batch: number; retryMs: number[] };
	ticketing: { retryMs: number[] };
	templates: TemplateSettings;
	marketingMessages: MarketingMessagesSettings;
	faults: Fault[];
	recipients: Record<string, { fail?: number; refuse?: number }>;
	/** Flow ids whose flow Meta has blocked. */
	flows: Record<string, 'BLOCKED'>;
	token: { state: 'valid' | 'expired' | 'revoked' | 'missing_permission' };
	account: { number: JsonObject; businessAccount: JsonObject };
}

/** A change: only what is named, one level deep. */
export type ControlChange = {
	[Name in keyof ControlSettings]?: ControlSettings[Name] extends unknown[]
		? ControlSettings[Name]
		: ControlSettings[Name] extends object
			? Partial<ControlSettings[Name]>
			: ControlSettings[Name];
};

/** The first state. */
export function defaultSettings(): ControlSettings {
	return {
		latencyMs: 0,
		clock: { offsetMs: 0, rate: 1 },
		throughput: {},
		pairLimit: { ...DEFAULT_PAIR_LIMIT },
		statuses: {
			sentMs: 200,
			deliveredMs: 600,
			readMs: 1500,
			autoRead: true,
			order: 'normal',
			duplicate: false,
		},
		webhooks: { batch: 1, retryMs: [1000, 5000, 30_000] },
		ticketing: { retryMs: [1000, 5000, 30_000] },
		templates: {
			review: 'manual',
			afterMs: 2000,
			limit: 250,
			createsPerHour: 100,
			deletion: 'whenDelivered',
		},
		marketingMessages: { onboarded: true, syncMs: 0 },
		faults: [],
		recipients: {},
		flows: {},
		token: { state: 'valid' },
		account: { number: {}, businessAccount: {} },
	};
}

/**
 * Applies a change; objects are merged, lists replaced, and `null` inside `throughput`,
 * `recipients` and `flows` takes an entry away.
 *
 * @returns a sentence when the change names something unknown or of another kind
 */
export function applyChange(settings: ControlSettings, change: unknown): string | undefined {
	const wanted = asObject(change);
	if (wanted === undefined) return 'Send an object with what shall change.';
	const target = settings as unknown as JsonObject;
	for (const [name, value] of Object.entries(wanted)) {
		const present = target[name];
		if (present === undefined) return `There is no setting called ${name}.`;
		if (Array.isArray(present) !== Array.isArray(value) || typeof present !== typeof value) {
			return `The setting ${name} has another shape, see CONTROL-API.md.`;
		}
	}
	for (const [name, value] of Object.entries(wanted)) {
		const present = asObject(target[name]);
		target[name] = present === undefined ? structuredClone(value) : merge(present, value);
	}
	return undefined;
}

function merge(present: JsonObject, change: unknown): JsonObject {
	const merged = { ...present, ...structuredClone(asObject(change) ?? {}) };
	return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}
