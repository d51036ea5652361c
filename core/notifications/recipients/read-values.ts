import { isObject } from '../../templates/json';
import type { TemplateValues } from '../../templates/build-components';

/**
 * Values everybody gets, as a form or a node hands them in: an object, its JSON, or one line for each, `event_name = DevConf`.
 *
 * @throws {Error} for what is neither
 */
export function readValues(given: unknown): TemplateValues {
	if (given === undefined || given === null) return {};
	if (isObject(given)) return given;
	if (typeof given !== 'string') throw notValues(String(given));
	const text = given.trim();
	if (text === '') return {};
	if (text.startsWith('{')) return fromJson(text);
	return Object.fromEntries(
		text
			.split(/\r?\n/)
			.map((line) => line.trim())
			.filter((line) => line !== '')
			.map(fromLine),
	);
}

function fromJson(text: string): TemplateValues {
	try {
		const value: unknown = JSON.parse(text);
		if (isObject(value)) return value;
	} catch {
		// Told below.
	}
	throw notValues(text);
}

function fromLine(line: string): [string, string] {
	const [, name, value] = /^\{*\s*([A-Za-z0-9_]+)\s*\}*\s*[=:＝：]\s*(.*)$/.exec(line) ?? [];
	if (name === undefined || value === undefined) throw notValues(line);
	return [name, value];
}

const notValues = (text: string) =>
	new Error(
		`“${text.slice(0, 40)}” is no value for everybody: write each on a line of its own, e.g. event_name = Tokyo Tech Summit`,
	);
