import type { NodeAPI } from 'node-red';
import { checkList } from './check-list';
import { keepCheckPage } from './check-pages';
import type { NotificationConfig } from './config';
import type { NotificationStatus } from './notification-status';
import type { Ready } from './ready';

export interface CheckPorts {
	RED: NodeAPI;
	config: NotificationConfig;
	status: NotificationStatus;
}

/**
 * Checks a list, and puts it in the place of the one before: nothing leaves before somebody says send.
 *
 * @param language of the page: `en`, `ja`
 * @returns what goes to the outputs: the check, and who is left out
 * @throws {NodeFailure} where the list cannot be read at all, or no template is chosen
 */
export async function checkCommand(
	{ RED, config, status }: CheckPorts,
	{ account, record }: Ready,
	list: unknown,
	language: string,
): Promise<[check: object, leftOut: object[]]> {
	status.checking();
	const { id } = record;
	const { checked, rows, summary, page } = await checkList(RED, config, account, list, {
		id,
		language,
	}).catch(async (error: unknown) => {
		status.failed();
		throw error;
	});
	await record.store.replace(id, rows);
	keepCheckPage(id, page);
	const waiting = (await record.rows()).filter(({ state }) => state === 'waiting').length;
	const sentBefore = summary.ready - waiting;
	const message =
		sentBefore > 0 ? `${summary.message}; ${sentBefore} of them have it already` : summary.message;
	await record.stand('checked', { message });
	await status.showStanding(record);
	return [
		{ topic: 'check', payload: { ...summary, sentBefore, message }, html: page.html },
		checked.leftOut.map((left) => ({ topic: 'left_out', payload: left })),
	];
}
