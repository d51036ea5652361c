import { checkTemplate } from '../../core/templates/check';
import type { TemplateDefinition } from '../../core/templates/definition';
import { readOptions, UsageError } from '../options';
import { EXIT, type ExitCode, type Terminal } from '../terminal';
import { printReport } from './print-report';
import { readTemplates, type ReadTemplate } from './read-file';
import { reportOf } from './report';

/** `templates check`: every rule of core on every file, the other files being the rest of the account. */
export async function check(words: string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = readOptions(words, {
		json: { type: 'boolean', default: false },
		strict: { type: 'boolean', default: false },
	});
	if (positionals.length === 0) throw new UsageError('Say which files or folders to check.');
	const { templates, unread } = await readTemplates(positionals, terminal.folder);
	const definitions = templates.flatMap(({ definition }) => (definition ? [definition] : []));
	const report = reportOf(
		templates.map((template) => checked(template, definitions)),
		unread,
	);
	if (values.json) terminal.print(JSON.stringify(report, null, '\t'));
	else printReport(report, terminal);
	if (unread.length > 0) return EXIT.failed;
	const failing = values.strict ? report.problems : report.errors;
	return failing > 0 ? EXIT.problems : EXIT.fine;
}

function checked(template: ReadTemplate, all: TemplateDefinition[]): ReadTemplate {
	const { definition, findings } = template;
	if (!definition) return template;
	const others = all.filter((other) => other !== definition);
	return { ...template, findings: [...findings, ...checkTemplate(definition, { others })] };
}
