/** What the deployed notification answers: `NotificationState` of engine/notifications/notification-store.ts. */
export type NotificationState = { progress: 'none' } | CheckedState;

export interface CheckedState {
	progress: 'checked' | 'scheduled' | 'sending' | 'stopped' | 'finished';
	/** ISO time at which the next message may leave. */
	nextAt?: string;
	/** Why it stands still, and what to do. */
	note?: string;
	leftOut: number;
	/** All others; the numbers below are of these. */
	toSend: number;
	accepted: number;
	delivered: number;
	read: number;
	failed: number;
	unsent: number;
	unknown: number;
	waiting: number;
	/** Of what is still to be sent. */
	costWaiting: { total: number; currency: string; unknown: number };
}
