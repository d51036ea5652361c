import { RUN_AGAIN } from '../../engine';
import { adviceWhileKept } from './kept-advice';

const WAITS = 'It waits, and is sent by itself as soon as it can be.';

test.each<[string | undefined, string]>([
	['Wait until the pause ends.', `Wait until the pause ends. ${WAITS}`],
	['Buy credits, then run this again.', `Buy credits. ${WAITS}`],
	[
		'Open Account Quality, then run this again. It ends at 2026-11-27T00:00:00.000Z.',
		`Open Account Quality. It ends at 2026-11-27T00:00:00.000Z. ${WAITS}`,
	],
	[`Check the connection. ${RUN_AGAIN}`, `Check the connection. ${WAITS}`],
	[RUN_AGAIN, WAITS],
	[undefined, WAITS],
])('what is kept needs nobody to send it again: %s', (whatToDo, said) => {
	expect(adviceWhileKept(whatToDo)).toBe(said);
});
