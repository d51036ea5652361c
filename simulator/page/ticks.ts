import type { Message, Status } from './types.ts';

export type TickIcon = 'clock' | 'single' | 'double' | 'failed';

export interface Ticks {
	status: Status;
	icon: TickIcon;
	blue: boolean;
	/** Every step that happened, in the order of the ladder, with its time where it is known. */
	steps: { status: Status; at?: string }[];
	/** True once the message is on the person's phone. */
	arrived: boolean;
}

const ladder: Status[] = ['accepted', 'sent', 'delivered', 'read', 'failed'];
const icons: Record<Status, TickIcon> = {
	accepted: 'clock',
	sent: 'single',
	delivered: 'double',
	read: 'double',
	failed: 'failed',
};

export function ticksOf(message: Pick<Message, 'status' | 'statusAt' | 'at'>): Ticks {
	const status = message.status ?? 'accepted';
	const times: Partial<Record<Status, string>> = { accepted: message.at, ...message.statusAt };
	const steps = ladder
		.filter((step) => times[step] !== undefined || step === status)
		.map((step) => ({ status: step, at: times[step] }));
	return {
		status,
		icon: icons[status],
		blue: status === 'read',
		steps,
		arrived: status === 'delivered' || status === 'read',
	};
}

/**
 * How far a message has come. A picture taken later never has fewer steps, so the larger number
 * is the newer one when a snapshot and a live update cross on the way.
 */
export function progressOf(message: Pick<Message, 'status' | 'statusAt' | 'error'>): number {
	const steps = Object.keys(message.statusAt ?? {}).length;
	return steps * 10 + ladder.indexOf(message.status ?? 'accepted') + (message.error ? 1 : 0);
}
