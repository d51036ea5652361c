import type { TemplateComponent } from './template';

/** `example.body_text: [["a","b"]]`, `header_text: ["a"]`, or `*_named_params: [{param_name, example}]`. */
export function samplesOf(
	component: TemplateComponent | undefined,
	key: string,
	names: string[],
): Map<string, string> {
	const named = component?.example?.[`${key}_named_params`];
	if (Array.isArray(named)) {
		return new Map(named.map((entry) => [String(entry?.param_name), String(entry?.example ?? '')]));
	}
	const positional = component?.example?.[key];
	const first =
		Array.isArray(positional) && Array.isArray(positional[0]) ? positional[0] : positional;
	if (!Array.isArray(first)) return new Map();
	return new Map(names.map((name, index) => [name, String(first[index] ?? '')]));
}
