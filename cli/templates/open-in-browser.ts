import { spawn } from 'node:child_process';
import type { Terminal } from '../terminal';

/** How each system opens a file with the program a person chose for it. */
const OPENERS: Partial<Record<NodeJS.Platform, [command: string, ...words: string[]]>> = {
	darwin: ['open'],
	win32: ['explorer.exe'],
};

/** Shows a page; where nothing can, says so: the page is written all the same. */
export async function openInBrowser(file: string, terminal: Terminal): Promise<void> {
	const [command, ...words] = OPENERS[process.platform] ?? ['xdg-open'];
	const opened = await new Promise<boolean>((resolve) => {
		const child = spawn(command, [...words, file], { detached: true, stdio: 'ignore' });
		child.once('error', () => resolve(false));
		child.once('spawn', () => {
			child.unref();
			resolve(true);
		});
	});
	if (!opened) terminal.complain('No browser could be opened: open the file in one.');
}
