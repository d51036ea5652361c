import { randomInt } from 'node:crypto';
import { asText, type JsonObject } from '../json.ts';
import type { SettingStore } from '../storage/settingStore.ts';
import type { TicketingStore } from '../storage/ticketingStore.ts';
import type { Clock } from '../time/clock.ts';
import { actions } from './actions/index.ts';
import type { Deliveries, Parcel, TicketingCall } from './deliveries.ts';
import { demoEvent, shifted, type TicketingEvent } from './event.ts';
import { forgeryOf, truncate, WRONG_SECRET, type Forgery } from './forgery.ts';
import { namesOf, peopleOf, type Action, type Happening, type Names } from './happening.ts';
import { fullName } from './person.ts';
import type { TicketingPlatform } from './platform.ts';
import { platformNamed, platforms } from './platforms/index.ts';
import { demoSessions } from './records.ts';
import { readTarget, Targets, type Target } from './targets.ts';

interface DeskParts {
	clock: Clock;
	stored: SettingStore;
	store: TicketingStore;
	deliveries: Deliveries;
	/** Where the simulator is reached. */
	url: () => string;
	/** Tells that a person with this phone exists, so that the phone has a name. */
	meet: (phone: string, name: string) => void;
}

/** What an action has come to. */
export interface Done extends Names {
	calls: TicketingCall[];
}

const DAY = 24 * 3600 * 1000;

/** The ticketing side: keeps what each platform knows, and tells the set addresses what happens. */
export class TicketingDesk {
	readonly targets: Targets;
	readonly store: TicketingStore;
	readonly #parts: DeskParts;
	#event: TicketingEvent;

	constructor(parts: DeskParts) {
		this.#parts = parts;
		this.store = parts.store;
		this.targets = new Targets(parts.stored);
		const now = parts.clock.now();
		this.#event = { ...demoEvent(now), ...parts.stored.read('ticketing event', {}) };
		this.#begin();
	}

	get event(): TicketingEvent {
		return this.#event;
	}

	/** Where a platform's own API is served. */
	apiUrl(platform: string): string {
		return `${this.#parts.url()}/ticketing/${platform}`;
	}

	log(): TicketingCall[] {
		return this.#parts.deliveries.log();
	}

	isLive(platform: string): boolean {
		return this.store.get(platform, 'site', 'site')?.live ?? false;
	}

	/** Changes what is named of the event; its end and its sessions move with its start. */
	setEvent(change: JsonObject): void {
		const named = Object.entries(change).filter(([name]) => name in this.#event);
		const before = this.#event;
		const after = { ...before, ...(Object.fromEntries(named) as Partial<TicketingEvent>) };
		const later = Date.parse(after.startsAt) - Date.parse(before.startsAt);
		if (later !== 0 && !Number.isNaN(later)) {
			if (!('endsAt' in change)) after.endsAt = shifted(before.endsAt, later);
			for (const { id } of platforms) {
				for (const session of this.store.all(id, 'session')) {
					const [startsAt, endsAt] = [session.startsAt, session.endsAt].map((time) =>
						shifted(time, later),
					) as [string, string];
					this.store.put(id, 'session', { ...session, startsAt, endsAt });
				}
			}
		}
		this.#event = after;
		this.#parts.stored.write('ticketing event', this.#event);
	}

	/** Does it and posts; resolves when each webhook was tried once. A sentence when it cannot. */
	async act(platformId: string, action: Action, body: JsonObject): Promise<Done | string> {
		const platform = platformNamed(platformId);
		if (typeof platform === 'string') return platform;
		const refusal = refusalOf(platform, action);
		if (refusal !== undefined) return refusal;
		const forgery = forgeryOf(platform, action, body);
		if (typeof forgery === 'string') return forgery;
		const targets = this.#targetsFor(platform, action, body);
		if (typeof targets === 'string') return targets;
		const happening = this.#happen(platform, action, body);
		if (typeof happening === 'string') return happening;
		// What somebody else made up has not happened at the platform.
		if (forgery === undefined) this.#keep(platform, happening);
		const webhooks = targets.flatMap((target) =>
			this.#webhooks(platform, happening, target, forgery),
		);
		const calls: TicketingCall[] = [];
		// One after the other, in the platform's order; copies of one at once.
		for (const parcel of webhooks) {
			const copies = Array.from({ length: timesOf(body) }, () =>
				this.#parts.deliveries.send(parcel),
			);
			calls.push(...(await Promise.all(copies)));
		}
		return { ...namesOf(happening), calls };
	}

	/** Sends the same bytes once more, as a platform does that is not sure; or a forgery of them. */
	async resend(id: string, body: JsonObject): Promise<{ calls: TicketingCall[] } | string> {
		const { deliveries } = this.#parts;
		const sent = deliveries.parcel(id);
		const platform = platformNamed(sent?.platform ?? '');
		if (sent === undefined || typeof platform === 'string') {
			return `There is no delivery ${id} any more.`;
		}
		const forgery = forgeryOf(platform, sent.action, body);
		if (typeof forgery === 'string') return forgery;
		const parcel = forgery === undefined ? sent : (sent.forged(forgery) ?? sent);
		const copies = Array.from({ length: timesOf(body) }, () => deliveries.send(parcel));
		return { calls: await Promise.all(copies) };
	}

	reset(all: boolean): void {
		this.#parts.deliveries.empty();
		if (!all) return;
		this.targets.reset();
		this.store.empty();
		this.#event = demoEvent(this.#parts.clock.now());
		this.#parts.stored.write('ticketing event', this.#event);
		this.#begin();
	}

	/** Each platform has an agenda before anybody has done anything. */
	#begin(): void {
		for (const { id } of platforms) {
			if (this.store.all(id, 'session').length > 0) continue;
			for (const session of demoSessions(this.#event)) this.store.put(id, 'session', session);
		}
	}

	#targetsFor(
		platform: TicketingPlatform,
		action: Action,
		body: JsonObject,
	): readonly Target[] | string {
		if (platform.arrival === 'poll' || platform.polled?.includes(action) === true) return [];
		const secret = asText(body['secret']);
		const set = this.targets.of(platform.id);
		if (body['target'] !== undefined) {
			const [first] = set;
			const once = readTarget({ ...first, secret: first?.secret, ...body, actions: undefined }, '');
			return typeof once === 'string' ? once : [once];
		}
		if (set.length === 0) {
			return `No target is set for ${platform.name}: PUT /sim/ticketing/${platform.id} { "target": "…" }.`;
		}
		return set
			.filter((one) => one.ended !== true && (one.actions?.includes(action) ?? true))
			.map((one) => (secret === undefined ? one : { ...one, secret }));
	}

	#happen(platform: TicketingPlatform, action: Action, body: JsonObject): Happening | string {
		const given = body['occurredAt'];
		const at = given === undefined ? this.#parts.clock.now() : Date.parse(String(given));
		if (Number.isNaN(at)) return 'occurredAt must be an ISO 8601 time.';
		const occurredAt = new Date(at).toISOString();
		const outcome = actions[action](
			{
				event: this.#event,
				orders: this.store.all(platform.id, 'order'),
				sessions: this.store.all(platform.id, 'session'),
				sponsors: this.store.all(platform.id, 'sponsor'),
				newId: newNumber,
				occurredAt,
			},
			body,
		);
		if (typeof outcome === 'string') return outcome;
		return { event: this.#event, occurredAt, number: newNumber(), ...outcome };
	}

	#keep({ id }: TicketingPlatform, happening: Happening): void {
		if ('order' in happening) this.store.put(id, 'order', happening.order);
		if ('session' in happening) this.store.put(id, 'session', happening.session);
		if ('sponsor' in happening) this.store.put(id, 'sponsor', happening.sponsor);
		if (happening.action === 'go-live') this.store.put(id, 'site', { id: 'site', live: true });
		for (const person of peopleOf(happening)) this.#parts.meet(person.phone, fullName(person));
	}

	#webhooks(
		platform: TicketingPlatform,
		happening: Happening,
		target: Target,
		forgery: Forgery | undefined,
	): Parcel[] {
		const now = this.#parts.clock.now();
		const webhooks = platform.webhooks(happening, {
			secret: forgery?.kind === 'signature' ? WRONG_SECRET : target.secret,
			place: {
				in: target.secretIn ?? 'query',
				header: target.secretHeader ?? 'X-Webhook-Secret',
			},
			at: forgery?.kind === 'timestamp' ? now - 2 * DAY : now,
			target: target.target,
			apiUrl: forgery?.foreignHost ?? this.apiUrl(platform.id),
		});
		const ticked = webhooks.filter(
			({ name, extra }) => target.webhooks?.includes(name) ?? extra !== true,
		);
		return ticked.map((webhook, at) => ({
			platform: platform.id,
			action: happening.action,
			target: target.target,
			webhook: forgery?.kind === 'truncated' ? truncate(webhook) : webhook,
			// Whoever forges does not try again as the platform would.
			retry: forgery === undefined ? (platform.retry ?? {}) : { ...platform.retry, tries: 1 },
			forged: (as: Forgery) => this.#webhooks(platform, happening, target, as)[at],
			...(forgery === undefined ? {} : { forge: forgery.kind }),
			...(target.id === '' || forgery !== undefined
				? {}
				: { ended: () => this.targets.end(platform.id, target.id) }),
		}));
	}
}

function refusalOf(platform: TicketingPlatform, action: Action): string | undefined {
	if (platform.actions.includes(action)) return undefined;
	return platform.cannot?.[action] ?? `${platform.name} does not report this: ${action}.`;
}

const timesOf = (body: JsonObject): number =>
	Math.max(1, Math.min(1000, Number(body['repeat'] ?? 1) || 1));

/** Ten digits: with fewer, a few thousand registrations would soon draw one twice. */
function newNumber(): string {
	return String(randomInt(1_000_000_000, 10_000_000_000));
}
