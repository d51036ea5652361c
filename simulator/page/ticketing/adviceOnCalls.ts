import { adviceForAll } from '../advice.ts';
import { t } from '../i18n.ts';
import type { Forgery, Platform, TicketingAction, TicketingCall } from '../types.ts';

export interface Said {
	advice: string;
	good: boolean;
}

/** What to make of the answers to an action, in a sentence. */
export function adviceOnAction(
	platform: Platform,
	action: TicketingAction,
	calls: readonly TicketingCall[],
): Said {
	if (calls.length === 0) return nothingSent(platform, action);
	const advice = adviceForAll(calls);
	const good = advice === 'adviceAnswered';
	const quiet = good && action === 'update-ticket';
	return { advice: t(quiet ? 'adviceNoMessage' : advice), good };
}

function nothingSent(platform: Platform, action: TicketingAction): Said {
	if (platform.arrival === 'poll') return { advice: t('advicePolled'), good: true };
	if (platform.polled.includes(action)) return { advice: t('adviceOnlyApi'), good: true };
	if (platform.targets.length === 0) return { advice: t('adviceNobodyListens'), good: false };
	const listens = platform.targets.some(({ actions }) => actions?.includes(action) ?? true);
	return { advice: t(listens ? 'adviceSaidNothing' : 'adviceNotSubscribed'), good: listens };
}

/** What to make of the answers to a webhook that was sent again; a forged one should be refused. */
export function adviceOnResend(calls: readonly TicketingCall[], forge?: Forgery): Said {
	const advice = adviceForAll(calls);
	if (forge === undefined) {
		const taken = advice === 'adviceAnswered';
		return { advice: t(taken ? 'adviceDuplicate' : advice), good: taken };
	}
	if (calls.some(isTaken)) {
		const word = forge === 'signature' ? 'adviceForgeryTaken' : 'adviceSpoiltTaken';
		return { advice: t(word), good: false };
	}
	const refused = calls.every(isRefused);
	return { advice: t(refused ? 'adviceForgeryRefused' : advice), good: refused };
}

export const isTaken = ({ status = 0 }: TicketingCall): boolean => status >= 200 && status < 300;

/** By the workflow itself: 404 is an engine that does not know the address. */
export const isRefused = ({ status = 0 }: TicketingCall): boolean =>
	status >= 400 && status < 500 && status !== 404;
