import { NO_MONEY } from '../../account/unpaid';
import { drawCard, drawPage, text } from '../../notifications/report/draw';
import { balanceDays } from './balance-days';
import { balanceChart, drawBalance } from './balance-picture';
import script from './browser.inline';
import { scriptJson, type ChartData } from './chart-data';
import { drawEvidence } from './evidence';
import type { CreditsPageFacts } from './facts';
import { formatsFor, type Formats } from './format';
import { drawHealth } from './health-picture';
import { moneyWarning } from './money-refused';
import { drawSpend, spendCharts } from './spend-pictures';
import { figuresOf } from './spend-figures';
import { STYLE } from './styles';
import { drawBigNumbers } from './tiles';
import { fill } from './words';

/**
 * Credits and account health as one HTML document: big numbers first, then pictures, each with its table, then what the
 * numbers come from. It loads nothing, also where a sandbox lets it (n8n's webhooks); its only script draws the
 * pictures, and without it the tables have bars. The same facts make the same page, byte for byte.
 */
export function creditsPage(facts: CreditsPageFacts): string {
	const formats = formatsFor(facts);
	const { words, timeZone, time, locale } = formats;
	const now = momentOf(facts);
	const { cards, health } = facts;
	const spend = facts.spend && { ...facts.spend, timeZone };
	const known = { ...facts, ...(spend ? { spend } : {}) };
	const figures = spend && figuresOf(spend, now, cards);
	const history = balanceDays(known, figures);
	const data: ChartData = {
		locale,
		currency: figures?.priced ? figures.currency : '',
		...(figures ? spendCharts(figures, formats) : {}),
		...(history ? { balance: balanceChart(history, formats) } : {}),
	};
	const hasPictures = Boolean(data.days ?? data.countries ?? data.balance);
	const body = [
		...warnings(facts, formats),
		drawBigNumbers(known, figures, formats),
		hasPictures ? `<noscript><p class="wan-note">${text(words.noScript)}</p></noscript>` : '',
		history ? drawBalance(history, formats) : '',
		figures
			? drawSpend(figures, formats)
			: drawCard(words.spendPerDay, `<p class="wan-note">${text(words.spendNotRead)}</p>`),
		drawHealth(facts, formats),
		drawEvidence(
			known,
			{ ...(figures ? { figures } : {}), hasHistory: Boolean(history), now },
			formats,
		),
		hasPictures ? drawScript(data) : '',
	];
	const asOf = fill(words.asOf, { time: time(facts.asOf) });
	const account = [health?.account.name, health?.number.displayPhoneNumber];
	return drawPage(
		`${words.kicker} · ${asOf}`,
		body.join(''),
		{ ...facts, language: locale, facts: account.filter(Boolean).join(' · ') },
		STYLE,
	);
}

/** When the facts were read; a page without that tells of the end of its spend. */
function momentOf({ asOf, spend }: CreditsPageFacts): number {
	const at = Date.parse(asOf);
	return Number.isNaN(at) ? (spend?.until ?? 0) : at;
}

/** What the guard or WhatsApp refuses, before all numbers. */
function warnings(facts: CreditsPageFacts, formats: Formats): string[] {
	const { guard, balance } = facts;
	const said =
		guard?.enough === false
			? [guard.message, guard.whatToDo]
			: balance?.kind === 'unavailable'
				? [balance.message, balance.whatToDo]
				: [];
	const refused = moneyWarning(facts, formats);
	// The guard may tell of the same refusal: once is enough.
	const isToldTwice = refused.length > 0 && guard?.message.includes(String(NO_MONEY));
	const others = isToldTwice ? [] : said;
	const lines = [...refused, ...others.flatMap((line) => (line ? [formats.sentence(line)] : []))];
	return lines.length > 0 ? [`<p class="wan-warn" role="status">${lines.join('<br>')}</p>`] : [];
}

const drawScript = (data: ChartData): string =>
	`<script type="application/json" id="wac-data">${scriptJson(data)}</script><script>${script}</script>`;
