import { currentLanguage, t } from '../i18n.ts';
import type { Platform, TicketingAction } from '../types.ts';
import { actionName } from './actionNames.ts';

/**
 * Why some of these actions are greyed out: which ones a platform does not report, and which
 * platforms do. One sentence for all that the same platforms report.
 */
export function whyNot(
	platform: Platform,
	actions: readonly TicketingAction[],
	platforms: readonly Platform[],
): string[] {
	const missing = new Map<string, TicketingAction[]>();
	for (const action of actions) {
		if (platform.actions.includes(action)) continue;
		const others = platforms.filter((one) => one.actions.includes(action));
		const names = listOf(others.map(({ name }) => name));
		missing.set(names, [...(missing.get(names) ?? []), action]);
	}
	return [...missing].map(([others, unreported]) => {
		const values = {
			platform: platform.name,
			actions: listOf(unreported.map((action) => t('quoted', { text: actionName(action) }))),
		};
		return others === ''
			? t('nobodyReports', values)
			: `${t('notReported', values)} ${t('othersReport', { others })}`;
	});
}

function listOf(names: readonly string[]): string {
	return new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(names);
}
