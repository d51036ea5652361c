import type { TemplateDefinition } from '../definition';
import type { Finding } from '../check';
import { titleOf } from './describe-template';
import type { ReadDefinition } from './read-input';
import type { TemplateResult } from './result';

/** A result before it is said which operation it belongs to. */
export type Told = Omit<TemplateResult, 'operation'>;

/** A definition that could not be read. */
export function unreadable(read: Extract<ReadDefinition, { problem: string }>): Told {
	const { problem, whatToDo, name, language, findings } = read;
	return {
		outcome: 'refused',
		reason: 'definition_invalid',
		message: problem,
		whatToDo,
		...(name ? { name } : {}),
		...(language ? { language } : {}),
		...(findings && findings.length > 0 ? { findings } : {}),
	};
}

/** The first error a check found: Meta would reject it, so it is not sent. */
export function checkFailed(definition: TemplateDefinition, error: Finding): Told {
	return {
		outcome: 'refused',
		reason: 'check_failed',
		message: `${titleOf(definition)} would be rejected. ${error.message} (${error.place})`,
		whatToDo: error.whatToDo,
	};
}

export function twice(definition: TemplateDefinition): Told {
	return {
		outcome: 'refused',
		reason: 'same_batch',
		message: `${titleOf(definition)} stands in this run already`,
		whatToDo: 'Keep one of the two.',
	};
}

export const STOPPED: Told = {
	outcome: 'failed',
	reason: 'stopped',
	message: 'The run was stopped before this template',
	whatToDo: 'Run it again: what is there already is left alone.',
};

/** After a failure that would meet every further template as well. */
export function haltedBy({ message, whatToDo, error }: Told): Told {
	return {
		outcome: 'failed',
		reason: 'halted',
		message: `The run was halted before this template: ${message}`,
		...(whatToDo ? { whatToDo } : {}),
		...(error ? { error } : {}),
	};
}

/** What an exception of one input becomes, so that the others go on. */
export function inputFailed(error: unknown): Told {
	return {
		outcome: 'refused',
		reason: 'definition_invalid',
		message: error instanceof Error ? error.message : String(error),
		whatToDo: 'Correct the input of this item and run it again.',
	};
}

/** `Run this again from 2026-11-27 01:00 UTC.`; undefined where the time is not known. */
export const runAgainFrom = (possibleAt: string | undefined): string | undefined =>
	possibleAt && `Run this again from ${possibleAt.slice(0, 16).replace('T', ' ')} UTC.`;
