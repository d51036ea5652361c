import type { Account } from '../../account/account';
import type { MediaFile } from '../../messages/upload-media';
import type { Clock, Logger, Transport } from '../../ports';
import type { TemplateValues } from '../build-components';
import type { TemplateMarks } from './marks';
import type { TemplateOperation } from './operations';
import type { TemplateResult } from './result';

/** What one item asks for, before anything is checked. */
export interface TemplateInput {
	/**
	 * Check, Preview, Apply, Submit: a definition, Meta's own JSON of a template, either as JSON text, a
	 * list of them, or an object that has one under `definition` (a row of a table).
	 */
	definition?: unknown;
	/** Get, Get Status, Delete: `name` or `name:language`. */
	template?: unknown;
	language?: unknown;
	/** Preview: values in place of the samples, by name. */
	values?: TemplateValues;
}

/** What holds for a whole run; see `manageSettings` for what may be typed. */
export interface ManageSettings {
	/** Apply, Submit, Delete: says what would be done and changes nothing. */
	dryRun: boolean;
	/** Milliseconds until an answer is given up. */
	timeoutMs: number;
	/** Apply, Submit: sends for approval what the check refuses, too. */
	ignoreCheck: boolean;
	/** Delete: every language of a name, where no language is given. */
	allLanguages: boolean;
	/** Two letters: prices of a changed category are those of this country. */
	priceCountry?: string;
	/** Get Many. */
	filter: TemplateListFilter;
	/** Get Ready-Made: none means all. */
	readyMade: { names: string[]; languages: string[]; audiences: string[] };
	includeInput: boolean;
}

export interface TemplateListFilter {
	/** Words of the name or the text. */
	search?: string;
	/** Meta's: `APPROVED`. */
	status?: string;
	category?: string;
	language?: string;
	/** At most so many; undefined: all. */
	limit?: number;
}

/** One run of Manage Template. */
export interface TemplateRun {
	operation: TemplateOperation;
	/** Undefined only for operations that need none. */
	account?: Account;
	settings: ManageSettings;
	/** How many inputs there are. */
	count: number;
	/** What input `index` asks for; an exception refuses this input. */
	input(index: number): TemplateInput | Promise<TemplateInput>;
	/**
	 * The file behind a sample: a public link, a path, the name of a file field of input `index`.
	 *
	 * @throws {Error} with a sentence, where there is none
	 */
	readSample?(sample: string, index: number): Promise<MediaFile>;
	/** Called once or more per input, in order. Must not throw. */
	report(index: number, result: TemplateResult): void;
}

/** What a run needs of its engine. */
export interface ManagePorts {
	transport?: Transport;
	clock: Clock;
	marks: TemplateMarks;
	logger?: Logger;
	/** True once the user has stopped the run: nothing new leaves. */
	isStopped?: () => boolean;
}
