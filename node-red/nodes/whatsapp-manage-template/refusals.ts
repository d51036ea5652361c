import { kindOfPayload, NodeFailure, type AccountNode } from '../../engine';
import type { ManageTemplateConfig } from './config';
import type { Inputs } from './inputs';
import type { ManageStatus } from './manage-status';

/**
 * The account, where it can be used.
 *
 * @throws {NodeFailure} where it cannot
 */
export function readyAccount(account: AccountNode | undefined, status: ManageStatus): AccountNode {
	if (!account) {
		status.problem('no-account');
		throw new NodeFailure(
			'No account is chosen, or it was deleted. Open the node and choose one.',
			'account_missing',
		);
	}
	const { accessToken, businessAccountId } = account.account;
	if (accessToken && businessAccountId) return account;
	status.problem('incomplete-account');
	const missing = accessToken ? 'WhatsApp Business Account ID' : 'Access Token';
	throw new NodeFailure(
		`The account has no ${missing}. Open the account and fill it in.`,
		'account_incomplete',
	);
}

const READING = ['check', 'preview', 'apply', 'submit', 'saveDraft'];

/**
 * A message without anything that could be a definition is the flow's mistake, and no template that is
 * wrong.
 *
 * @throws {NodeFailure} for such a message
 */
export function requireDefinition(
	config: ManageTemplateConfig,
	{ brought: [given], isList }: Inputs,
	status: ManageStatus,
): void {
	const { definitionFrom = 'message', definition = 'payload', definitionType = 'msg' } = config;
	if (!READING.includes(config.operation) || definitionFrom !== 'message' || isList) return;
	const isObject = typeof given === 'object' && given !== null && !Buffer.isBuffer(given);
	if (isObject || typeof given === 'string') return;
	status.problem('wrong-input');
	throw new NodeFailure(
		`${definitionType}.${definition} is ${kindOfPayload(given)}, and no template definition. Send a definition, a list of them, or their JSON text.`,
		'input_invalid',
	);
}
