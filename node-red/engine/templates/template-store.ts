import type { TemplateDefinition } from '../../../core/templates/definition';
import type { TemplateMarks } from '../../../core/templates/manage/marks';

/** What Manage Template keeps in this Node-RED, beside what was sent. */
export interface TemplateStore {
	readonly marks: TemplateMarks;
	readonly drafts: Drafts;
	readonly waits: WaitingTemplates;
}

/** Definitions that were saved and not yet sent for approval, by account, name and language. */
export interface Drafts {
	/** A draft of the same name and language is replaced. */
	save(businessAccountId: string, definition: TemplateDefinition): Promise<void>;
	/** Sorted by name and language. */
	all(businessAccountId: string): Promise<Draft[]>;
	/** @returns whether there was one */
	remove(businessAccountId: string, name: string, language: string): Promise<boolean>;
}

export interface Draft {
	definition: TemplateDefinition;
	/** Milliseconds. */
	savedAt: number;
}

/** Templates a node waits for until WhatsApp has decided; they outlive a restart. */
export interface WaitingTemplates {
	/** The newest message that waits for a template takes the place of an earlier one. */
	put(entries: readonly WaitingTemplate[]): Promise<void>;
	of(nodeId: string): Promise<WaitingTemplate[]>;
	remove(entries: readonly WaitingTemplate[]): Promise<void>;
	/** Everything a node waits for: it was deleted. */
	removeAll(nodeId: string): Promise<void>;
}

/** All of it is JSON. */
export interface WaitingTemplate {
	nodeId: string;
	name: string;
	language: string;
	/** Milliseconds: since when, when it is asked for next, when it is given up. */
	since: number;
	nextAt: number;
	until: number;
	/** How often it was asked for. */
	tries: number;
	/** What came of the template before WhatsApp decided. */
	result: Record<string, unknown>;
	/** The message it came with, as far as it is plain JSON. */
	msg: Record<string, unknown>;
	/** What a trigger heard of the decision, which asking would not say. */
	told?: ToldDecision;
}

export interface ToldDecision {
	reason?: string;
	explanation?: string;
	recommendation?: string;
}

/** Marks older than this say nothing any more: Meta's longest block is 30 days. */
export const MARK_DAYS = 40;
