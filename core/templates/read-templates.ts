import type { Account } from '../account/account';
import { graphPath } from '../graph/address';
import { readAllPages, readPage } from '../graph/pages';
import type { Transport } from '../ports';
import { readTemplate, TEMPLATE_FIELDS, type MessageTemplate } from './template';

export interface TemplateSource {
	transport: Transport;
	version: string;
	businessAccountId: string;
	timeoutMs: number;
}

/** Where the templates of an account are read. */
export const templateSource = (
	{ apiVersion, businessAccountId }: Pick<Account, 'apiVersion' | 'businessAccountId'>,
	transport: Transport,
	timeoutMs: number,
): TemplateSource => ({ transport, version: apiVersion, businessAccountId, timeoutMs });

export interface TemplateFilter {
	/** Words of the name or the content. */
	search?: string;
	/** Only this status, e.g. `APPROVED`. */
	status?: string;
	name?: string;
}

/** Meta's largest useful page; the default of 25 would take forty calls for a thousand templates. */
const PAGE_SIZE = 100;

/**
 * One page of the account's templates, for lists one scrolls through
 * (`GET /{waba}/message_templates`, filters `name_or_content`, `status`, `name`).
 */
export async function readTemplatePage(
	source: TemplateSource,
	filter: TemplateFilter = {},
	after?: string,
): Promise<{ templates: MessageTemplate[]; after?: string }> {
	const page = await readPage(
		source.transport,
		'Reading the templates',
		request(source, filter),
		after,
	);
	return { templates: templatesOf(page.data), after: page.after };
}

/**
 * All translations of one template, whatever their status. Meta's `name` filter also finds names
 * that merely contain the word, so the exact ones are kept.
 */
export async function readTranslations(
	source: TemplateSource,
	name: string,
): Promise<MessageTemplate[]> {
	const all = await readAllPages(
		source.transport,
		`Reading the template ${name}`,
		request(source, { name }),
	);
	return templatesOf(all).filter((template) => template.name === name);
}

function request(source: TemplateSource, filter: TemplateFilter) {
	const query: Record<string, string> = { fields: TEMPLATE_FIELDS, limit: String(PAGE_SIZE) };
	if (filter.search) query.name_or_content = filter.search;
	if (filter.status) query.status = filter.status;
	if (filter.name) query.name = filter.name;
	return {
		path: graphPath(source.version, source.businessAccountId, 'message_templates'),
		query,
		timeoutMs: source.timeoutMs,
	};
}

function templatesOf(data: unknown[]): MessageTemplate[] {
	return data.map(readTemplate).filter((template) => template !== undefined);
}
