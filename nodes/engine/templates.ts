import type { Account } from '../../core/account/account';
import type { Transport } from '../../core/ports';
import type { TemplateSource } from '../../core/templates/read-templates';
import { TemplateCache } from '../../core/templates/template-cache';
import { n8nClock } from './clock';

/** Templates read in this process, for minutes. */
export const templateCache = new TemplateCache(n8nClock);

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
