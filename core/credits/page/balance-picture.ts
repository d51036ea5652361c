import type { BalanceDay, BalanceDays } from './balance-days';
import { addDays } from '../local-day';
import type { ChartData } from './chart-data';
import type { Formats } from './format';
import { drawPicture, drawTable, type Column } from './picture';
import { fill } from './words';

export function balanceChart(
	{ days, ahead }: BalanceDays,
	{ words, shortDay }: Formats,
): ChartData['balance'] {
	const last = days.at(-1);
	const expected = ahead.length > 0 && last ? [last.left, ...ahead] : [];
	return {
		labels: [
			...days.map(({ day }) => shortDay(day)),
			...ahead.map((_, n) => shortDay(addDays(last?.day ?? '', n + 1))),
		],
		series: [
			{
				name: 'balance',
				label: words.balanceLeft,
				amounts: [...days.map(({ left }) => left), ...ahead.map(() => null)],
				marked: days.flatMap(({ bought }, n) => (bought > 0 ? [n] : [])),
			},
			...(expected.length > 0
				? [
						{
							name: 'ahead',
							label: words.balanceExpected,
							amounts: [...days.slice(1).map(() => null), ...expected],
							expected: true as const,
						},
					]
				: []),
		],
	};
}

export function drawBalance({ days, currency, emptyOn }: BalanceDays, formats: Formats): string {
	const { words, money, day } = formats;
	const columns: Array<Column<BalanceDay>> = [
		{ title: words.day, cell: (row) => day(row.day) },
		{ title: words.balanceAtEnd, isNumber: true, cell: ({ left }) => money(left, currency) },
		{ title: words.spent, isNumber: true, cell: ({ spent }) => money(spent, currency) },
		{
			title: words.bought,
			isNumber: true,
			cell: ({ bought }) => (bought === 0 ? '–' : money(bought, currency)),
		},
	];
	const most = Math.max(...days.map(({ left }) => left), Number.MIN_VALUE);
	const note = emptyOn ? fill(words.emptyOn, { day: day(emptyOn) }) : '';
	const last = days.at(-1);
	return drawPicture('balance', words.balanceOverTime, {
		summary: `${words.balanceOverTime}. ${last ? `${last.day}: ${money(last.left, currency)}. ` : ''}${note}`,
		table: drawTable(words.balanceOverTime, columns, [...days].reverse(), {
			share: ({ left }) => left / most,
		}),
		notes: [note],
	});
}
