import { inboxFirst } from './search.ts';
import { isWaiting } from './status.ts';
import type { Template, TemplateChange } from './types.ts';

/** The templates of the account, and those that went while the page was open. */
export class TemplateStore {
	readonly #templates = new Map<string, Template>();
	readonly #gone = new Map<string, Template>();
	#sorted: Template[] | undefined;

	/** The reviewer's inbox first. */
	sorted(): readonly Template[] {
		this.#sorted ??= inboxFirst([...this.#templates.values(), ...this.#gone.values()]);
		return this.#sorted;
	}

	/** Those that wait for a decision, the longest wait first. */
	waiting(): Template[] {
		return this.sorted().filter(isWaiting);
	}

	/** The one with this name and language; one that is gone only if there is no other. */
	find(name: string, language: string): Template | undefined {
		const fits = (one: Template): boolean => one.name === name && one.language === language;
		return [...this.#templates.values()].find(fits) ?? [...this.#gone.values()].find(fits);
	}

	load(templates: readonly Template[]): void {
		const present = new Set(templates.map(({ id }) => id));
		for (const [id, template] of this.#templates) {
			if (!present.has(id)) this.#gone.set(id, { ...template, status: 'DELETED' });
		}
		this.#templates.clear();
		for (const template of templates) {
			this.#templates.set(template.id, template);
			this.#gone.delete(template.id);
		}
		this.#sorted = undefined;
	}

	/** A change says little; the rest stays as it was until the templates are loaded again. */
	apply(change: TemplateChange): void {
		const known = this.#templates.get(change.id) ?? { components: [] };
		const changed: Template = { ...known, ...change };
		if (change.status === 'DELETED') {
			this.#templates.delete(change.id);
			this.#gone.set(change.id, changed);
		} else {
			this.#templates.set(change.id, changed);
		}
		this.#sorted = undefined;
	}

	/** Everything was put back to its first state: nothing of before is worth showing. */
	clear(): void {
		this.#templates.clear();
		this.#gone.clear();
		this.#sorted = undefined;
	}
}
