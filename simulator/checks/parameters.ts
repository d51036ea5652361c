import { GraphError } from '../graph/error.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import { fill, variablesOf, type Template } from '../template.ts';

/** A text that variables are filled into. */
export interface TextPart {
	kind: 'header' | 'body';
	/** What it is called in explanations. */
	label: string;
	/** Longest text after the variables are filled in. Source: Meta, "Template components". */
	longest: number;
}

export const HEADER: TextPart = { kind: 'header', label: 'header', longest: 60 };
export const BODY: TextPart = { kind: 'body', label: 'body', longest: 1024 };

/**
 * Checks the text parameters of a header or a body against the template's text and fills them in.
 *
 * @returns the text as the phone shows it
 * @throws {GraphError} 132000 count · 100 missing or wrong name · 132012 wrong kind · 131008 empty ·
 * 132018 line break, tab or more than four spaces · 132005 too long
 */
export function fillText(
	part: TextPart,
	template: Template,
	text: string,
	parameters: unknown[],
): string {
	const variables = variablesOf(text);
	if (parameters.length !== variables.length) {
		throw new GraphError(132000, { details: countDetails(part.label, parameters, variables) });
	}
	const values = new Map<string, string>();
	parameters.forEach((parameter, position) => {
		const given = asObject(parameter) ?? {};
		const name =
			template.parameter_format === 'NAMED'
				? readName(part, given, variables)
				: (variables.find((variable) => variable === String(position + 1)) ?? '');
		values.set(name, readValue(part, given));
	});
	if (values.size !== variables.length) {
		const given = [...values.keys()];
		throw new GraphError(132000, { details: countDetails(part.label, given, variables) });
	}
	const filled = fill(text, values);
	if ([...filled].length > part.longest) {
		throw new GraphError(132005, {
			details: `${part.label}: translated text is longer than ${part.longest} characters`,
		});
	}
	return filled;
}

/** Meta's words for a wrong number of parameters. */
export function countDetails(part: string, given: unknown[], expected: unknown[]): string {
	return (
		`${part}: number of localizable_params (${given.length}) does not match the expected ` +
		`number of params (${expected.length})`
	);
}

/** A text parameter's value, refused when WhatsApp could not show it. */
export function readTextValue(text: unknown): string {
	const value = asText(text);
	if (value === undefined || value.trim() === '') {
		throw new GraphError(131008, { details: 'Parameter of type text is missing text value' });
	}
	if (/[\n\r\t]| {5,}/.test(value)) {
		throw new GraphError(132018, {
			details: 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces',
		});
	}
	return value;
}

function readName({ label }: TextPart, given: JsonObject, variables: string[]): string {
	const name = asText(given['parameter_name']);
	if (name === undefined) {
		throw new GraphError(100, { details: 'Parameter name is missing or empty' });
	}
	if (!variables.includes(name)) {
		throw new GraphError(100, {
			details: `${label}: Parameter name (${name}) does not exist in the template`,
		});
	}
	return name;
}

function readValue({ kind, label }: TextPart, given: JsonObject): string {
	const type = asText(given['type']);
	if (type === 'text') return readTextValue(given['text']);
	if (kind === 'body' && (type === 'currency' || type === 'date_time')) {
		return readTextValue(asObject(given[type])?.['fallback_value']);
	}
	throw new GraphError(132012, {
		details: `${label}: Format mismatch, expected TEXT, received ${(type ?? 'unknown').toUpperCase()}`,
	});
}
