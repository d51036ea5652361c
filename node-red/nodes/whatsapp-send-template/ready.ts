import { kindOfPayload, missingForSending, NodeFailure, type AccountNode } from '../../engine';
import type { SendTemplateConfig } from './config';
import type { SendStatus } from './send-status';

/** @throws {NodeFailure} where the account is not there, or has not all that sending needs */
export function readyAccount(account: AccountNode | undefined, status: SendStatus): AccountNode {
	if (!account) {
		status.missingAccount();
		throw new NodeFailure(
			'No account is chosen, or it was deleted. Open the node and choose one.',
			'account_missing',
		);
	}
	const missing = missingForSending(account.account);
	if (missing) {
		status.incompleteAccount();
		throw new NodeFailure(
			`The account has no ${missing}. Open the account and fill it in.`,
			'account_incomplete',
		);
	}
	return account;
}

/**
 * A message of the wrong shape is the flow's mistake, not a recipient without a phone number.
 *
 * @throws {NodeFailure}
 */
export function requirePayload(
	payload: unknown,
	{ to = '', toType = 'msg' }: SendTemplateConfig,
	status: SendStatus,
): void {
	const is = kindOfPayload(payload);
	if (toType !== 'msg' || !to.startsWith('payload.') || is === 'an object') return;
	status.wrongInput();
	throw new NodeFailure(
		`msg.payload is ${is}, but To is read from msg.${to}. Send an object with this field, or a list of them.`,
		'input_invalid',
	);
}
