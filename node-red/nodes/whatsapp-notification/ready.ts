import type { NodeAPI } from 'node-red';
import { keyBaseOf, missingForSending, NodeFailure, type AccountNode } from '../../engine';
import type { NotificationConfig } from './config';
import { NotificationRecord } from './notification-record';
import type { NotificationStatus } from './notification-status';
import { own } from './owners';

/** What every command works with. */
export interface Ready {
	account: AccountNode;
	record: NotificationRecord;
}

export interface ReadyPorts {
	RED: NodeAPI;
	config: NotificationConfig;
	account: AccountNode | undefined;
	status: NotificationStatus;
}

/** The name a notification goes by in the store. */
export const idOf = ({ notification }: NotificationConfig): string =>
	String(notification ?? '').trim();

/**
 * @param node whose notification it is from now on
 * @throws {NodeFailure} where the node cannot work as it is; the status says so, too
 */
export function readyNotification(
	node: object,
	{ RED, config, account, status }: ReadyPorts,
): Ready {
	if (!account) {
		status.missingAccount();
		throw new NodeFailure(RED._('log.no-account'), 'account_missing');
	}
	const missing = missingForSending(account.account);
	if (missing) {
		status.missingAccount();
		throw new NodeFailure(RED._('log.incomplete-account', { missing }), 'account_incomplete');
	}
	const id = idOf(config);
	try {
		keyBaseOf(id);
	} catch (error) {
		status.wrongId();
		throw new NodeFailure((error as Error).message, 'input_invalid');
	}
	if (!own(id, node)) {
		status.taken();
		throw new NodeFailure(RED._('log.taken', { id } as never), 'notification_taken');
	}
	return { account, record: new NotificationRecord(RED, config, account, id) };
}
