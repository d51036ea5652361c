import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads `fixtures/<name>.json` beside a test: `fixture(__dirname, 'error-codes')`. */
export function fixture<T = unknown>(folder: string, name: string): T {
	return JSON.parse(readFileSync(join(folder, 'fixtures', `${name}.json`), 'utf8')) as T;
}
