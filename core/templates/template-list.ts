import type { Clock } from '../ports';
import { readTemplatePage, type TemplateSource } from './read-templates';
import type { MessageTemplate } from './template';

/** So long a list that was read answers what is typed into its search field. */
const BELIEVED_MS = 60_000;

/** Who opens the list may just have approved a template: it is read again, if it is older than this. */
const FRESH_MS = 5_000;

const PAGE_SIZE = 100;

/** Beyond so many, reading all of them takes longer than anybody waits: Meta searches then. */
const MOST_KEPT = 2_000;

export interface ListSearch {
	/** Words of the name, the language or the text. */
	search?: string;
	/** Meta's: `APPROVED`. */
	status?: string;
}

export interface ListPage {
	templates: MessageTemplate[];
	/** Where the next page begins; absent on the last one. */
	after?: string;
}

interface Entry {
	readAt: number;
	/** All templates in the order of their names; undefined where there are too many. */
	all: Promise<MessageTemplate[] | undefined>;
}

/**
 * The templates of an account for somebody who looks for one: read once, then searched here, since each
 * letter typed would cost a request otherwise. Accounts with more than 2,000 templates are searched by Meta.
 */
export class TemplateList {
	private readonly entries = new Map<string, Entry>();

	constructor(private readonly clock: Clock) {}

	/**
	 * One page of what is found, in the order of the names.
	 *
	 * @param accountKey tells accounts apart, also those of different API addresses
	 * @param after what the page before gave
	 */
	async page(
		accountKey: string,
		source: TemplateSource,
		wanted: ListSearch = {},
		after?: string,
	): Promise<ListPage> {
		const opened = !wanted.search?.trim() && after === undefined;
		const all = await this.all(accountKey, source, opened ? FRESH_MS : BELIEVED_MS);
		if (!all) return await readTemplatePage(source, wanted, after);
		const found = all.filter((template) => isWanted(template, wanted));
		const start = Number(after) || 0;
		const end = start + PAGE_SIZE;
		return {
			templates: found.slice(start, end),
			...(end < found.length ? { after: String(end) } : {}),
		};
	}

	/** Forgets an account whose templates were changed from here. */
	forget(accountKey: string): void {
		this.entries.delete(accountKey);
	}

	private async all(
		accountKey: string,
		source: TemplateSource,
		believedMs: number,
	): Promise<MessageTemplate[] | undefined> {
		const known = this.entries.get(accountKey);
		if (known && known.readAt > this.clock.now() - believedMs) return await known.all;
		const entry: Entry = { readAt: this.clock.now(), all: readAll(source) };
		this.entries.set(accountKey, entry);
		// A failed reading is not remembered: the next letter asks again.
		entry.all.catch(() => {
			if (this.entries.get(accountKey) === entry) this.entries.delete(accountKey);
		});
		return await entry.all;
	}
}

async function readAll(source: TemplateSource): Promise<MessageTemplate[] | undefined> {
	const all: MessageTemplate[] = [];
	let after: string | undefined;
	do {
		const page = await readTemplatePage(source, {}, after);
		all.push(...page.templates);
		if (all.length > MOST_KEPT) return undefined;
		after = page.after === after ? undefined : page.after;
	} while (after);
	return all.sort(
		(one, other) =>
			one.name.localeCompare(other.name) || one.language.localeCompare(other.language),
	);
}

function isWanted(template: MessageTemplate, { search, status }: ListSearch): boolean {
	if (status && template.status !== status) return false;
	if (!search?.trim()) return true;
	const texts = template.components.map(({ text }) => text ?? '').join('\n');
	const { name, language } = template;
	const searched = `${name} ${name.replace(/_/g, ' ')} ${language} ${texts}`.toLowerCase();
	return search
		.toLowerCase()
		.trim()
		.split(/\s+/)
		.every((word) => searched.includes(word));
}
