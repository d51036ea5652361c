// The result as people read it.
import { TRIGGERS } from './platforms.mjs';

const HEADS = [
	'attendee registered',
	'reassigned',
	'attendee cancelled',
	'buyer registered',
	'buyer cancelled',
	'speaker added',
	'speaker removed',
	'sponsor welcomed',
	'proposal denied',
	'proposal received',
];

const TRIGGER_COLUMNS = Object.fromEntries(
	TRIGGERS.map((trigger, index) => [trigger, HEADS[index]]),
);

/**
 * One line per platform; `✓✓` is n8n and Node-RED, `·` a cell the platform cannot fill.
 *
 * @param {Record<string, string>} columns heads by what the results call their trigger
 */
export function table(platforms, engines, results, columns = TRIGGER_COLUMNS) {
	const marks = (platform, trigger) => {
		if (trigger in platform.cells && platform.cells[trigger] !== 'yes') return '·';
		return engines
			.map((engine) => {
				const result = results.find(
					(one) =>
						one.engine === engine && one.platform.id === platform.id && one.trigger === trigger,
				);
				return result === undefined ? '?' : result.error ? '✗' : '✓';
			})
			.join('');
	};
	const lines = [
		['platform', ...Object.values(columns)],
		...platforms.map((platform) => [
			platform.name,
			...Object.keys(columns).map((trigger) => marks(platform, trigger)),
		]),
	];
	const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
	return lines
		.map((line) =>
			line
				.map((text, column) => text.padEnd(widths[column]))
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
