import type { Answer, Request } from '../http/router.ts';
import { asText, type JsonObject } from '../json.ts';
import type { SettingStore } from '../storage/settingStore.ts';
import type { Provider } from './provider.ts';
import { PROVIDERS } from './providers.ts';

/** What goes wrong at a provider. */
export type ProviderFault = 'refused' | 'timeout' | 'malformed' | 'html' | 'down';

const FAULTS: readonly string[] = ['refused', 'timeout', 'malformed', 'html', 'down'];

interface ProviderState {
	amount: number;
	currency: string;
	fault: ProviderFault | null;
	/** How many calls the fault still meets; without it all. */
	times?: number;
	asked: number;
}

/** The balances that the providers report, and what goes wrong there. */
export class ProviderDesk {
	readonly #stored: SettingStore;
	readonly #url: () => string;
	#states: Record<string, ProviderState>;

	constructor(stored: SettingStore, url: () => string) {
		this.#stored = stored;
		this.#url = url;
		this.#states = { ...firstStates(), ...stored.read('providers', {}) };
	}

	describe(): JsonObject {
		return {
			providers: PROVIDERS.map((provider) => ({
				id: provider.id,
				name: provider.name,
				url: `${this.#url()}/sim/providers/${provider.id}`,
				path: (provider.paths[0] ?? '').replace(
					/:(\w+)/g,
					(_, name: string) => provider.access[name] ?? name,
				),
				access: provider.access,
				...this.#state(provider),
			})),
		};
	}

	/** Changes what is named; a sentence when it cannot. */
	change(id: string, given: JsonObject): string | undefined {
		const provider = PROVIDERS.find((one) => one.id === id);
		if (provider === undefined) {
			return `The provider is one of ${PROVIDERS.map((one) => one.id).join(', ')}.`;
		}
		const state = { ...this.#state(provider) };
		if ('amount' in given) {
			if (typeof given['amount'] !== 'number') return 'The amount is a number.';
			state.amount = given['amount'];
		}
		const currency = asText(given['currency']);
		if (currency !== undefined) state.currency = currency.toUpperCase();
		if ('fault' in given) {
			const fault = asText(given['fault']) ?? null;
			if (fault !== null && !FAULTS.includes(fault)) {
				return `The fault is one of ${FAULTS.join(', ')}, or null.`;
			}
			state.fault = fault as ProviderFault | null;
			delete state.times;
			const times = Number(given['times']);
			if (times > 0) state.times = times;
		}
		this.#keep(id, state);
		return undefined;
	}

	/** Answers a call for the balance; `undefined` leaves it without an answer. */
	answer(provider: Provider, request: Request): Answer | undefined {
		const state = { ...this.#state(provider), asked: this.#state(provider).asked + 1 };
		const { fault, amount, currency } = state;
		if (state.times !== undefined && (state.times -= 1) <= 0) {
			state.fault = null;
			delete state.times;
		}
		this.#keep(provider.id, state);
		if (fault === 'timeout') return undefined;
		if (fault === 'down') {
			request.response.socket?.resetAndDestroy();
			return undefined;
		}
		if (fault === 'html') {
			return {
				status: 502,
				bytes: '<!DOCTYPE html><html><body><h1>Bad Gateway</h1></body></html>',
				headers: { 'Content-Type': 'text/html; charset=utf-8' },
			};
		}
		if (fault === 'refused' || !provider.isAllowed(request)) return provider.refusal;
		const json = provider.balance(amount, currency, request);
		if (fault !== 'malformed') return { status: 200, json };
		const whole = JSON.stringify(json);
		return {
			status: 200,
			bytes: whole.slice(0, Math.ceil(whole.length / 2)),
			headers: { 'Content-Type': 'application/json' },
		};
	}

	reset(): void {
		this.#states = firstStates();
		this.#stored.write('providers', this.#states);
	}

	#state(provider: Provider): ProviderState {
		return this.#states[provider.id] ?? firstState(provider);
	}

	#keep(id: string, state: ProviderState): void {
		this.#states = { ...this.#states, [id]: state };
		this.#stored.write('providers', this.#states);
	}
}

function firstStates(): Record<string, ProviderState> {
	return Object.fromEntries(PROVIDERS.map((provider) => [provider.id, firstState(provider)]));
}

function firstState({ amount, currency }: Provider): ProviderState {
	return { amount, currency, fault: null, asked: 0 };
}
