import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { previewPage, previewText } from '../../core/templates/preview';
import { oneOf, readOptions, UsageError } from '../options';
import { count, EXIT, type ExitCode, type Terminal } from '../terminal';
import { openInBrowser } from './open-in-browser';
import { printUnread } from './print-report';
import { readTemplates, type ReadTemplate } from './read-file';

/** `templates preview`: what the files will look like on the phone, on one page or as plain text. */
export async function preview(words: string[], terminal: Terminal): Promise<ExitCode> {
	const { values, positionals } = readOptions(words, {
		out: { type: 'string' },
		open: { type: 'string' },
		samples: { type: 'string', default: 'shown' },
		theme: { type: 'string', default: 'auto' },
		title: { type: 'string' },
		text: { type: 'boolean', default: false },
	});
	if (positionals.length === 0) throw new UsageError('Say which files or folders to preview.');
	const open = values.open === undefined ? undefined : oneOf('--open', values.open, ['yes', 'no']);
	const options = {
		samples: oneOf('--samples', values.samples, ['shown', 'marked']),
		theme: oneOf('--theme', values.theme, ['light', 'dark', 'auto']),
		...(values.title === undefined ? {} : { title: values.title }),
	};
	const { templates, unread } = await readTemplates(positionals, terminal.folder);
	const wrong = templates.flatMap(noDefinition);
	printUnread([...unread, ...wrong], terminal);
	const definitions = templates.flatMap(({ definition }) => (definition ? [definition] : []));
	const code = unread.length + wrong.length > 0 ? EXIT.failed : EXIT.fine;
	if (definitions.length === 0) return EXIT.failed;
	if (values.text) {
		terminal.print(definitions.map((one) => previewText(one, options)).join('\n\n\n'));
		return code;
	}
	const file = await fileFor(values.out, terminal);
	await writeFile(file, previewPage(definitions, options));
	terminal.print(`${count(definitions.length, 'preview')} in ${file}`);
	if (open === 'yes' || (open === undefined && terminal.canOpen))
		await openInBrowser(file, terminal);
	return code;
}

function noDefinition({ file, definition, findings }: ReadTemplate) {
	if (definition) return [];
	return findings
		.filter(({ severity }) => severity === 'error')
		.map(({ message, whatToDo }) => ({ file, reason: `${message}. ${whatToDo}` }));
}

async function fileFor(out: string | undefined, terminal: Terminal): Promise<string> {
	if (out === undefined) {
		return path.join(await mkdtemp(path.join(tmpdir(), 'whatsapp-events-')), 'preview.html');
	}
	const file = path.resolve(terminal.folder, out);
	try {
		await mkdir(path.dirname(file), { recursive: true });
	} catch {
		throw new UsageError(`${path.dirname(out)} is no folder and cannot be made one.`);
	}
	return file;
}
