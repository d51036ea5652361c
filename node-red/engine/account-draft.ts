import type { NodeAPI } from 'node-red';
import { accountFrom, type Account } from '../../core/account/account';
import { NodeFailure } from './node-failure';

/** What the editor sends for a password nobody has changed. */
const UNCHANGED = '__PWRD__';

const SECRETS = ['accessToken', 'appSecret', 'verifyToken'] as const;

/**
 * The account of a dialog, deployed or not: what was typed, and for passwords that were not typed those
 * stored with the node.
 *
 * @throws {NodeFailure} when stored passwords would be sent to another address than theirs
 */
export function accountOfDraft(RED: NodeAPI, draft: unknown): Account {
	const typed = (typeof draft === 'object' && draft !== null ? draft : {}) as Record<
		string,
		unknown
	>;
	const stored = storedOf(RED, String(typed.id ?? ''));
	const account = accountFrom(withEnvironment(RED, typed));
	const isTyped = (name: (typeof SECRETS)[number]) =>
		typeof typed[name] === 'string' && typed[name] !== UNCHANGED;
	const borrowed = SECRETS.filter((name) => !isTyped(name));
	for (const name of borrowed) account[name] = stored.account[name];
	const borrows = borrowed.some((name) => account[name] !== '');
	if (borrows && stored.deployed && account.apiUrl !== stored.account.apiUrl) {
		throw new NodeFailure(
			'The API address was changed. Type the access token and the app secret again, or deploy first: stored passwords are not sent to an address they were not meant for.',
			'address_changed',
		);
	}
	return account;
}

/** `${NAME}` in a field stands for an environment variable, as it will once the node is deployed. */
function withEnvironment(RED: NodeAPI, typed: Record<string, unknown>): Record<string, unknown> {
	const node = RED.nodes.getNode(String(typed.id ?? ''));
	return Object.fromEntries(
		Object.entries(typed).map(([name, value]) => [
			name,
			typeof value === 'string' && /\$\{[^}]+\}/.test(value)
				? (RED.util.evaluateNodeProperty(value, 'env', node, {}) as unknown)
				: value,
		]),
	);
}

function storedOf(RED: NodeAPI, id: string): { account: Account; deployed: boolean } {
	const node = id ? (RED.nodes.getNode(id) as { account?: Account } | null) : null;
	if (node?.account) return { account: node.account, deployed: true };
	return { account: accountFrom({}), deployed: false };
}
