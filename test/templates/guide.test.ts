import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTemplate, readDefinition, RULES } from '../../core/templates/check';

const guide = readFileSync(join(__dirname, '../../docs/guides/templates.md'), 'utf8');
const section = (heading: string) => guide.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';

it('lists every rule as it is, in the order of core', () => {
	const rows = section('The rules')
		.split('\n')
		.filter((line) => line.startsWith('| `'))
		.map((line) => line.split('|').map((cell) => cell.trim()));
	expect(rows.map(([, rule, title, severity]) => [rule, title, severity])).toEqual(
		Object.entries(RULES).map(([rule, { title, severity }]) => [`\`${rule}\``, title, severity]),
	);
});

it('has an example that passes every check', () => {
	const [, json = ''] = /```json\n(.*?)```/s.exec(section('A definition')) ?? [];
	const { definition, findings } = readDefinition(JSON.parse(json));
	expect(findings).toEqual([]);
	expect(definition && checkTemplate(definition)).toEqual([]);
});

it('describes every field a definition has', () => {
	const rows = section('A definition').match(/^\| `(\w+)`/gm) ?? [];
	const described = rows.map((row) => row.slice(3, -1));
	const example = { name: 'a', language: 'en', category: 'UTILITY' };
	for (const field of described) {
		const { findings } = readDefinition({ ...example, [field]: null });
		expect(findings.map(({ rule }) => rule)).not.toContain('field-unknown');
	}
	const all = [...Object.keys(example), 'audience', 'header', 'body', 'footer', 'buttons'];
	expect(described).toEqual([
		...all,
		'samples',
		'messageSendTtlSeconds',
		'parameterFormat',
		'other',
	]);
});
