import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { automations } from '../../core/events/automations';
import { checkTemplate } from '../../core/templates/check';
import type { TemplateDefinition } from '../../core/templates/definition';
import { fromMetaTemplate } from '../../core/templates/from-meta-template';
import { toMetaTemplate } from '../../core/templates/to-meta-template';

const PACK = join(__dirname, '../../flows/templates');
const LANGUAGES = ['en', 'es', 'ja', 'pt_BR'];

const folders = readdirSync(PACK, { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.map(({ name }) => name)
	.sort();
const files = folders.flatMap((folder) =>
	readdirSync(join(PACK, folder)).map((file) => `${folder}/${file}`),
);
const read = (file: string): TemplateDefinition =>
	JSON.parse(readFileSync(join(PACK, file), 'utf8')) as TemplateDefinition;

const automationOf = (name: string) => automations.find(({ template }) => template === name);
const variablesOf = (text = ''): string[] =>
	[...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] as string);
/** As Meta's refusals count them: written words, each variable being one of them. */
const words = (text: string, language: string): number => {
	const segmenter = new Intl.Segmenter(language.replace('_', '-'), { granularity: 'word' });
	const filled = text.replace(/\{\{\w+\}\}/g, ' X ');
	return [...segmenter.segment(filled)].filter(({ isWordLike }) => isWordLike).length;
};

it('has every automatic trigger in four languages', () => {
	expect(folders).toEqual(automations.map(({ template }) => template).sort());
	expect(files).toHaveLength(40);
	for (const folder of folders) {
		expect(readdirSync(join(PACK, folder)).sort()).toEqual(
			LANGUAGES.map((language) => `${language}.json`),
		);
	}
});

it.each(folders)('%s: the languages use the same variables and the same buttons', (folder) => {
	const all = LANGUAGES.map((language) => read(`${folder}/${language}.json`));
	const shapes = all.map(({ body, buttons }) => ({
		variables: variablesOf(body).sort(),
		buttons: buttons?.map(({ type }) => type),
	}));
	for (const shape of shapes) expect(shape).toEqual(shapes[0]);
});

it('says nothing twice: Meta refuses a body and footer that another template has', () => {
	const texts = files.map(read).map(({ body, footer }) => `${body}\n${footer}`);
	expect(new Set(texts).size).toBe(files.length);
});

it('is listed in its README', () => {
	const readme = readFileSync(join(PACK, 'README.md'), 'utf8');
	for (const { template, variables } of automations) {
		const row = readme.split('\n').find((line) => line.includes(`\`${template}\``)) ?? '';
		for (const variable of variables) expect(row).toContain(`\`${variable}\``);
	}
});

describe.each(files)('%s', (file) => {
	const template = read(file);
	const { body = '', footer = '', samples = {} } = template;
	const header = template.header?.type === 'text' ? template.header.text : '';
	const variables = variablesOf(body);

	it('is what its path says, for whom its trigger is', () => {
		expect(`${template.name}/${template.language}.json`).toBe(file);
		expect(template.audience).toBe(automationOf(template.name)?.audience);
		expect(template.category).toBe('UTILITY');
	});

	it('uses only values its trigger always has, each once, each with a sample', () => {
		expect(automationOf(template.name)?.variables).toEqual(expect.arrayContaining(variables));
		expect(new Set(variables).size).toBe(variables.length);
		expect(Object.keys(samples).sort()).toEqual([...variables].sort());
		for (const sample of Object.values(samples)) {
			expect(sample).toBe(sample.trim());
			expect(sample).toMatch(/^[^\n\t{}]+$/);
		}
	});

	it('passes every check, in an account that has the other 39', () => {
		const others = files.filter((other) => other !== file).map(read);
		expect(checkTemplate(template, { others })).toEqual([]);
	});

	it('comes back from Meta as it is, but for whom it is', () => {
		const { audience, ...rest } = template;
		expect(audience).toBeDefined();
		expect(fromMetaTemplate(toMetaTemplate(template))).toEqual(rest);
	});

	it('stays within the limits', () => {
		expect(header).toMatch(/^[^{}*_~\n\p{Extended_Pictographic}]{1,60}$/u);
		expect(body.length).toBeGreaterThan(0);
		expect(body.length).toBeLessThanOrEqual(1024);
		expect(footer).toMatch(/^[^{}\n\p{Extended_Pictographic}]{1,60}$/u);
		for (const button of template.buttons ?? []) {
			expect(button).toEqual({ type: 'quick_reply', text: expect.any(String) });
			expect('text' in button ? button.text : '').toMatch(/^[^{}\n]{1,25}$/);
		}
	});

	it('has words around its variables', () => {
		// Marks and punctuation are no words.
		const plain = body.replace(/[^\p{L}\p{N}{}_]+/gu, ' ').trim();
		expect(plain).not.toMatch(/^\{\{|\}\}$/);
		expect(plain).not.toMatch(/\}\}\s*\{\{/);
		expect(words(body, template.language)).toBeGreaterThan(3 * variables.length);
		expect(body.replace(/\{\{[a-z][a-z0-9_]*\}\}/g, '')).not.toMatch(/[{}]/);
	});

	it('shows no stray mark: WhatsApp makes bold only what stands between spaces or punctuation', () => {
		const bold = [...body.matchAll(/(.?)\*\{\{\w+\}\}\*(.?)/g)];
		expect(body.split('*')).toHaveLength(2 * bold.length + 1);
		for (const [, before = '', after = ''] of bold) {
			expect(`${before}${after}`).not.toMatch(/[\p{L}\p{N}]/u);
		}
	});
});
