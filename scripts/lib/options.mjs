import { parseArgs } from 'node:util';

/**
 * The options of a command. Asked for help it says them, and with one it does not know it says which;
 * both end it in one line.
 */
export function readOptions(usage, options) {
	try {
		const help = { type: 'boolean', short: 'h', default: false };
		const { values } = parseArgs({ options: { ...options, help } });
		if (!values.help) return values;
		console.log(`Options: ${usage}`);
		process.exit(0);
	} catch (error) {
		console.error(`${error.message.split('. ')[0]}. Options: ${usage}`);
		process.exit(1);
	}
}
