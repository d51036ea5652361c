import { canGoLater, type NotificationStanding, type OutcomeReason } from '../../engine';

/** Whether it stands still for want of money, an account or a connection, and not because somebody has stopped it. */
export function haltedForAccount({
	progress,
	halted,
}: Pick<NotificationStanding, 'progress' | 'halted'>): boolean {
	if (progress !== 'stopped' || halted === undefined) return false;
	return canGoLater({ outcome: 'unsent', reason: halted.reason as OutcomeReason });
}
