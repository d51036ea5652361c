// Every supported cell of platform × trigger, in one engine.
import { json } from '../../scripts/lib/demo.mjs';
import { cells } from './cells.mjs';
import { Phones } from './phones.mjs';
import { TRIGGERS } from './platforms.mjs';
import { eventOf, World } from './world.mjs';

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
		await json(`${simulatorUrl}/sim/ticketing`, 'PATCH', { event: eventOf(platform.id) });
		// The first answer of a polled platform is only remembered.
		await engine.poll?.(platform.id);
		for (const trigger of TRIGGERS.filter((id) => id.includes(only.trigger ?? ''))) {
			if (platform.cells[trigger] !== 'yes') continue;
			const locale = LANGUAGES[turn++ % LANGUAGES.length];
			const world = new World({ engine, simulatorUrl, phones, pack, platform, locale });
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
