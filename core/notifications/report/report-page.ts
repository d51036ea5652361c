import type { ResultRow } from '../sending/result-row';
import {
	drawCard,
	drawCost,
	drawPage,
	drawReasons,
	drawTiles,
	number,
	text,
	time,
	total,
	type PageOptions,
} from './draw';
import { reportOf, type Report } from './report';
import { fill, wordsFor, type Words } from './words';

export interface ReportPageOptions extends PageOptions {
	/** Where the notification stands. */
	progress?: keyof Words['progress'];
	/** Why it stands there: a sentence of core, or of the flow. */
	note?: string;
	/** ISO time at which the next message may leave. */
	nextAt?: string;
	/** Milliseconds since 1970. */
	now: number;
}

/** What became of a notification as a page: totals, how far messages got as a picture, what failed and why, the cost. */
export function reportPage(rows: readonly ResultRow[], options: ReportPageOptions): string {
	const { language = 'en', progress, note, nextAt, now, timeZone } = options;
	const words = wordsFor(language);
	const report = reportOf(rows);
	const count = (value: number) => number(value, language);
	const failed = report.failed + report.unsent + report.unknown;
	const kicker = [
		words.report,
		progress && words.progress[progress],
		fill(words.asOf, { time: time(now, language, timeZone) }),
	];
	const lines = [
		note,
		nextAt ? fill(words.next, { time: time(nextAt, language, timeZone) }) : '',
	].filter(Boolean);
	const body = [
		lines.length > 0
			? `<p class="wan-warn">${lines.map((line) => text(line ?? '')).join('<br>')}</p>`
			: '',
		drawTiles([
			{
				value: count(report.accepted),
				label: words.states.accepted,
				more: fill(words.ofAll, { n: count(report.accepted), all: count(report.toSend) }),
			},
			{
				value: count(report.delivered),
				label: words.states.delivered,
				more: share(report.delivered, report.accepted, language),
				kind: 'good',
			},
			{
				value: count(report.read),
				label: words.states.read,
				more: share(report.read, report.accepted, language),
				kind: 'good',
			},
			{
				value: count(failed),
				label: words.states.failed,
				...(failed > 0 ? { kind: 'bad' as const } : {}),
			},
			{ value: count(report.waiting), label: words.states.waiting },
			{ value: total(report.costDelivered, words, language), label: words.costSoFar },
		]),
		drawCard(words.howFar, drawBars(report, words, language)),
		drawCard(
			words.notDelivered,
			report.failedReasons.length > 0
				? drawReasons(report.failedReasons, words)
				: `<p class="wan-note">${text(words.allDelivered)}</p>`,
		),
		report.leftOut > 0
			? drawCard(words.whoWasLeftOut, drawReasons(report.leftOutReasons, words))
			: '',
		report.toSend > 0 ? drawCard(words.costByCountry, drawCost(report.cost, words, language)) : '',
		`<p class="wan-note">${text(words.mask)}</p>`,
	];
	return drawPage(kicker.filter(Boolean).join(' · '), body.join(''), options);
}

function share(part: number, all: number, language: string): string | undefined {
	if (all === 0) return undefined;
	return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(
		part / all,
	);
}

/** One bar per state, all against everybody on the list. */
function drawBars(report: Report, words: Words, language: string): string {
	const bars: Array<[name: string, label: string, count: number]> = [
		['people', words.onTheList, report.people],
		['left_out', words.states.left_out, report.leftOut],
		['waiting', words.states.waiting, report.waiting],
		['accepted', words.states.accepted, report.accepted],
		['delivered', words.states.delivered, report.delivered],
		['read', words.states.read, report.read],
		['failed', words.states.failed, report.failed],
		['unsent', words.states.unsent, report.unsent],
		['unknown', words.states.unknown, report.unknown],
	];
	const always = ['people', 'accepted', 'delivered', 'read', 'failed'];
	const shown = bars.filter(([name, , count]) => count > 0 || always.includes(name));
	const most = Math.max(1, report.people);
	const drawn = shown.map(([name, label, count]) => {
		// Somebody is seen, however many there are.
		const width = count === 0 ? 0 : Math.max(1, Math.round((count / most) * 100));
		return (
			`<span>${text(label)}</span><span class="wan-track"><span class="wan-bar wan-${name} wan-w${width}"></span></span>` +
			`<b>${text(number(count, language))}</b>`
		);
	});
	return `<div class="wan-bars">${drawn.join('')}</div>`;
}
