import type { NodeDef } from 'node-red';
import type { TemplateDefinition, TemplateOperation } from '../../engine';

/** Meta has no drafts: these are kept in this Node-RED. */
export type DraftOperation = 'saveDraft' | 'getDrafts' | 'deleteDraft';

export type NodeOperation = TemplateOperation | DraftOperation;

/** What the dialog of Manage Template keeps; older flows may lack the newer fields. */
export interface ManageTemplateConfig extends NodeDef {
	account: string;
	operation: NodeOperation;
	definitionFrom?: 'message' | 'readyMade' | 'fields' | 'drafts';
	definition?: string;
	definitionType?: string;
	/** Filled in below. */
	fields?: Partial<TemplateDefinition>;
	/** `name:language` of ready-made definitions, and of drafts; no draft chosen means all. */
	readyMade?: string[];
	drafts?: string[];
	/** Get Ready-Made; none chosen means all. */
	readyMadeNames?: string[];
	readyMadeLanguages?: string[];
	audiences?: string[];
	/** `name:language` from the list, or what the type says. */
	template?: string;
	templateType?: string;
	allLanguages?: boolean;
	/** Preview: values in place of the samples. */
	values?: string;
	valuesType?: string;
	/** Get Many. */
	search?: string;
	status?: string;
	category?: string;
	language?: string;
	limit?: number | string;
	wait?: boolean;
	waitMinutes?: number | string;
	waitHours?: number | string;
	dryRun?: boolean;
	ignoreCheck?: boolean;
	priceCountry?: string;
	/** Seconds. */
	timeout?: number | string;
	includeInput?: boolean;
}
