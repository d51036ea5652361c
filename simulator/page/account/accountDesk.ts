import { PolledState } from '../polledState.ts';
import { accountApi } from './accountApi.ts';
import type { AccountState } from './types.ts';

/** Money, standing, providers and Stripe. */
export class AccountDesk extends PolledState<AccountState> {
	constructor(redraw: () => void) {
		super(() => accountApi.state(), redraw);
	}
}
