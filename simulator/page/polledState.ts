/** What the simulator knows of something, as it was last asked for. */
export class PolledState<State> {
	state: State | undefined;
	readonly #ask: () => Promise<State>;
	readonly #redraw: () => void;
	#drawn = '';
	#loading: Promise<void> | undefined;
	#again = false;

	constructor(ask: () => Promise<State>, redraw: () => void) {
		this.#ask = ask;
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
				this.#take(await this.#ask());
			} catch {
				break; // the connection's state is shown already, and it is asked again
			}
		} while (this.#again);
		this.#loading = undefined;
	}

	/** Draws only what has changed: it is asked every few seconds. */
	#take(state: State): void {
		const drawn = JSON.stringify(state);
		if (drawn === this.#drawn) return;
		this.#drawn = drawn;
		this.state = state;
		this.#redraw();
	}
}
