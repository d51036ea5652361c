import { asArray, asObject, asText } from '../json.ts';
import { variablesOf, type TemplateComponent } from '../template.ts';
import { refusal, type Reason } from './refusal.ts';

/** Words that a body needs for each variable. Meta has not published its figure; reference §11. */
const WORDS_PER_VARIABLE = 2;

/** Which text is looked at, and what a badly made one is called. */
interface Place {
	type: 'HEADER' | 'BODY';
	reason: Reason;
	format: string;
}

/**
 * Checks the variables of a text and their samples. Source: Meta, "Template components", reference §2.
 *
 * @throws {GraphError} badly written or numbered · at the start or the end · too many for the text ·
 * without a sample
 */
export function checkVariables(text: string, component: TemplateComponent, place: Place): void {
	const left = text.replace(/\{\{[^{}]*\}\}/g, '');
	const variables = variablesOf(text);
	const fail = (why: string) => refusal(place.reason, why);
	if (/\{\{|\}\}/.test(left) || /\{\{\s*\}\}/.test(text)) {
		throw fail('Variable parameters must be written with two curly brackets: {{1}}.');
	}
	if (place.format === 'NAMED') {
		const wrong = variables.find((name) => !/^[a-z][a-z0-9_]*$/.test(name));
		if (wrong !== undefined) {
			throw fail(
				`The variable {{${wrong}}} must be a name of lowercase letters, numbers and underscores.`,
			);
		}
	} else if (variables.some((name) => !/^\d+$/.test(name))) {
		throw fail('Variable parameters must be whole numbers with two sets of curly brackets.');
	} else if (variables.some((name) => Number(name) < 1 || Number(name) > variables.length)) {
		throw fail('Variables must be numbered in sequence from {{1}}.');
	}
	if (place.type === 'BODY') checkPosition(text, variables.length);
	if (variables.length > 0) checkSamples(component, place, variables);
}

function checkPosition(text: string, count: number): void {
	const bare = text.replace(/^[\s\p{P}]*(?=\{\{)/u, '').replace(/(?<=\}\})[\s\p{P}]*$/u, '');
	if (bare.startsWith('{{') || bare.endsWith('}}')) {
		throw refusal('edge', "Variables can't be at the start or end of the template.");
	}
	if (count > 0 && wordsOf(text) < count * WORDS_PER_VARIABLE + 1) {
		throw refusal(
			'ratio',
			'This template has too many variables for its length. Reduce the number of variables or ' +
				'increase the message length.',
		);
	}
}

/** Words as people count them, in scripts without spaces too. */
function wordsOf(text: string): number {
	const plain = text.replace(/\{\{[^{}]*\}\}/g, ' ');
	const segments = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(plain);
	return [...segments].filter((segment) => segment.isWordLike).length;
}

function checkSamples(component: TemplateComponent, place: Place, variables: string[]): void {
	const key = place.type === 'BODY' ? 'body_text' : 'header_text';
	const example = component.example ?? {};
	const given =
		place.format === 'NAMED'
			? asArray(example[`${key}_named_params`]).flatMap((one) => {
					const sample = asObject(one);
					return asText(sample?.['example']) ? (asText(sample?.['param_name']) ?? []) : [];
				})
			: flat(example[key]).flatMap((sample, index) => (asText(sample) ? String(index + 1) : []));
	const complete =
		variables.every((name) => given.includes(name)) && given.length === variables.length;
	if (!complete) {
		throw refusal(
			'missing',
			`component of type ${place.type} is missing expected field(s) (example)`,
		);
	}
}

/** `[["a", "b"]]`, `["a", "b"]` and `"a"` alike: Meta's own examples have all three. */
function flat(samples: unknown): unknown[] {
	if (typeof samples === 'string') return [samples];
	const list = asArray(samples);
	return Array.isArray(list[0]) ? (list[0] as unknown[]) : list;
}
