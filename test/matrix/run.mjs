// Every supported cell of platform × trigger, in one engine.
import { cells } from './cells.mjs';
import { Phones } from './phones.mjs';
import { TRIGGERS } from './platforms.mjs';
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
