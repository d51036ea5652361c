/** Where a command writes, and what the terminal it runs in can do. */
export interface Terminal {
	print(line: string): void;
	/** To stderr: what keeps the command from doing its work. */
	complain(line: string): void;
	inColour: boolean;
	/** Whether somebody is there to look at a browser. */
	canOpen: boolean;
	/** The folder paths are relative to. */
	folder: string;
}

/** What a command ends with. */
export const EXIT = {
	fine: 0,
	/** Something was found in the templates. */
	problems: 1,
	/** The command was called wrongly, or a file could not be read. */
	failed: 2,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const CODES = { red: 31, yellow: 33, green: 32, bold: 1, faint: 2 };

/** Text in a colour, where the terminal shows colours. */
export const paint = ({ inColour }: Terminal, colour: keyof typeof CODES, text: string): string =>
	inColour ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text;

/** `1 file`, `2 files`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
	`${number} ${number === 1 ? one : many}`;
