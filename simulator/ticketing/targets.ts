import { randomUUID } from 'node:crypto';
import { asArray, asText, type JsonObject } from '../json.ts';
import type { SettingStore } from '../storage/settingStore.ts';
import { ACTIONS, type Action } from './happening.ts';
import type { SecretPlace } from './platform.ts';

/** Where a platform's webhooks go: one address, with what it has been subscribed to. */
export interface Target {
	id: string;
	target: string;
	secret?: string;
	secretIn?: SecretPlace['in'];
	secretHeader?: string;
	/** Absent: everything. */
	actions?: Action[];
	/** The platform's own names of the webhooks that were ticked for it; absent: what is ticked by itself. */
	webhooks?: string[];
	/** The receiver has ended the subscription. */
	ended?: true;
}

const SETTING = 'ticketing targets';

/** The webhook addresses of every platform, stored. */
export class Targets {
	readonly #stored: SettingStore;
	#targets: Record<string, Target[]>;

	constructor(stored: SettingStore) {
		this.#stored = stored;
		this.#targets = Object.fromEntries(
			Object.entries(stored.read<Record<string, unknown>>(SETTING, {})).map(([platform, kept]) => [
				platform,
				// One address was all there was before there were several.
				(Array.isArray(kept) ? kept : [kept])
					.filter((one: Target) => one.target)
					.map((one: Target) => ({ ...one, id: one.id ?? randomUUID() })),
			]),
		);
	}

	of(platform: string): readonly Target[] {
		return this.#targets[platform] ?? [];
	}

	/** Makes it the only address; without one, none is left. @returns a sentence when it cannot. */
	setOnly(platform: string, body: JsonObject): string | undefined {
		const [first] = this.of(platform);
		if (asText(body['target']) === undefined) {
			this.#write(platform, []);
			return undefined;
		}
		const target = readTarget({ secret: first?.secret, ...body }, first?.id);
		if (typeof target === 'string') return target;
		this.#write(platform, [target]);
		return undefined;
	}

	/** Adds an address; the same address again replaces what was said of it. */
	add(platform: string, body: JsonObject): Target | string {
		const present = this.of(platform);
		const same = present.find(({ target }) => target === asText(body['target']));
		const target = readTarget({ secret: same?.secret, ...body }, same?.id);
		if (typeof target === 'string') return target;
		this.#write(
			platform,
			same === undefined
				? [...present, target]
				: present.map((one) => (one === same ? target : one)),
		);
		return target;
	}

	/** @returns whether there was such an address */
	remove(platform: string, id: string): boolean {
		const left = this.of(platform).filter((one) => one.id !== id);
		const removed = left.length < this.of(platform).length;
		this.#write(platform, left);
		return removed;
	}

	/** The receiver wants no more of it. */
	end(platform: string, id: string): void {
		this.#write(
			platform,
			this.of(platform).map((one) => (one.id === id ? { ...one, ended: true } : one)),
		);
	}

	reset(): void {
		this.#targets = {};
		this.#stored.write(SETTING, {});
	}

	#write(platform: string, targets: Target[]): void {
		this.#targets[platform] = targets;
		this.#stored.write(SETTING, this.#targets);
	}
}

/** @returns a sentence when it cannot be read */
export function readTarget(body: JsonObject, id?: string): Target | string {
	const target = asText(body['target']);
	if (target === undefined) return 'Send { "target": "…", "secret": "…" }.';
	if (!URL.canParse(target)) return 'The target is no address.';
	const secret = asText(body['secret']);
	const secretIn = asText(body['secretIn']);
	if (secretIn !== undefined && !isPlace(secretIn)) return 'secretIn is query, header or basic.';
	const secretHeader = asText(body['secretHeader']);
	const actions = asArray(body['actions']);
	const unknown = actions.find((action) => !isAction(action));
	if (unknown !== undefined) return `There is no action ${JSON.stringify(unknown)}.`;
	return {
		id: id ?? randomUUID(),
		target,
		...(secret === undefined ? {} : { secret }),
		...(secretIn === undefined ? {} : { secretIn }),
		...(secretHeader === undefined ? {} : { secretHeader }),
		...(body['actions'] === undefined ? {} : { actions: actions.filter(isAction) }),
		...(body['webhooks'] === undefined
			? {}
			: { webhooks: asArray(body['webhooks']).filter((name) => typeof name === 'string') }),
	};
}

export const isAction = (value: unknown): value is Action =>
	ACTIONS.some((action) => action === value);

const isPlace = (value: string): value is SecretPlace['in'] =>
	['query', 'header', 'basic'].includes(value);
