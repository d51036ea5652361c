import type { ResultRow } from '../../engine';

/** A check as a page, and whose names and values stand on it. */
export interface CheckPage {
	html: string;
	keys: string[];
}

/**
 * The pages of checks show names and messages, so they are kept in memory only: they outlive a deployment, and
 * end with the process.
 */
const pages = new Map<string, CheckPage>();

export const keepCheckPage = (id: string, page: CheckPage): void => void pages.set(id, page);

/** Undefined where there is none any more, or where somebody on it was forgotten meanwhile. */
export function checkPageOf(id: string, rows: readonly ResultRow[]): string | undefined {
	const page = pages.get(id);
	if (!page) return undefined;
	const keys = new Set(rows.map(({ key }) => key));
	if (page.keys.every((key) => keys.has(key))) return page.html;
	pages.delete(id);
	return undefined;
}
