import type { Notice } from '../notice';
import { Compared, type CompareOptions, type Comparison } from './comparison';
import type { SeenRow } from './seen-row';
import { seeSession, seeSpeaker } from './sessions';
import { seeSite, seeSponsor } from './sponsors';
import { seeRegistration, seeReassignment, seeUpdate } from './tickets';

/**
 * Notices, and states of platforms that only say what is now, beside what was seen last → notices of
 * what happened.
 *
 * Answering the same report again gives the same notices with the same versions: what was told
 * before is a duplicate for the sender, what was lost on the way is told after all.
 *
 * @param rows every row of `aboutsOf(notices)`
 */
export function compareWithSeen(
	notices: readonly Notice[],
	rows: readonly SeenRow[],
	options: CompareOptions,
): Comparison {
	const seen = new Compared(rows, options);
	for (const notice of notices) {
		if (notice.test && !options.includeTest) seen.notices.push(notice);
		else see(notice, seen);
	}
	return seen.result();
}

function see(notice: Notice, seen: Compared): void {
	switch (notice.type) {
		case 'registration.completed':
			return seeRegistration(notice, seen);
		case 'ticket.reassigned':
			return seeReassignment(notice, seen);
		case 'ticket.updated':
			return seeUpdate(notice, seen);
		case 'session.updated':
			return seeSession(notice, seen);
		case 'session.speaker_added':
		case 'session.speaker_removed':
			return seeSpeaker(notice, seen);
		case 'sponsor.updated':
		case 'sponsor.proposal_received':
		case 'sponsor.proposal_denied':
		case 'sponsor.confirmed':
			return seeSponsor(notice, seen);
		case 'event.site_live':
			return seeSite(notice, seen);
		case 'order.cancelled':
		case 'ticket.cancelled':
			seen.notices.push(notice);
	}
}
