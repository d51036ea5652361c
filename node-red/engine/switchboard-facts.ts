import type { NodeAPI } from 'node-red';
import type { Account } from '../../core/account/account';
import { automations } from '../../core/events/automations';
import { readAccountTemplates } from '../../core/templates/manage/read-account';
import type { TemplateSource } from '../../core/templates/read-templates';
import type { MessageTemplate } from '../../core/templates/template';
import { accountNodeOf } from './account-node';
import type { SentNote } from './events/event-store';
import { failureFrom } from './node-failure';

/** What the switches of an account are shown beside. */
export interface SwitchboardAnswer {
	/** Every translation of the ten templates; absent where they could not be read. */
	templates?: Array<Pick<MessageTemplate, 'name' | 'language' | 'status' | 'category'>>;
	/** Why they could not. */
	problem?: string;
	sent: SentNote[];
}

/**
 * Statuses of the ten templates, from WhatsApp, and when each trigger sent last, from the store. Without
 * the former the latter is still worth showing.
 */
export async function switchboardFacts(
	RED: NodeAPI,
	id: string,
	account: () => Account,
	withSource: <T>(account: Account, task: (source: TemplateSource) => Promise<T>) => Promise<T>,
): Promise<SwitchboardAnswer> {
	const sent = await sentBy(RED, id);
	try {
		const { templates } = await withSource(account(), readAccountTemplates);
		const ours = new Set(automations.map(({ template }) => template));
		return {
			templates: templates
				.filter(({ name }) => ours.has(name))
				.map(({ name, language, status, category }) => ({ name, language, status, category })),
			sent,
		};
	} catch (error) {
		return { problem: failureFrom(error).message, sent };
	}
}

/** Nothing where the store cannot be read, or where no account is deployed: nothing was sent then. */
async function sentBy(RED: NodeAPI, id: string): Promise<SentNote[]> {
	try {
		const store = accountNodeOf(RED, id)?.store();
		return store === undefined ? [] : await store.events().sent();
	} catch {
		return [];
	}
}
