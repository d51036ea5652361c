import type { TemplateComponent } from './types.ts';

/**
 * The samples of a text: `header_text_named_params` and `body_text_named_params` by name, `header_text` and
 * `body_text` by position. Source: Meta, "Template components".
 */
export function sampleValues({ type, example }: TemplateComponent): Map<string, string> {
	const part = type.toLowerCase();
	const values = new Map<string, string>();
	const named = example?.[`${part}_text_named_params`];
	if (Array.isArray(named)) {
		for (const one of named as { param_name?: unknown; example?: unknown }[]) {
			values.set(String(one?.param_name), String(one?.example ?? ''));
		}
	}
	const positional = [example?.[`${part}_text`]].flat(2);
	positional.forEach((value, at) => {
		if (value !== undefined) values.set(String(at + 1), String(value));
	});
	return values;
}

/** The text with samples in place; a variable without one stays as it is. */
export function filled(text: string, values: ReadonlyMap<string, string>): string {
	return text.replace(
		/\{\{\s*([^{}]+?)\s*\}\}/g,
		(whole, name: string) => values.get(name) ?? whole,
	);
}
