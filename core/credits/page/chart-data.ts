/** What the pictures are drawn from. It travels inside the page as JSON, so `null` stands where nothing is known. */
export interface ChartData {
	locale: 'en' | 'ja';
	/** ISO 4217; empty where messages are drawn, because no price is known. */
	currency: string;
	/** Per day of the account's time zone, one series for each category. */
	days?: { labels: string[]; series: ChartSeries[] };
	/** Most expensive first. */
	countries?: { labels: string[]; series: ChartSeries[] };
	/** At the end of each day; then where the present pace leads. */
	balance?: { labels: string[]; series: ChartSeries[] };
}

export interface ChartSeries {
	/** The colour, `--wac-<name>` in the style sheet. */
	name: string;
	label: string;
	amounts: Array<number | null>;
	/** Where something happened: these points are marked. */
	marked?: number[];
	/** Not what was, but what is to be expected. */
	expected?: true;
}

/** Each picture's canvas has the id `wac-<name>`. */
export type ChartName = 'days' | 'countries' | 'balance';

/** JSON that can stand in a `<script>`: nothing in it can end the element or begin a comment. */
export const scriptJson = (data: ChartData): string =>
	JSON.stringify(data)
		.replace(/</g, '\\u003c')
		.replace(/>/g, '\\u003e')
		.replace(/&/g, '\\u0026')
		.replace(/\u2028/g, '\\u2028')
		.replace(/\u2029/g, '\\u2029');
