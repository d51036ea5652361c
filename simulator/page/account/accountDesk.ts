import { accountApi } from './accountApi.ts';
import type { AccountState } from './types.ts';

/** Money, standing, providers and Stripe, as they were last asked for. */
export class AccountDesk {
	state: AccountState | undefined;
	readonly #redraw: () => void;
	#drawn = '';
	#loading: Promise<void> | undefined;
	#again = false;

	constructor(redraw: () => void) {
		this.#redraw = redraw;
	}

	/** Asks anew; a call while it is being asked means one more time after it. */
	refresh(): Promise<void> {
		if (this.#loading === undefined) this.#loading = this.#load();
		else this.#again = true;
		return this.#loading;
	}

	async #load(): Promise<void> {
		do {
			this.#again = false;
			try {
				this.#take(await accountApi.state());
			} catch {
				break; // the connection's state is shown already, and it is asked again
			}
		} while (this.#again);
		this.#loading = undefined;
	}

	/** Draws only what has changed: it is asked every few seconds. */
	#take(state: AccountState): void {
		const drawn = JSON.stringify(state);
		if (drawn === this.#drawn) return;
		this.#drawn = drawn;
		this.state = state;
		this.#redraw();
	}
}
