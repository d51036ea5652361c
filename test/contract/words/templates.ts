import type { TemplateOperation } from '../../../core/templates/manage/operations';
import type { Json } from '../../engine/json';
import type { AccountFields } from '../adapter';
import type { HeaderFile } from './sending';

/** Options of Manage Template, by the names both engines use. */
export interface ManageOptions {
	dryRun?: boolean;
	ignoreCheck?: boolean;
	allLanguages?: boolean;
	priceCountry?: string;
	/** Seconds. */
	timeout?: number;
	/** Get Many. */
	search?: string;
	status?: string;
	category?: string;
	language?: string;
	/** Get Ready-Made: lists. */
	readyMadeNames?: string[];
	readyMadeLanguages?: string[];
	audiences?: string[];
}

export interface ManageRun {
	operation: TemplateOperation;
	/** Definitions, as the step before hands them on; for operations on one template `name` or `name:language`. */
	items: unknown[];
	/** Files that come with the items, by the names definitions call them. */
	files: Record<string, HeaderFile>;
	options: ManageOptions;
	account: AccountFields;
}

/** What came out for one template. */
export interface ManageOutput {
	output: 'Done' | 'Needs Attention';
	fields: Record<string, Json>;
}

export interface ManageAnswer {
	/** In the order of the items. */
	results: ManageOutput[];
	/** What the run as a whole failed with; engines have their own way of telling it. */
	failure?: string;
}
