import { version } from './package.json';
import { check } from './templates/check';
import { preview } from './templates/preview';
import { EXIT, type ExitCode, type Terminal } from './terminal';
import { CHECK_HELP, HELP, PREVIEW_HELP, TEMPLATES_HELP } from './usage';
import { UsageError } from './options';

/**
 * `whatsapp-events …`. Needs no account and no network.
 *
 * @param words what stands behind the command's name
 */
export async function run(words: string[], terminal: Terminal): Promise<ExitCode> {
	const [area, command, ...rest] = words;
	const wantsHelp = words.includes('--help') || words.includes('-h');
	if (area === '--version' || area === '-v') return say(terminal, version);
	if (area !== 'templates') {
		if (wantsHelp || area === 'help') return say(terminal, HELP);
		return refuse(
			terminal,
			area === undefined ? undefined : `There is no command “${area}”.`,
			HELP,
		);
	}
	const commands = {
		check: { act: check, help: CHECK_HELP },
		preview: { act: preview, help: PREVIEW_HELP },
	};
	if (command !== 'check' && command !== 'preview') {
		if (wantsHelp) return say(terminal, TEMPLATES_HELP);
		const wrong = command === undefined ? undefined : `There is no command “templates ${command}”.`;
		return refuse(terminal, wrong, TEMPLATES_HELP);
	}
	const { act, help } = commands[command];
	if (wantsHelp) return say(terminal, help);
	try {
		return await act(rest, terminal);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		terminal.complain(
			`${error.message}\nHow to use it: whatsapp-events templates ${command} --help`,
		);
		return EXIT.failed;
	}
}

function say(terminal: Terminal, text: string): ExitCode {
	terminal.print(text);
	return EXIT.fine;
}

function refuse(terminal: Terminal, wrong: string | undefined, help: string): ExitCode {
	if (wrong !== undefined) terminal.complain(`${wrong}\n`);
	terminal.complain(help);
	return EXIT.failed;
}
