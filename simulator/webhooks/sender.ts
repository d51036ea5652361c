import { asObject, asText } from '../json.ts';
import type { OutgoingCalls, PostResult } from '../http/post.ts';
import type { RecentLog } from '../storage/recentLog.ts';
import type { Clock } from '../time/clock.ts';
import type { Schedule } from '../time/schedule.ts';
import type { Subscriptions } from './subscriptions.ts';
import { signBody, webhookJson } from './signature.ts';

/** One try of a delivery, as `GET /sim/control/webhooks` lists it. */
export interface WebhookDelivery {
	at: string;
	url: string;
	status: number;
	attempt: number;
	fields: string[];
	/** The templates it told of, and what: the event of a status, else the field. */
	templates?: { id: string; event: string }[];
	ms: number;
	error?: string;
}

/** One change of an entry. */
export interface WebhookChange {
	field: string;
	value: unknown;
}

interface WebhookCall {
	url: string;
	body: string;
	signature: string | undefined;
	fields: string[];
	templates?: WebhookDelivery['templates'];
	attempt: number;
	tried?: (delivery: WebhookDelivery) => void;
}

interface SenderParts {
	accountId: string;
	appSecret: string;
	clock: Clock;
	schedule: Schedule;
	calls: OutgoingCalls;
	log: RecentLog<WebhookDelivery>;
	subscriptions: Subscriptions;
	settings: () => { batch: number; retryMs: number[] };
}

/** Calls under way to one address at a time; what is more waits as bytes, not as open requests. */
const LANES = 16;

/** How long an incomplete batch waits for company, in simulated milliseconds. */
const BATCH_WAIT_MS = 50;

/** Makes, signs, batches, delivers and repeats webhooks. Source: Meta, "Webhooks", reference §3. */
export class WebhookSender {
	readonly #parts: SenderParts;
	readonly #batches = new Map<string, WebhookChange[]>();
	readonly #waiting = new Map<string, WebhookCall[]>();
	readonly #running = new Map<string, number>();

	constructor(parts: SenderParts) {
		this.#parts = parts;
	}

	/** Sends a change to whoever subscribed its field; nobody did: it is gone, as with Meta. */
	send(change: WebhookChange, phoneNumberId?: string): void {
		const url = this.#parts.subscriptions.destination(change.field, phoneNumberId);
		if (url === undefined) return;
		const size = this.#parts.settings().batch;
		const key = `${url}\n${change.field === 'messages'}`;
		const batch = this.#batches.get(key) ?? [];
		batch.push(change);
		if (batch.length >= size) {
			this.#batches.delete(key);
			void this.post(url, [batch]);
		} else if (batch.length === 1) {
			this.#batches.set(key, batch);
			this.#parts.schedule.after(BATCH_WAIT_MS, () => {
				if (this.#batches.get(key) !== batch) return;
				this.#batches.delete(key);
				void this.post(url, [batch]);
			});
		}
	}

	/** Posts one call with one entry per list of changes; resolves when it was tried once. */
	post(url: string, entries: WebhookChange[][]): Promise<WebhookDelivery> {
		const { accountId, clock } = this.#parts;
		const body = webhookJson({
			object: 'whatsapp_business_account',
			entry: entries.map((changes) => ({
				id: accountId,
				// `time` is absent for messages. Source: reference §3.
				...(changes.some((change) => change.field !== 'messages')
					? { time: Math.floor(clock.now() / 1000) }
					: {}),
				changes,
			})),
		});
		const fields = [...new Set(entries.flat().map((change) => change.field))];
		return this.postRaw(url, body, { fields, templates: templatesIn(entries.flat()) });
	}

	/** Posts exactly these bytes; `signature: null` leaves the header out. */
	postRaw(
		url: string,
		body: string,
		options: {
			fields: string[];
			signature?: string | null;
			templates?: WebhookDelivery['templates'];
		},
	): Promise<WebhookDelivery> {
		const signature = options.signature ?? signBody(body, this.#parts.appSecret);
		return new Promise((tried) => {
			this.#queue({
				url,
				body,
				signature: options.signature === null ? undefined : signature,
				fields: options.fields,
				...(options.templates === undefined ? {} : { templates: options.templates }),
				attempt: 1,
				tried,
			});
		});
	}

	/** Forgets what waits. */
	clear(): void {
		this.#batches.clear();
		this.#waiting.clear();
	}

	#queue(call: WebhookCall): void {
		const running = this.#running.get(call.url) ?? 0;
		if (running >= LANES) {
			const waiting = this.#waiting.get(call.url);
			if (waiting === undefined) this.#waiting.set(call.url, [call]);
			else waiting.push(call);
			return;
		}
		this.#running.set(call.url, running + 1);
		void this.#run(call);
	}

	async #run(first: WebhookCall): Promise<void> {
		let call: WebhookCall | undefined = first;
		while (call !== undefined && !this.#parts.schedule.stopped) {
			await this.#try(call);
			call = this.#waiting.get(first.url)?.shift();
		}
		this.#running.set(first.url, (this.#running.get(first.url) ?? 1) - 1);
	}

	async #try(call: WebhookCall): Promise<void> {
		const { calls, clock, log, schedule, settings } = this.#parts;
		const at = new Date(clock.now()).toISOString();
		const result = await calls.post(call.url, call.body, {
			'Content-Type': 'application/json',
			'User-Agent': 'facebookexternalua',
			...(call.signature === undefined ? {} : { 'X-Hub-Signature-256': call.signature }),
		});
		const delivery = describe(call, at, result);
		log.add(delivery);
		call.tried?.(delivery);
		if (result.status === 200) return;
		const wait = settings().retryMs[call.attempt - 1];
		if (wait === undefined) return;
		const again: WebhookCall = { ...call, attempt: call.attempt + 1 };
		delete again.tried;
		schedule.after(wait, () => this.#queue(again));
	}
}

function describe(call: WebhookCall, at: string, result: PostResult): WebhookDelivery {
	return {
		at,
		url: call.url,
		status: result.status,
		attempt: call.attempt,
		fields: call.fields,
		...(call.templates === undefined ? {} : { templates: call.templates }),
		ms: result.ms,
		...(result.error === undefined ? {} : { error: result.error }),
	};
}

function templatesIn(changes: WebhookChange[]): WebhookDelivery['templates'] {
	const templates = changes.flatMap(({ field, value }) => {
		const { message_template_id, event } = asObject(value) ?? {};
		if (message_template_id === undefined) return [];
		return [{ id: String(message_template_id), event: asText(event) ?? field }];
	});
	return templates.length === 0 ? undefined : templates;
}
