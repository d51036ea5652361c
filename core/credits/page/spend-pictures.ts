import { drawCard, text } from '../../notifications/report/draw';
import type { ChartData } from './chart-data';
import type { Formats } from './format';
import { drawPicture, drawTable, type Column } from './picture';
import {
	addUp,
	CATEGORY_NAMES,
	type DayOfSpend,
	type SpendFigures,
	type Sum,
} from './spend-figures';
import { fill } from './words';

/** As many bars below each other as one reads; the table has them all. */
const MOST_COUNTRIES = 10;

/** What is drawn of some messages: money, or their number where no price is known. */
const heightOf =
	({ priced }: SpendFigures) =>
	(sum: Sum | undefined): number | null =>
		!sum ? 0 : priced ? (sum.amount ?? null) : sum.messages;

export function spendCharts(
	figures: SpendFigures,
	{ words, shortDay, country }: Formats,
): Pick<ChartData, 'days' | 'countries'> {
	if (figures.total.messages === 0) return {};
	const height = heightOf(figures);
	const countries = figures.countries.slice(0, MOST_COUNTRIES);
	const others = figures.countries.slice(MOST_COUNTRIES);
	const rest = others.length > 0 ? [addUp(others.map(({ sum }) => sum))] : [];
	return {
		days: {
			labels: figures.days.map(({ day }) => shortDay(day)),
			series: categoriesOf(figures)
				.map((name) => ({
					name,
					label: words.category[name] ?? name,
					amounts: figures.days.map(({ categories }) => height(categories[name])),
				}))
				// What was free stands in the table; a colour that is nowhere to be seen only puzzles.
				.filter(({ amounts }) => amounts.some((amount) => amount !== 0)),
		},
		countries: {
			labels: [
				...countries.map(({ key }) => country(key)),
				...rest.map(() => fill(words.otherCountries, { n: others.length })),
			],
			series: [
				{
					name: 'country',
					label: figures.priced ? words.spent : words.messagesColumn,
					amounts: [...countries.map(({ sum }) => sum), ...rest].map(height),
				},
			],
		},
	};
}

const categoriesOf = ({ days }: SpendFigures) =>
	CATEGORY_NAMES.filter((name) => days.some(({ categories }) => categories[name]));

export function drawSpend(figures: SpendFigures, formats: Formats): string {
	const { words, money, count, day, country } = formats;
	const { days, countries, total, currency, priced } = figures;
	const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
	if (total.messages === 0)
		return drawCard(
			words.spendPerDay,
			`<p class="wan-note">${text(fill(words.nothingSent, { from: day(first), until: day(last) }))}</p>`,
		);
	const notes = [
		figures.estimated ? (priced ? words.costHidden : words.costHiddenNoPrice) : '',
		priced && total.unpriced > 0 ? fill(words.unpriced, { n: count(total.unpriced) }) : '',
	];
	const height = heightOf(figures);
	const longest = (sums: Sum[]) =>
		Math.max(...sums.map((sum) => height(sum) ?? 0), Number.MIN_VALUE);
	const sumColumns = [
		...(priced
			? [
					{
						title: words.spent,
						isNumber: true,
						cell: ({ sum }: { sum: Sum }) => money(sum.amount, currency),
					},
				]
			: []),
		{
			title: words.messagesColumn,
			isNumber: true,
			cell: ({ sum }: { sum: Sum }) => count(sum.messages),
		},
	];
	const sums = [...(priced ? [money(total.amount, currency)] : []), count(total.messages)];
	const dayTitle = priced ? words.spendPerDay : words.messagesPerDay;
	const countryTitle = priced ? words.spendPerCountry : words.messagesPerCountry;
	const most = {
		day: longest(days.map(({ sum }) => sum)),
		country: longest(countries.map(({ sum }) => sum)),
	};
	const ofCategories = categoriesOf(figures).map((name): Column<DayOfSpend> => ({
		title: words.category[name] ?? name,
		swatch: name,
		isNumber: true,
		cell: ({ categories: { [name]: sum } }) =>
			!sum || sum.messages === 0 ? '–' : priced ? money(sum.amount, currency) : count(sum.messages),
	}));
	const dayColumns: Array<Column<DayOfSpend>> = [
		{ title: words.day, cell: (row) => day(row.day) },
		...sumColumns,
		...ofCategories,
	];
	const countryColumns = [
		{ title: words.country, cell: ({ key }: { key: string }) => country(key) },
		...sumColumns,
	];
	const range = `${day(first)} – ${day(last)}`;
	const summary = `${range}: ${sums.join(', ')}`;
	return (
		drawPicture('days', `${dayTitle} · ${range}`, {
			summary: `${dayTitle}. ${summary}`,
			table: drawTable(dayTitle, dayColumns, [...days].reverse(), {
				share: ({ sum }) => (height(sum) ?? 0) / most.day,
				total: [words.total, ...sums],
			}),
			notes,
			isWide: true,
		}) +
		drawPicture('countries', `${countryTitle} · ${range}`, {
			summary: `${countryTitle}. ${summary}`,
			table: drawTable(countryTitle, countryColumns, countries, {
				share: ({ sum }) => (height(sum) ?? 0) / most.country,
				total: [words.total, ...sums],
			}),
		})
	);
}
