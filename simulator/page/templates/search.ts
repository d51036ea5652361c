import { categoryName } from '../i18n.ts';
import { languageName } from '../languageNames.ts';
import { inOrder, isWaiting } from './status.ts';
import type { Template } from './types.ts';

/** The reviewer's inbox first, the longest wait on top; then by name. */
export function inboxFirst(templates: readonly Template[]): Template[] {
	return [...templates].sort((a, b) => {
		const [first, second] = [isWaiting(a), isWaiting(b)];
		if (first !== second) return first ? -1 : 1;
		if (first) {
			const times = compare(a.last_updated_time ?? '', b.last_updated_time ?? '');
			if (times !== 0) return times;
		}
		return compare(a.name, b.name) || compare(a.language, b.language);
	});
}

/** Plain order of characters: names are ASCII, and a collator is slow on hundreds. */
function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** How many templates there are of each status, in a reviewer's order. */
export function countByStatus(templates: readonly Template[]): [status: string, count: number][] {
	const counts = new Map<string, number>();
	for (const { status } of templates) counts.set(status, (counts.get(status) ?? 0) + 1);
	return inOrder(counts.keys()).map((status) => [status, counts.get(status) ?? 0]);
}

// What is searched of a template is put together once, not with every key.
const texts = new WeakMap<Template, string>();

/** Whether every word of a search is in the name, language, category or a text of a template. */
export function answers(template: Template, query: string): boolean {
	const words = plain(query).split(/\s+/).filter(Boolean);
	if (words.length === 0) return true;
	let text = texts.get(template);
	if (text === undefined) {
		text = plain(textOf(template));
		texts.set(template, text);
	}
	return words.every((word) => text.includes(word));
}

function textOf({ name, language, category, components }: Template): string {
	return [
		name,
		name.replaceAll('_', ' '),
		language,
		languageName(language),
		category,
		categoryName(category),
		...components.flatMap(({ text, buttons }) => [text, ...(buttons ?? []).map((one) => one.text)]),
	].join('\n');
}

/** Width and case of letters make no difference. */
function plain(text: string): string {
	return text.normalize('NFKC').toLowerCase();
}
