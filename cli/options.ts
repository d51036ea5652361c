import { parseArgs, type ParseArgsConfig } from 'node:util';

/** The command was called in a way it cannot mean; the message is for the person who did. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options and paths of a command; throws `UsageError` for an option it does not have. */
export function readOptions<Known extends Options>(words: string[], options: Known) {
	try {
		return parseArgs({ args: words, options, allowPositionals: true, strict: true });
	} catch (error) {
		// Its second sentence explains how to pass a path that begins with a dash.
		const [first = ''] = (error as Error).message.split(/\. |\n/);
		throw new UsageError(`${first.replace(/\.$/, '')}.`);
	}
}

/** One of a few words. */
export function oneOf<Word extends string>(
	option: string,
	value: string,
	words: readonly Word[],
): Word {
	const found = words.find((word) => word === value);
	if (found === undefined)
		throw new UsageError(`${option} is ${words.join(' or ')}, not “${value}”.`);
	return found;
}
