import type { MessageStatus, PhoneMessage } from '../phones/message.ts';

const RANK: Readonly<Record<MessageStatus, number>> = {
	accepted: 0,
	sent: 1,
	failed: 2,
	delivered: 3,
	read: 4,
};

/** Notes a status with its time; the message's own status only ever climbs. */
export function climb(message: PhoneMessage, status: MessageStatus, at: string): void {
	message.statusAt = { ...message.statusAt, [status]: at };
	if (RANK[status] > RANK[message.status ?? 'accepted']) message.status = status;
}
