import type { Adapter } from '../adapter';

/** The reason of a refusal goes to the log, for the one who runs the engine. */
export async function expectTold(adapter: Adapter, told: RegExp | undefined): Promise<void> {
	if (told) expect(await adapter.told()).toMatch(told);
}
