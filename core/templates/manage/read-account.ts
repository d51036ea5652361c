import { graphPath } from '../../graph/address';
import { readPage } from '../../graph/pages';
import type { TemplateSource } from '../read-templates';
import {
	ACCOUNT_TEMPLATE_FIELDS,
	readAccountTemplate,
	type AccountTemplate,
} from './account-template';
import type { TemplateListFilter } from './run';

/** Meta's largest useful page. */
const PAGE_SIZE = 100;

/** More pages than the 6,000 templates of the largest account take. */
const MOST_PAGES = 100;

/** All templates of an account, and how many it may have. */
export interface AccountTemplates {
	templates: AccountTemplate[];
	/** 250, or 6,000 for a verified business; undefined where Meta does not say. */
	limit?: number;
	/** How many the account has; undefined where Meta does not say. */
	count?: number;
}

/**
 * Reads the templates of an account, whatever their status
 * (`GET /{waba}/message_templates`, `summary=message_template_count,message_template_limit`).
 *
 * @throws {GraphCallError} when Meta refuses
 * @throws {TransportError} when no answer came
 */
export async function readAccountTemplates(
	source: TemplateSource,
	filter: TemplateListFilter & { name?: string } = {},
): Promise<AccountTemplates> {
	const templates: AccountTemplate[] = [];
	const { limit: most = Infinity } = filter;
	const request = {
		path: graphPath(source.version, source.businessAccountId, 'message_templates'),
		query: queryFor(filter),
		timeoutMs: source.timeoutMs,
	};
	let summary: Record<string, unknown> = {};
	let after: string | undefined;
	for (let pages = 0; pages < MOST_PAGES && templates.length < most; pages++) {
		const page = await readPage(source.transport, 'Reading the templates', request, after);
		templates.push(...page.data.map(readAccountTemplate).filter((one) => one !== undefined));
		summary = page.summary ?? summary;
		if (!page.after || page.after === after) break;
		after = page.after;
	}
	return {
		templates: templates.slice(0, most),
		limit: numberOf(summary.message_template_limit),
		count: numberOf(summary.message_template_count),
	};
}

/** All translations of one name. Meta's `name` filter also finds names that merely contain the word. */
export async function readTranslationsOf(
	source: TemplateSource,
	name: string,
): Promise<AccountTemplate[]> {
	const { templates } = await readAccountTemplates(source, { name });
	return templates.filter((template) => template.name === name);
}

function queryFor(filter: TemplateListFilter & { name?: string }): Record<string, string> {
	const { search, status, category, language, name } = filter;
	return {
		fields: ACCOUNT_TEMPLATE_FIELDS,
		limit: String(Math.min(PAGE_SIZE, filter.limit ?? PAGE_SIZE)),
		summary: 'message_template_count,message_template_limit',
		...(search ? { name_or_content: search } : {}),
		...(status ? { status } : {}),
		...(category ? { category } : {}),
		...(language ? { language } : {}),
		...(name ? { name } : {}),
	};
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
