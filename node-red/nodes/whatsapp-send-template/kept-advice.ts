import { RUN_AGAIN } from '../../engine';

const WAITS = 'It waits, and is sent by itself as soon as it can be.';

/** What to do about a message that is kept: whatever else, but nobody has to send it again. */
export const adviceWhileKept = (whatToDo = ''): string =>
	[
		whatToDo
			.replace(RUN_AGAIN, '')
			.replace(/, then run this again\./, '.')
			.trim(),
		WAITS,
	]
		.filter((part) => part !== '')
		.join(' ');
