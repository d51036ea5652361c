import { componentOf, type MessageTemplate } from '../../core/templates/template';
import type { AccountDraft } from './account-draft';
import { api } from './api';
import { statusName } from './template-status';
import { languageName } from './words';

/** More than one looks at; the rest is there when one scrolls. */
const PAGE = 100;

/** All templates of an account, read once when the list opens, and searched without asking again. */
export class TemplateStock {
	private reading: Promise<Entry[]> | undefined;

	private entries: Entry[] | undefined;

	get isRead(): boolean {
		return this.entries !== undefined;
	}

	/** The next look reads again: somebody may have approved one meanwhile. */
	forget(): void {
		this.reading = undefined;
		this.entries = undefined;
	}

	/** Those that have every word in name, text, language or status. */
	async page(
		account: AccountDraft,
		search: string,
		after?: string,
	): Promise<{ templates: MessageTemplate[]; after?: string }> {
		this.reading ??= this.read(account);
		const entries = await this.reading;
		const words = search.toLowerCase().split(/\s+/).filter(Boolean);
		const found = entries.filter(({ text }) => words.every((word) => text.includes(word)));
		const from = Number(after ?? 0);
		const templates = found.slice(from, from + PAGE).map(({ template }) => template);
		return { templates, ...(found.length > from + PAGE ? { after: String(from + PAGE) } : {}) };
	}

	private async read(account: AccountDraft): Promise<Entry[]> {
		try {
			const { templates } = await api.allTemplates(account);
			this.entries = templates.map((template) => ({ template, text: searchedText(template) }));
			return this.entries;
		} catch (error) {
			this.reading = undefined;
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
