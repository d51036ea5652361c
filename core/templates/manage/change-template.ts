import { graphPath } from '../../graph/address';
import { callGraph } from '../../graph/call';
import { GraphCallError, leavesOpen, type GraphError } from '../../graph/error';
import { TransportError } from '../../ports';
import type { JsonObject } from '../json';
import type { TemplateSource } from '../read-templates';
import type { AccountTemplate } from './account-template';
import { readTranslationsOf } from './read-account';

/** What a change of the account came to. */
export type ChangeAnswer =
	| { kind: 'done'; template?: AccountTemplate; id?: string; status?: string; category?: string }
	/** Meta said no. */
	| { kind: 'refused'; error: GraphError }
	/** It surely never left. */
	| { kind: 'notReached'; message: string }
	/** No clear answer came, and looking afterwards did not show the change, or was not possible either. */
	| { kind: 'unclear'; message: string };

export interface Change {
	name: string;
	language: string;
	/** Whether the template, as it is read afterwards, shows that the change was made. */
	isMade(template: AccountTemplate | undefined): boolean;
}

/**
 * Creates a template (`POST /{waba}/message_templates`). Where no clear answer comes, looks whether it is
 * there: a second creation would be refused by Meta, so nothing is made twice.
 */
export async function createTemplate(
	source: TemplateSource,
	creation: JsonObject,
	change: Change,
): Promise<ChangeAnswer> {
	return await changed(source, change, async () => {
		const answer = await callGraph(source.transport, 'Creating the template', {
			method: 'POST',
			path: graphPath(source.version, source.businessAccountId, 'message_templates'),
			body: creation,
			timeoutMs: source.timeoutMs,
		});
		return {
			id: textOf(answer.id),
			status: textOf(answer.status),
			category: textOf(answer.category),
		};
	});
}

/** Edits a template (`POST /{template}`); an edit that arrives twice is the same edit. */
export async function editTemplate(
	source: TemplateSource,
	id: string,
	edit: JsonObject,
	change: Change,
): Promise<ChangeAnswer> {
	return await changed(source, change, async () => {
		await callGraph(source.transport, 'Editing the template', {
			method: 'POST',
			path: graphPath(source.version, id),
			body: edit,
			timeoutMs: source.timeoutMs,
		});
		return {};
	});
}

/** Deletes one language of a template (`DELETE /{waba}/message_templates?name&hsm_id`). */
export async function deleteTemplate(
	source: TemplateSource,
	template: Pick<AccountTemplate, 'id' | 'name'>,
	change: Change,
): Promise<ChangeAnswer> {
	return await changed(source, change, async () => {
		await callGraph(source.transport, 'Deleting the template', {
			method: 'DELETE',
			path: graphPath(source.version, source.businessAccountId, 'message_templates'),
			query: { name: template.name, hsm_id: template.id },
			timeoutMs: source.timeoutMs,
		});
		return {};
	});
}

async function changed(
	source: TemplateSource,
	change: Change,
	call: () => Promise<{ id?: string; status?: string; category?: string }>,
): Promise<ChangeAnswer> {
	try {
		return { kind: 'done', ...(await call()) };
	} catch (error) {
		if (error instanceof TransportError && !error.left) {
			return { kind: 'notReached', message: error.message };
		}
		const refusal = error instanceof GraphCallError ? error.error : undefined;
		// A name that exists may be the one of a creation whose answer was lost before.
		const mayBeMade = !refusal || leavesOpen(refusal) || refusal.subcode === ALREADY_THERE;
		if (!mayBeMade) return { kind: 'refused', error: refusal };
		const there = await lookAgain(source, change);
		if (there.read && change.isMade(there.template)) {
			return { kind: 'done', template: there.template };
		}
		if (refusal && !leavesOpen(refusal)) return { kind: 'refused', error: refusal };
		const why = error instanceof Error ? error.message : String(error);
		return { kind: 'unclear', message: why };
	}
}

/** “Content in This Language Already Exists”. */
const ALREADY_THERE = 2388024;

async function lookAgain(
	source: TemplateSource,
	{ name, language }: Change,
): Promise<{ read: boolean; template?: AccountTemplate }> {
	try {
		const all = await readTranslationsOf(source, name);
		return { read: true, template: all.find((template) => template.language === language) };
	} catch {
		// What cannot be looked at stays unclear; the caller says so.
		return { read: false };
	}
}

const textOf = (value: unknown) =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
