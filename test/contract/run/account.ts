import type { AccountCase } from '../words/cases';
import type { AccountResult } from '../words/account';
import type { World } from './world';

export async function runAccountCase(
	{ account = {}, gone = false, ok, message }: AccountCase,
	world: World,
): Promise<AccountResult> {
	if (gone) await world.leave();
	const result = await world.adapter.testAccount(account);
	expect(result).toMatchObject({ ok, message: expect.stringMatching(message) });
	return result;
}
