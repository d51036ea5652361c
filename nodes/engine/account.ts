import type { FunctionsBase } from 'n8n-workflow';
import { accountFrom, type Account } from '../../core/account/account';

/** Name of the credential every node of this package uses. */
export const CREDENTIAL = 'whatsAppBusinessApi';

export async function readAccount(
	context: Pick<FunctionsBase, 'getCredentials'>,
): Promise<Account> {
	return accountFrom(await context.getCredentials(CREDENTIAL));
}
