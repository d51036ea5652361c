import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import { platforms } from '../../core/events/platforms';
import { platformsWithQuestions } from '../../node-red/editor/platforms-with-questions';

const FOLDER = path.join(__dirname, '../../core/events/platforms');

/** Platforms in whose files an answer is looked for by the organiser's question. */
const askers = readdirSync(FOLDER)
	.filter((file) => !file.endsWith('.test.ts'))
	.filter((file) =>
		/\bphoneAnswer\(|\.phoneQuestion\b/.test(readFileSync(path.join(FOLDER, file), 'utf8')),
	)
	.flatMap((file) =>
		platforms.map(({ id }) => id).filter((id) => file === `${id}.ts` || file.startsWith(`${id}-`)),
	);

test('the editor asks for the question wherever a platform’s answers are read by it', () => {
	expect([...platformsWithQuestions].sort()).toEqual([...new Set(askers)].sort());
});
