const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** The placeholders of a text in order, each once: `Hi {{first_name}}` → `['first_name']`. */
export function placeholdersOf(text: string | undefined): string[] {
	const known = typeof text === 'string' ? text : '';
	return [...new Set([...known.matchAll(PLACEHOLDER)].map((match) => match[1] as string))];
}

/** Text with its placeholders replaced; what has no value stays as it is written. */
export function fillText(text: string, values: Record<string, string>): string {
	return text.replace(PLACEHOLDER, (whole, name: string) =>
		Object.hasOwn(values, name) ? (values[name] as string) : whole,
	);
}

/** Meta fills {{1}} with the first value, wherever a translation puts it in the sentence. */
export function inPosition(names: string[]): string[] {
	return names.some(isNamed) ? names : [...names].sort((a, b) => Number(a) - Number(b));
}

export const isNamed = (name: string): boolean => !/^\d+$/.test(name);

/** `first_name` → `First Name`; `1` → `Variable 1`. */
export function labelOf(name: string): string {
	if (!isNamed(name)) return `Variable ${name}`;
	return name
		.split('_')
		.filter(Boolean)
		.map((word) => word[0]?.toUpperCase() + word.slice(1))
		.join(' ');
}
