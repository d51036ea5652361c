import { randomInt } from 'node:crypto';
import type { OutgoingCalls } from '../http/post.ts';
import { asText, type JsonObject } from '../json.ts';
import { RecentLog } from '../storage/recentLog.ts';
import type { SettingStore } from '../storage/settingStore.ts';
import type { Clock } from '../time/clock.ts';
import type { Schedule } from '../time/schedule.ts';
import type { SecretPlace, TicketingPlatform, TicketingWebhook } from './platform.ts';
import { generic } from './platforms/generic.ts';
import { tito } from './platforms/tito.ts';
import { attendeeWebhook, zohoBackstage } from './platforms/zohoBackstage.ts';
import { readRegistration, type Registration, type TicketingEvent } from './registration.ts';

/** One try of a ticketing webhook. */
export interface TicketingCall {
	at: string;
	platform: string;
	url: string;
	status: number;
	ms: number;
	error?: string;
}

/** Where a platform's webhooks go. */
interface Target {
	target: string | null;
	secret?: string;
	secretIn?: 'query' | 'header';
	secretHeader?: string;
}

interface DeskParts {
	clock: Clock;
	schedule: Schedule;
	calls: OutgoingCalls;
	stored: SettingStore;
	retryMs: () => number[];
	/** Tells that a person with this phone exists, so that the phone has a name. */
	meet: (phone: string, name: string) => void;
}

const PLATFORMS: readonly TicketingPlatform[] = [zohoBackstage, tito, generic];

const WRONG_SECRET = 'not-the-secret';

/** The ticketing side: registers people and tells the set addresses about it. */
export class TicketingDesk {
	readonly #parts: DeskParts;
	readonly #log = new RecentLog<TicketingCall>(1000);
	#targets: Record<string, Target>;
	#event: TicketingEvent;

	constructor(parts: DeskParts) {
		this.#parts = parts;
		this.#targets = parts.stored.read('ticketing targets', {});
		this.#event = parts.stored.read('ticketing event', demoEvent(parts.clock.now()));
	}

	/** `GET /sim/ticketing`. */
	describe() {
		return {
			platforms: PLATFORMS.map(({ id, name, events }) => ({
				id,
				name,
				events,
				target: this.#targets[id]?.target ?? null,
				secretSet: this.#targets[id]?.secret !== undefined,
			})),
			event: this.#event,
			log: this.#log.newest(),
		};
	}

	/** Sets a platform's address and secret. @returns a sentence when it cannot. */
	setTarget(platform: string, body: JsonObject): string | undefined {
		if (find(platform) === undefined) return unknown(platform);
		const target = asText(body['target']) ?? null;
		if (target !== null && !URL.canParse(target)) return 'The target is no address.';
		const secret = 'secret' in body ? asText(body['secret']) : this.#targets[platform]?.secret;
		const secretHeader = asText(body['secretHeader']);
		this.#targets[platform] = {
			target,
			secretIn: body['secretIn'] === 'header' ? 'header' : 'query',
			...(secret === undefined ? {} : { secret }),
			...(secretHeader === undefined ? {} : { secretHeader }),
		};
		this.#parts.stored.write('ticketing targets', this.#targets);
		return undefined;
	}

	/** Changes what is named of the event. */
	setEvent(change: JsonObject): void {
		const named = Object.entries(change).filter(([name]) => name in this.#event);
		this.#event = { ...this.#event, ...(Object.fromEntries(named) as Partial<TicketingEvent>) };
		this.#parts.stored.write('ticketing event', this.#event);
	}

	/** Registers and posts; resolves when each webhook was tried once. */
	async register(
		platformId: string,
		body: JsonObject,
	): Promise<{ order: string; calls: TicketingCall[] } | string> {
		const platform = find(platformId);
		if (platform === undefined) return unknown(platformId);
		const set = this.#targets[platformId];
		const target = asText(body['target']) ?? set?.target ?? undefined;
		if (target === undefined) {
			return `No target is set for ${platform.name}: PUT /sim/ticketing/${platformId} { "target": "…" }.`;
		}
		if (!URL.canParse(target)) return 'The target is no address.';
		const now = this.#parts.clock.now();
		const registration = readRegistration(body, this.#event, newNumber, now);
		if (typeof registration === 'string') return registration;
		for (const person of [registration.buyer, ...registration.tickets]) {
			this.#parts.meet(person.phone, `${person.firstName} ${person.lastName}`.trim());
		}
		const secret =
			body['badSignature'] === true ? WRONG_SECRET : (asText(body['secret']) ?? set?.secret);
		const place: SecretPlace = {
			in: set?.secretIn ?? 'query',
			header: set?.secretHeader ?? 'X-Webhook-Secret',
		};
		const repeat = Math.max(1, Math.min(1000, Number(body['repeat'] ?? 1) || 1));
		const webhooks = webhooksOf(platform, registration, secret, place, body['attendees'] === true);
		const copies = webhooks.flatMap((webhook) => Array<TicketingWebhook>(repeat).fill(webhook));
		const calls = await Promise.all(
			copies.map((webhook) => this.#post(platformId, target, webhook, 0)),
		);
		return { order: registration.order, calls };
	}

	reset(all: boolean): void {
		this.#log.empty();
		if (!all) return;
		this.#targets = {};
		this.#event = demoEvent(this.#parts.clock.now());
		this.#parts.stored.write('ticketing targets', this.#targets);
		this.#parts.stored.write('ticketing event', this.#event);
	}

	async #post(
		platform: string,
		target: string,
		webhook: TicketingWebhook,
		retries: number,
	): Promise<TicketingCall> {
		const { calls, clock, retryMs, schedule } = this.#parts;
		const url = new URL(target);
		for (const [name, value] of Object.entries(webhook.query ?? {})) {
			url.searchParams.set(name, value);
		}
		const at = new Date(clock.now()).toISOString();
		const result = await calls.post(url.href, webhook.body, webhook.headers);
		const call: TicketingCall = {
			at,
			platform,
			url: target,
			status: result.status,
			ms: result.ms,
			...(result.error === undefined ? {} : { error: result.error }),
		};
		this.#log.add(call);
		const wait = retryMs()[retries];
		if ((result.status < 200 || result.status > 299) && wait !== undefined) {
			schedule.after(wait, () => void this.#post(platform, target, webhook, retries + 1));
		}
		return call;
	}
}

function webhooksOf(
	platform: TicketingPlatform,
	registration: Registration,
	secret: string | undefined,
	place: SecretPlace,
	attendees: boolean,
): TicketingWebhook[] {
	const webhooks = platform.webhooks(registration, secret, place);
	if (!attendees || platform !== zohoBackstage) return webhooks;
	return [
		...webhooks,
		...registration.tickets.map((ticket) => attendeeWebhook(registration, ticket, secret, place)),
	];
}

function find(id: string): TicketingPlatform | undefined {
	return PLATFORMS.find((platform) => platform.id === id);
}

function unknown(id: string): string {
	const known = PLATFORMS.map((platform) => platform.id).join(', ');
	return `There is no platform called ${id}. There are ${known}.`;
}

function newNumber(): string {
	return String(randomInt(10_000_000, 100_000_000));
}

/** Thirty days from now, at ten in the morning in Tokyo. */
function demoEvent(now: number): TicketingEvent {
	const day = new Date(now + 30 * 24 * 3600 * 1000).toISOString().slice(0, 10);
	return {
		id: 'test-conf',
		name: 'Test Conf',
		startsAt: `${day}T10:00:00+09:00`,
		timeZone: 'Asia/Tokyo',
		url: 'https://test-conf.example/',
		venue: 'Makuhari Messe, Hall 4',
	};
}
