import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { automationIds } from '../automations';
import { platforms } from './index';

const guide = readFileSync(join(__dirname, '../../../docs/guides/platforms.md'), 'utf8');

const cellsOf = (line: string) =>
	line
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());

const [headings = [], , ...rows] = guide
	.split('\n')
	.filter((line) => line.startsWith('|'))
	.slice(0, platforms.length + 2)
	.map(cellsOf);

/** `**a** It sells no tickets.` → a */
const reasons = [...guide.matchAll(/^- \*\*([a-z])\*\* /gm)].map((match) => match[1]);

describe('the guide to the platforms', () => {
	it('has a column for each of the ten triggers', () => {
		expect(headings).toHaveLength(1 + automationIds.length);
	});

	it.each(platforms.map((platform) => [platform.name, platform] as const))(
		'says what %s can feed, and why not the rest',
		(name, { feeds }) => {
			const anchor = name.toLowerCase().replace(/[^a-z0-9 -]/g, '');
			const row = rows.find(([first]) => first === `[${name}](#${anchor.replace(/ /g, '-')})`);
			expect(row).toBeDefined();
			const cells = row?.slice(1) ?? [];
			expect(automationIds.filter((_id, column) => cells[column] === 'yes')).toEqual(feeds);
			for (const cell of cells) expect(['yes', ...reasons]).toContain(cell);
		},
	);

	it.each(platforms.map(({ name }) => [name]))('has a section on %s', (name) => {
		expect(guide.split('\n')).toContain(`## ${name}`);
	});

	it('names no platform that is not there', () => {
		const names = rows.map(([first]) => /^\[(.+)\]\(/.exec(first ?? '')?.[1]);
		expect(names.sort()).toEqual(platforms.map(({ name }) => name).sort());
	});
});
