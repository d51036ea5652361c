import {
	canGoLater,
	factsOfCode,
	type NotificationStanding,
	type OutcomeReason,
} from '../../engine';

/**
 * Whether it stands still for want of money, an account or a connection, or because its template is paused, and not because
 * somebody has stopped it.
 */
export function haltedForAccount({
	progress,
	halted,
}: Pick<NotificationStanding, 'progress' | 'halted'>): boolean {
	if (progress !== 'stopped' || halted === undefined) return false;
	const { reason, code } = halted;
	return canGoLater({
		...{ outcome: 'rejected', reason: reason as OutcomeReason },
		...(code === undefined ? {} : { meta: { ...factsOfCode(Number(code)), code: Number(code) } }),
	});
}
