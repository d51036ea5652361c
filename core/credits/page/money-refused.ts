import { text } from '../../notifications/report/draw';
import type { CreditsPageFacts } from './facts';
import type { Formats } from './format';
import { fill } from './words';

/** When WhatsApp last refused for money, as long as that counts. */
export const moneyRefusedAt = ({ balance }: CreditsPageFacts): string | undefined =>
	balance?.lastMoneyError;

/** In the reader's words, escaped; undefined where nothing was refused. */
export function moneyRefusedLine(facts: CreditsPageFacts, formats: Formats): string | undefined {
	const at = moneyRefusedAt(facts);
	return at && text(fill(formats.words.moneyRefused, { time: formats.time(at) }));
}

/** What happened and what to do: before all numbers, because own credits can be left while Meta refuses. */
export function moneyWarning(facts: CreditsPageFacts, formats: Formats): string[] {
	const line = moneyRefusedLine(facts, formats);
	if (!line) return [];
	const { moneyRefusedWhatToDo, ownCredits } = formats.words;
	const own = facts.balance?.kind === 'prepaid' ? [text(ownCredits)] : [];
	return [`${line}${formats.locale === 'ja' ? '。' : '.'}`, text(moneyRefusedWhatToDo), ...own];
}
