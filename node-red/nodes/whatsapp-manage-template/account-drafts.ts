import type { AccountNode, Draft, Drafts, TemplateInput } from '../../engine';
import type { DraftOperation } from './config';
import { deleteDrafts, draftFound, saveDrafts, type DraftResult } from './drafts';
import type { AnyResult } from './result-words';

/** The drafts of one account. */
export interface AccountDrafts {
	all(): Promise<Draft[]>;
	/** Runs an operation on them; each input has one result or more. */
	run(
		operation: DraftOperation,
		inputs: readonly TemplateInput[],
		report: (index: number, result: DraftResult) => void,
	): Promise<void>;
	/** What WhatsApp has taken is no draft any more. */
	forget(results: readonly AnyResult[]): Promise<void>;
}

/** Outcomes after which WhatsApp has the template as it was drafted. */
const TAKEN = ['created', 'edited', 'unchanged'];

/** @throws {Error} while the store of the account cannot be opened */
export function draftsOf(account: AccountNode): AccountDrafts {
	const id = account.account.businessAccountId;
	const drafts: Drafts = account.store().templates().drafts;
	const operations: Record<DraftOperation, (input: TemplateInput) => Promise<DraftResult[]>> = {
		saveDraft: async (input) => await saveDrafts(drafts, id, input),
		getDrafts: async () => (await drafts.all(id)).map(draftFound),
		deleteDraft: async (input) => await deleteDrafts(drafts, id, input),
	};
	return {
		all: async () => await drafts.all(id),
		run: async (operation, inputs, report) => {
			for (const [index, input] of inputs.entries()) {
				for (const result of await operations[operation](input)) report(index, result);
			}
		},
		forget: async (results) => {
			for (const { outcome, name, language } of results) {
				if (!name || !language || !TAKEN.includes(outcome)) continue;
				await drafts.remove(id, name, language);
			}
		},
	};
}
