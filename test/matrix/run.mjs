// Every supported cell of platform × trigger, in one engine.
import { cells } from './cells.mjs';
import { Phones } from './phones.mjs';
import { TRIGGERS } from './platforms.mjs';
import { repeatedPlatforms, Repeats } from './repeats.mjs';
import { World } from './world.mjs';

/** Languages in turn, so that each is tried with each kind of message. */
const LANGUAGES = ['ja', 'es', 'pt_BR', 'en'];

/**
 * @param {(result: {engine, platform, trigger, error?}) => void} report called for each supported cell
 * @param {{platform?: string, trigger?: string}} only parts of names, to try a few
 */
export async function runMatrix(engine, platforms, pack, report, only = {}) {
	const { simulatorUrl } = engine;
	const phones = new Phones(simulatorUrl);
	let turn = 0;
	for (const platform of platforms.filter(({ id }) => id.includes(only.platform ?? ''))) {
		for (const trigger of TRIGGERS.filter((id) => id.includes(only.trigger ?? ''))) {
			if (platform.cells[trigger] !== 'yes') continue;
			const locale = LANGUAGES[turn++ % LANGUAGES.length];
			const parts = { engine, simulatorUrl, phones, pack, platform, platforms, locale };
			const world = new World(parts);
			await world.sameEvent();
			await phones.forget();
			try {
				await world.settle(await cells[trigger](world));
				report({ engine: engine.name, platform, trigger });
			} catch (error) {
				report({ engine: engine.name, platform, trigger, error });
			}
		}
	}
}

/** What is done with webhooks, and how the column is called. */
export const REPEATS = {
	inOrder: 'three times, five at once',
	overtaken: 'overtaking each other',
	backAndForth: 'A → B → A → B',
};

/** The same webhooks again and again, of every platform that reports tickets. */
export async function runRepeats(engine, platforms, report, only = {}) {
	for (const platform of repeatedPlatforms(platforms).filter(({ id }) =>
		id.includes(only.platform ?? ''),
	)) {
		for (const trigger of Object.keys(REPEATS)) {
			const repeats = await new Repeats(engine, platform).open();
			try {
				await repeats[trigger]();
				report({ engine: engine.name, platform, trigger });
			} catch (error) {
				report({ engine: engine.name, platform, trigger, error });
			} finally {
				await repeats.close();
			}
		}
	}
}
