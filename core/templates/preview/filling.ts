import { asText } from '../build-components';
import type { JsonObject } from '../json';
import { isObject } from '../json';
import { readExample } from '../meta-samples';
import { mark, plainText, withoutMarks, type MarkedText } from './marked-text';
import type { Inline, PreviewModelOptions } from './model';

/** What one value can be drawn from, best first: its value, a reference, its sample, its name. */
export interface Wanted {
	/** Ids under which the value may have been given. */
	ids: string[];
	/** What stands in the braces where nothing is known. */
	name: string;
	sample?: string;
	/** What stands before it already; a value that repeats it, as people write links, loses it. */
	start?: string;
}

/** How the variables of a template are filled, from values, references and samples. */
export class Filling {
	constructor(private readonly options: PreviewModelOptions) {}

	/** The value given under one of the ids. */
	value(ids: string[]): unknown {
		const values = this.options.values ?? {};
		const id = ids.find((one) => Object.hasOwn(values, one) && isGiven(values[one]));
		return id === undefined ? undefined : values[id];
	}

	/** One value by itself: a file name, a code, the end of a link. */
	one(wanted: Wanted): Inline[] {
		const atoms: Inline[] = [];
		return plainText(this.marked(wanted, atoms), atoms);
	}

	/** The same, and nothing where neither value nor reference is given. */
	given(ids: string[]): Inline[] | undefined {
		const { references = {} } = this.options;
		const known = this.value(ids) !== undefined || ids.some((id) => Object.hasOwn(references, id));
		return known ? this.one({ ids, name: ids[0] ?? '' }) : undefined;
	}

	/** A text of the template with its variables filled; `wanted` says what belongs into one. */
	text(text: string, wanted: (name: string) => Wanted): MarkedText {
		const atoms: Inline[] = [];
		const filled = withoutMarks(text).replace(
			/\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g,
			(_whole, name: string) => this.marked(wanted(name), atoms),
		);
		return { text: filled, atoms };
	}

	private marked({ ids, name, sample, start }: Wanted, atoms: Inline[]): string {
		const { references = {}, samples = 'shown' } = this.options;
		const id = ids.find((one) => Object.hasOwn(references, one));
		if (id !== undefined) return mark(atoms, { kind: 'reference', id, text: references[id] ?? '' });
		const value = textOf(this.value(ids));
		if (value !== undefined) return withoutMarks(start ? withoutStart(value, start) : value);
		const known = sample === undefined ? '' : withoutMarks(sample);
		if (known.trim() === '')
			return mark(atoms, { kind: 'variable', id: ids[0] ?? name, text: `{{${name}}}` });
		return samples === 'shown'
			? known
			: mark(atoms, { kind: 'sample', id: ids[0] ?? name, text: known });
	}
}

const withoutStart = (text: string, start: string) =>
	text.startsWith(start) ? text.slice(start.length) : text;

const isGiven = (value: unknown) => value !== undefined && value !== null && textOf(value) !== '';

/** A value as a person would read it: the link or the id of a file, the name of a place. */
function textOf(value: unknown): string | undefined {
	if (!isObject(value)) return Array.isArray(value) ? value.map(asText).join(', ') : asText(value);
	return asText(value.link ?? value.name ?? value.id ?? value.filename) ?? JSON.stringify(value);
}

/** The samples Meta keeps of a text, by variable name; also in the shapes only old templates have. */
export function samplesOf(
	component: JsonObject | undefined,
	part: 'header' | 'body',
): Map<string, string> {
	const { text, example } = component ?? {};
	if (typeof text !== 'string' || !isObject(example)) return new Map();
	const flat = example[`${part}_text`];
	const row = typeof flat === 'string' ? [flat] : flat;
	const nested = part === 'body' && Array.isArray(row) && !Array.isArray(row[0]) ? [row] : row;
	const tidy = flat === undefined ? example : { ...example, [`${part}_text`]: nested };
	return new Map(readExample(tidy, part, text) ?? []);
}
