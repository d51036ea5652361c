// Not core, but the browser's: bundled into the page as text (scripts/lib/inline-script.cjs).
/* eslint-disable @typescript-eslint/no-restricted-imports */
import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	Filler,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	Tooltip,
	type ChartDataset,
	type ChartOptions,
} from 'chart.js';
import type { ChartData, ChartName, ChartSeries } from '../chart-data';

// Only what the page draws: the rest of the library is left out of the bundle.
Chart.register(
	...[BarController, BarElement, LineController, LineElement, PointElement],
	...[CategoryScale, LinearScale, Filler, Legend, Tooltip],
);

/** Days stand beside each other, countries one below the other, a balance goes on. */
export function drawChart(
	canvas: HTMLCanvasElement,
	name: ChartName,
	{ labels, series }: { labels: string[]; series: ChartSeries[] },
	data: ChartData,
	style: CSSStyleDeclaration,
): Chart {
	const colour = (variable: string) => style.getPropertyValue(`--${variable}`).trim();
	const isLine = name === 'balance';
	const lying = name === 'countries';
	if (lying && canvas.parentElement)
		canvas.parentElement.style.height = `${labels.length * 30 + 46}px`;
	Chart.defaults.font.family = style.fontFamily;
	Chart.defaults.font.size = 12;
	Chart.defaults.color = colour('wan-soft');
	return new Chart<'bar' | 'line', Array<number | null>, string>(canvas, {
		type: isLine ? 'line' : 'bar',
		data: {
			labels,
			datasets: series.map((one) => (isLine ? line(one, colour) : bars(one, colour))),
		},
		options: options(data, { lying, isLine, legend: series.length > 1 }, colour),
	}) as unknown as Chart;
}

type Colour = (variable: string) => string;
type Dataset<Type extends 'bar' | 'line'> = ChartDataset<Type, Array<number | null>>;

const bars = ({ name, label, amounts }: ChartSeries, colour: Colour): Dataset<'bar'> => ({
	label,
	data: amounts,
	backgroundColor: colour(`wac-${name}`),
	// Neighbours are told apart by a line as well, not by colour alone.
	borderColor: colour('wan-card'),
	borderWidth: 1,
	maxBarThickness: 44,
});

const line = (
	{ name, label, amounts, expected, marked = [] }: ChartSeries,
	colour: Colour,
): Dataset<'line'> => ({
	label,
	data: amounts,
	borderColor: colour(`wac-${name}`),
	backgroundColor: `${colour(`wac-${name}`)}22`,
	borderWidth: 2.5,
	pointRadius: amounts.map((_, n) => (marked.includes(n) ? 5 : 0)),
	pointBackgroundColor: colour(`wac-${name}`),
	pointHitRadius: 12,
	...(expected ? { borderDash: [5, 5] } : { fill: 'origin' }),
});

function options(
	{ locale, currency }: ChartData,
	{ lying, isLine, legend }: { lying: boolean; isLine: boolean; legend: boolean },
	colour: Colour,
): ChartOptions<'bar' | 'line'> {
	const write = writer(locale, currency);
	const names = { grid: { display: false }, stacked: !isLine };
	const amounts = {
		beginAtZero: true,
		stacked: !isLine,
		grid: { color: colour('wan-line') },
		border: { display: false },
	};
	const nameTicks = { maxRotation: 0, autoSkip: !lying, autoSkipPadding: 10 };
	const amountTicks = {
		maxTicksLimit: 6,
		...(currency ? {} : { precision: 0 }),
		callback: (value: number | string, _index: number, ticks: Array<{ value: number }>) =>
			write(Number(value), isFine(ticks)),
	};
	return {
		animation: false,
		responsive: true,
		maintainAspectRatio: false,
		indexAxis: lying ? 'y' : 'x',
		interaction: { mode: 'index', intersect: false, axis: lying ? 'y' : 'x' },
		scales: {
			x: lying ? { ...amounts, ticks: amountTicks } : { ...names, ticks: nameTicks },
			y: lying ? { ...names, ticks: nameTicks } : { ...amounts, ticks: amountTicks },
		},
		plugins: {
			legend: {
				display: legend,
				position: 'bottom',
				labels: { boxWidth: isLine ? 26 : 12, boxHeight: isLine ? 0 : 12, padding: 14 },
			},
			tooltip: {
				// A category that cost nothing that day is no line of its own.
				filter: ({ raw }) => typeof raw === 'number' && (isLine || raw !== 0),
				callbacks: {
					label: ({ dataset, raw }) => `${dataset.label ?? ''}: ${write(Number(raw), true)}`,
				},
			},
		},
	};
}

/** Lines less than two cents apart would read alike in whole cents. */
const isFine = ([first, second]: Array<{ value: number }>): boolean =>
	first !== undefined && second !== undefined && Math.abs(second.value - first.value) < 0.02;

/** Money as the page writes it, messages where no price is known. */
function writer(locale: string, currency: string): (value: number, exact?: boolean) => string {
	if (!currency) return (value) => new Intl.NumberFormat(locale).format(value);
	return (value, exact = false) => {
		const small = Math.abs(value) < 1 && value !== 0;
		const digits = exact && small ? { maximumFractionDigits: 4 } : {};
		try {
			const options = { style: 'currency', currency, ...digits } as const;
			return new Intl.NumberFormat(locale, options).format(value);
		} catch {
			return `${new Intl.NumberFormat(locale).format(value)} ${currency}`;
		}
	};
}
