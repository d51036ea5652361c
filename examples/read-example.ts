import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** For tests: one body of this folder, e.g. `exampleBody('tito/ticket.completed')`. */
export const exampleBody = (name: string): unknown =>
	JSON.parse(readFileSync(join(__dirname, `${name}.json`), 'utf8'));

/** Shortly after everything in this folder happened. */
export const receivedAt = '2026-11-22T13:00:00.000Z';
