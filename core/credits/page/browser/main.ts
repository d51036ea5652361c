/** The script inside the page: draws its pictures, again whenever the colours change, and in black on white for the printer. */
import type { ChartData, ChartName } from '../chart-data';
import { drawChart } from './draw-chart';

const NAMES: readonly ChartName[] = ['days', 'countries', 'balance'];

const page = document.querySelector<HTMLElement>('.wan-page');
const source = document.getElementById('wac-data')?.textContent;

if (page && source) {
	const data = JSON.parse(source) as ChartData;
	let drawn: Array<ReturnType<typeof drawChart>> = [];
	const draw = (): void => {
		for (const chart of drawn) chart.destroy();
		drawn = [];
		for (const name of NAMES) {
			const canvas = document.getElementById(`wac-${name}`);
			const picture = data[name];
			if (!(canvas instanceof HTMLCanvasElement) || !picture) continue;
			canvas.parentElement?.classList.add('wac-drawn');
			drawn.push(drawChart(canvas, name, picture, data, getComputedStyle(page)));
		}
		page.classList.add('wac-pictures');
	};
	const print = (printing: boolean) => (): void => {
		page.classList.toggle('wac-print', printing);
		draw();
	};
	draw();
	matchMedia('(prefers-color-scheme:dark)').addEventListener('change', draw);
	addEventListener('beforeprint', print(true));
	addEventListener('afterprint', print(false));
}
