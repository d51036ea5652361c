import { TemplateCache } from '../../core/templates/template-cache';
import type { TemplateSource } from '../../core/templates/read-templates';
import type { Transport } from '../../core/ports';
import type { Account } from './account';
import { n8nClock } from './clock';

/** Templates read in this process, for minutes. */
export const templateCache = new TemplateCache(n8nClock);

/** Tells accounts apart in the cache. */
export const accountKey = (account: Account) => `${account.apiUrl}/${account.businessAccountId}`;

export function templateSource(
	account: Account,
	transport: Transport,
	timeoutMs: number,
): TemplateSource {
	return {
		transport,
		version: account.apiVersion,
		businessAccountId: account.businessAccountId,
		timeoutMs,
	};
}
