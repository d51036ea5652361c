import pLimit from 'p-limit';
import type { AccountNode } from '../../engine';

/**
 * One run at a time changes an account: two that apply the same definitions side by side would both find
 * nothing there and both create it.
 */
const turns = new Map<string, ReturnType<typeof pLimit>>();

export function turnOf(account: AccountNode | undefined): ReturnType<typeof pLimit> {
	const key = account?.account.businessAccountId ?? '';
	const turn = turns.get(key) ?? pLimit(1);
	turns.set(key, turn);
	return turn;
}
