import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { accountKey } from '../../core/account/account';
import { templateSource } from '../../core/templates/read-templates';
import { TemplateList, type ListPage, type ListSearch } from '../../core/templates/template-list';
import { readAccount } from './account';
import { n8nClock } from './clock';
import { nodeErrorFrom } from './node-error';
import { n8nTransport } from './transport';

/** An editor list must answer while one looks at it. */
export const LIST_TIMEOUT_MS = 15_000;

/** Lists read in this process, for a minute. */
export const templateList = new TemplateList(n8nClock);

/** One page of the account's templates, for the lists one chooses from. */
export async function templatePage(
	context: ILoadOptionsFunctions,
	wanted: ListSearch,
	after?: string,
): Promise<ListPage> {
	const account = await readAccount(context);
	const source = templateSource(account, n8nTransport(context, account.apiUrl), LIST_TIMEOUT_MS);
	return await templateList
		.page(accountKey(account), source, wanted, after)
		.catch((error: unknown) => {
			throw nodeErrorFrom(context, error);
		});
}
