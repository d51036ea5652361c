import { componentOf, type MessageTemplate } from '../../core/templates/template';
import type { AccountDraft } from './account-draft';
import { api } from './api';
import { isApproved, statusName } from './template-status';
import { languageName } from './words';

/** More than one looks at; the rest is there when one scrolls. */
const PAGE = 100;

/** All templates of an account, read once each time the list opens, and searched without asking again. */
export class TemplateStock {
	private reading: Promise<Entry[]> | undefined;

	private entries: Entry[] | undefined;

	private asked = 0;

	get isRead(): boolean {
		return this.entries !== undefined;
	}

	/** The next look reads again: somebody may have approved one meanwhile. */
	forget(): void {
		this.asked++;
		this.reading = undefined;
		this.entries = undefined;
	}

	/** Reads them, unless that is under way or done. */
	async fill(account: AccountDraft): Promise<Entry[]> {
		this.reading ??= this.read(account);
		return await this.reading;
	}

	/** Those that have every word in name, text, language or status. */
	async page(
		account: AccountDraft,
		search: string,
		{ approvedOnly = false, after }: { approvedOnly?: boolean; after?: string } = {},
	): Promise<{ templates: MessageTemplate[]; after?: string }> {
		const entries = await this.fill(account);
		const words = search.toLowerCase().split(/\s+/).filter(Boolean);
		const found = entries.filter(
			({ template, text }) =>
				(!approvedOnly || isApproved(template)) && words.every((word) => text.includes(word)),
		);
		const from = Number(after ?? 0);
		const templates = found.slice(from, from + PAGE).map(({ template }) => template);
		return { templates, ...(found.length > from + PAGE ? { after: String(from + PAGE) } : {}) };
	}

	private async read(account: AccountDraft): Promise<Entry[]> {
		const asked = ++this.asked;
		try {
			const { templates } = await api.allTemplates(account);
			const entries = templates.map((template) => ({ template, text: searchedText(template) }));
			// Another account may have been chosen meanwhile.
			if (asked === this.asked) this.entries = entries;
			return entries;
		} catch (error) {
			if (asked === this.asked) this.reading = undefined;
			throw error;
		}
	}
}

interface Entry {
	template: MessageTemplate;
	text: string;
}

const searchedText = (template: MessageTemplate): string =>
	[
		...[template.name, template.language, languageName(template.language)],
		...[statusName(template.status), componentOf(template, 'BODY')?.text ?? ''],
	]
		.join(' ')
		.toLowerCase();
