import { drawCard, text } from '../../notifications/report/draw';
import { cardFor, RATE_CARDS } from '../rate-card';
import type { CreditsPageFacts } from './facts';
import type { Formats } from './format';
import type { SpendFigures } from './spend-figures';
import { fill } from './words';

/** What each number comes from, and as of when. */
export function drawEvidence(
	{ spend, balance, health, cards = RATE_CARDS }: CreditsPageFacts,
	{ figures, hasHistory, now }: { figures?: SpendFigures; hasHistory: boolean; now: number },
	{ words, time, day, timeZone, sentence }: Formats,
): string {
	const items: string[] = [];
	if (balance)
		items.push(
			text(fill(words.evidenceBalance, { time: time(balance.asOf) })) +
				drawSentences([balance.message, ...balance.evidence].map(sentence)),
		);
	if (balance?.kind === 'prepaid') items.push(text(words.ownCredits));
	if (hasHistory) items.push(text(words.evidenceBalanceTime));
	if (figures?.perDay !== undefined && balance?.amount !== undefined)
		items.push(text(words.evidencePace));
	if (spend && figures) {
		const [from = '', until = ''] = [figures.days[0]?.day, figures.days.at(-1)?.day];
		const said = { from: day(from), until: day(until), timeZone: timeZone.replace(/_/g, ' ') };
		items.push(
			text(fill(words.evidenceSpend, said)) + drawSentences((spend.notes ?? []).map(sentence)),
		);
		const card = figures.estimated
			? cardFor(cards, { currency: spend.currency, at: now, timeZone })
			: undefined;
		if (card)
			items.push(
				text(fill(words.evidenceCard, { currency: card.currency, date: day(card.validFrom) })),
			);
	}
	if (!spend) items.push(text(words.spendNotRead));
	if (health)
		items.push(
			text(fill(words.evidenceHealth, { time: time(health.asOf) })) +
				drawSentences(health.sentences.map(sentence)),
		);
	return drawCard(
		words.evidence,
		`<ul class="wac-evidence">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
	);
}

/** Each once, already escaped. */
const drawSentences = (sentences: readonly string[]): string =>
	sentences.length > 0
		? `<ul>${[...new Set(sentences)].map((one) => `<li>${one}</li>`).join('')}</ul>`
		: '';
