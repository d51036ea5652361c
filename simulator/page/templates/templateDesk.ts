import { SimulatorError } from '../api.ts';
import { SimulatedTime } from './simulatedTime.ts';
import { templatesApi } from './templatesApi.ts';
import type { TemplateStore } from './templateStore.ts';
import type { Delivery, Settings, Template, TemplateAccount } from './types.ts';

const gatherMs = 200;

interface Opened {
	name: string;
	language: string;
	/** As it was asked for by itself: samples by their addresses, and its edits. */
	template?: Template;
	deliveries: readonly Delivery[];
	/** The simulator has answered, and there may be no such template. */
	asked: boolean;
}

/** What lies on the reviewer's desk: all templates, the account, and the one template that is open. */
export class TemplateDesk {
	readonly time = new SimulatedTime();
	account: TemplateAccount | undefined;
	settings: Settings | undefined;
	readonly #store: TemplateStore;
	readonly #redraw: () => void;
	#opened: Opened | undefined;
	#loading: Promise<void> | undefined;
	#again = false;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(store: TemplateStore, redraw: () => void) {
		this.#store = store;
		this.#redraw = redraw;
	}

	get opened(): Opened | undefined {
		return this.#opened;
	}

	/** The open template as far as it is known: its state from the list, the rest as it was asked for. */
	openTemplate(): Template | undefined {
		if (this.#opened === undefined) return undefined;
		const { name, language, template } = this.#opened;
		const listed = this.#store.find(name, language);
		if (template === undefined || (listed !== undefined && listed.id !== template.id))
			return listed;
		if (listed === undefined) return template;
		const { components, edits } = template;
		return { ...listed, components, ...(edits === undefined ? {} : { edits }) };
	}

	open(name: string, language: string): void {
		if (this.#opened?.name === name && this.#opened.language === language) return;
		this.#opened = { name, language, deliveries: [], asked: false };
		void this.#loadOpened().then(this.#redraw, () => {});
	}

	close(): void {
		this.#opened = undefined;
	}

	/** Soon: a hundred changes at once are one loading. */
	refreshSoon(): void {
		if (this.#timer !== undefined) return;
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			void this.refresh();
		}, gatherMs);
	}

	/** Loads everything anew; a call during a loading means one more after it. */
	refresh(): Promise<void> {
		if (this.#loading !== undefined) {
			this.#again = true;
			return this.#loading;
		}
		this.#loading = this.#load()
			.catch(() => {}) // the connection's state is shown already, and it loads again
			.finally(() => {
				this.#loading = undefined;
				if (!this.#again) return;
				this.#again = false;
				this.refreshSoon();
			});
		return this.#loading;
	}

	async #load(): Promise<void> {
		const [{ templates }, account, settings] = await Promise.all([
			templatesApi.all(),
			templatesApi.account(),
			templatesApi.settings(),
			this.#loadOpened(),
		]);
		this.#store.load(templates);
		this.account = account;
		this.settings = settings;
		this.time.set(account.now, settings.clock.rate);
		this.#redraw();
	}

	async #loadOpened(): Promise<void> {
		const opened = this.#opened;
		if (opened === undefined) return;
		if (this.#store.find(opened.name, opened.language)?.status === 'DELETED') {
			opened.asked = true;
			return;
		}
		try {
			const template = await templatesApi.one(opened.name, opened.language);
			const { deliveries } = await templatesApi.deliveries(20, template.id);
			Object.assign(opened, { template, deliveries, asked: true });
		} catch (error) {
			if (!(error instanceof SimulatorError && error.status === 404)) throw error;
			opened.asked = true;
		}
	}
}
