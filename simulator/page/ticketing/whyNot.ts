import { currentLanguage, t } from '../i18n.ts';
import { platformName } from '../platformName.ts';
import type { Platform, TicketingAction } from '../types.ts';
import { topicOf } from './actionNames.ts';

/**
 * Why some of these actions are greyed out: which ones a platform does not report, and which
 * platforms do, one sentence for all that the same platforms report; and which ones it reports by
 * no webhook.
 */
export function whyNot(
	platform: Platform,
	actions: readonly TicketingAction[],
	platforms: readonly Platform[],
): string[] {
	const missing = new Map<string, TicketingAction[]>();
	const reasons = new Set<string>();
	for (const action of actions) {
		if (platform.actions.includes(action)) continue;
		// Where nobody registers nobody pays: that needs no sentence.
		if (action === 'pay' && !platform.actions.includes('register')) continue;
		const own = platform.cannot[action];
		// The simulator speaks English; the sentence before says it in the reader's language.
		if (own !== undefined && currentLanguage() === 'en') reasons.add(own);
		const others = platforms.filter((one) => one.actions.includes(action));
		const names = listOf(others.map(platformName));
		missing.set(names, [...(missing.get(names) ?? []), action]);
	}
	const sentences = [...missing].map(([others, unreported]) => {
		const values = {
			platform: platformName(platform),
			actions: listOf(unreported.map(topicOf)),
		};
		return others === ''
			? t('nobodyReports', values)
			: `${t('notReported', values)} ${t('othersReport', { others })}`;
	});
	const silent = platform.arrival === 'poll' ? [] : actions.filter(isPolled(platform));
	if (silent.length > 0) reasons.add(t('onlyByApi', { actions: listOf(silent.map(topicOf)) }));
	return [...sentences, ...reasons];
}

const isPolled =
	({ polled }: Platform) =>
	(action: TicketingAction): boolean =>
		polled.includes(action);

function listOf(names: readonly string[]): string {
	return new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names);
}
