/** Whether a path is a pattern of several: `templates/**`, `*.json`, `{en,ja}.json`. */
export const isPattern = (path: string): boolean => /[*?{}[\]]/.test(path);

/** The folder below which everything lies that a pattern can mean. */
export function rootOf(pattern: string): string {
	const parts = pattern.split('/');
	const fixed = parts.slice(0, parts.findIndex(isPattern));
	if (fixed.length === 0) return '.';
	return fixed.join('/') || '/';
}

/**
 * A pattern → what paths with forward slashes have to look like: `*` and `?` within one name, `**`
 * across folders, `{a,b}` either, `[ab]` one of these letters.
 */
export function toRegExp(pattern: string): RegExp {
	let inBraces = 0;
	const source = pattern.replace(
		/\*\*\/|\*\*|\*|\?|\{|\}|,|\[[^\]/]+\]|[\\^$+.()|[\]]/g,
		(sign) => {
			if (sign === '**/') return '(?:[^/]+/)*';
			if (sign === '**') return '.*';
			if (sign === '*') return '[^/]*';
			if (sign === '?') return '[^/]';
			if (sign === '{') {
				inBraces += 1;
				return '(?:';
			}
			if (sign === '}' && inBraces > 0) {
				inBraces -= 1;
				return ')';
			}
			if (sign === ',') return inBraces > 0 ? '|' : ',';
			if (sign.length > 1) return sign.replace(/^\[!/, '[^').replace(/\\/g, '\\\\');
			return `\\${sign}`;
		},
	);
	return new RegExp(`^${source}${')'.repeat(inBraces)}$`);
}
