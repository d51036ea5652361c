import type { TemplateDefinition } from '../definition';
import { RULES, type Rule, type RuleId } from './rules';

/** What is wrong with a template, where, and what to do about it. */
export interface Finding extends Found {
	severity: Rule['severity'];
	source: string;
}

export interface Found {
	rule: RuleId;
	/** `name`, `body`, `buttons[1].url`, `samples.first_name`, … */
	place: string;
	message: string;
	whatToDo: string;
	/** What tells the findings of one rule apart, for those who say it in another language. */
	about?: { word: string } | { empty: true };
}

export interface CheckContext {
	/** Other templates of the account, without the one this definition stands for. */
	others?: readonly TemplateDefinition[];
	/**
	 * Fewest words for each variable; one more is asked for the whole. Meta has such a limit (2388293)
	 * and keeps the figure to itself; providers measured two and one.
	 * @default 2
	 */
	wordsPerVariable?: number;
}

export type Check = (definition: TemplateDefinition, context: CheckContext) => Found[];

/** A finding if something is wrong, none otherwise: rules read as lists of these. */
export function when(
	wrong: boolean,
	rule: RuleId,
	place: string,
	message: string,
	whatToDo: string,
	about?: Found['about'],
): Found[] {
	return wrong ? [{ rule, place, message, whatToDo, ...(about && { about }) }] : [];
}

/** A finding with what its rule says. */
export function withRule(found: Found): Finding {
	const { severity, source } = RULES[found.rule];
	return { ...found, severity, source };
}
