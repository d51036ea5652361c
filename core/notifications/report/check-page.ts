import { PREVIEW_STYLE, previewPhone } from '../../templates/preview';
import { languageName } from '../../templates/language-names';
import type { CheckedRecipients, ReadyRecipient } from '../check/checked';
import { samplesOf } from '../check/previews';
import {
	drawCard,
	drawCost,
	drawPage,
	drawReasons,
	drawTiles,
	drawWarning,
	number,
	total,
	text,
	type PageOptions,
} from './draw';
import { reasonsOf } from './report';
import { fill, wordsFor } from './words';

/** The dry run as a page: how many, who is left out and why, three of the messages, the cost by country. */
export function checkPage(
	checked: CheckedRecipients,
	options: PageOptions & { notChosen?: number },
): string {
	const { ready, leftOut, cost, consentUnknown } = checked;
	const { language = 'en', theme = 'auto', notChosen = 0 } = options;
	const words = wordsFor(language);
	const count = (value: number) => number(value, language);
	const reasons = reasonsOf(leftOut);
	const body = [
		ready.length === 0 ? drawWarning(words.nobodyToSend) : '',
		consentUnknown ? drawWarning(words.consentUnknown) : '',
		drawTiles([
			{ value: count(ready.length + leftOut.length), label: words.onTheList },
			{ value: count(ready.length), label: words.getIt, kind: 'good' },
			{
				value: count(leftOut.length),
				label: words.areLeftOut,
				...(leftOut.length > 0 ? { kind: 'bad' as const } : {}),
			},
			{
				value: total(cost, words, language),
				label: words.expectedCost,
				...(cost.unknown > 0 ? { more: fill(words.plusUnknown, { n: count(cost.unknown) }) } : {}),
			},
		]),
		notChosen > 0
			? `<p class="wan-note">${text(fill(words.notChosen, { n: count(notChosen) }))}</p>`
			: '',
		drawCard(
			words.whoIsLeftOut,
			reasons.length > 0
				? drawReasons(reasons, words)
				: `<p class="wan-note">${text(words.nobodyLeftOut)}</p>`,
		),
		ready.length > 0
			? drawCard(words.howItLooks, drawSamples(samplesOf(checked), theme, language))
			: '',
		ready.length > 0 ? drawCard(words.costByCountry, drawCost(cost, words, language)) : '',
	];
	const actions = options.actions?.filter(({ onlyIfReady }) => !onlyIfReady || ready.length > 0);
	return drawPage(words.check, body.join(''), { ...options, actions }, PREVIEW_STYLE);
}

function drawSamples(samples: readonly ReadyRecipient[], theme: string, reader: string): string {
	const themed = theme === 'light' ? 'wap-page' : `wap-page wap-${theme}`;
	const phones = samples.map(({ template, values, name, to, language }) => {
		const caption = [name ?? `…${to.slice(-4)}`, languageName(language, reader)].join(' · ');
		return `<div class="${themed}">${previewPhone(template, { values, caption })}</div>`;
	});
	return `<div class="wan-phones">${phones.join('')}</div>`;
}
