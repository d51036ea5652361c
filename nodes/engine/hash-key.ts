import type { FunctionsBase } from 'n8n-workflow';

/**
 * Key of the hashes that stand for the people of an account: in delivery keys, and for who opted out. The
 * instance keeps it for as long as n8n keeps its own encryption key.
 */
export const hashKeyOf = (
	context: Pick<FunctionsBase, 'getInstanceId'>,
	businessAccountId: string,
): string => `${context.getInstanceId()}/${businessAccountId}`;

/**
 * Key of the hashes that stand for people in the table of what was seen last. Event Messages knows no
 * WhatsApp account, so it is the instance's alone: whoever forgets a person computes it the same way.
 */
export const seenHashKeyOf = (context: Pick<FunctionsBase, 'getInstanceId'>): string =>
	`${context.getInstanceId()}/last-seen`;
