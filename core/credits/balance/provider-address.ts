import { NoBalance, type SourceField } from './balance';

/** Every provider has its own address; another one is only for trying out against a simulator. */
export const ADDRESS_FIELD: SourceField = {
	name: 'apiUrl',
	displayName: 'API Address',
	description:
		'Leave empty for the provider’s own. Another address is only for trying out, for example with the simulator.',
	optional: true,
	placeholder: 'http://localhost:4000/sim/providers/…',
};

/**
 * The address that is asked: the organiser's, or the provider's own. Never one out of an answer, as
 * the key goes along. Plain HTTP only on the own machine or network.
 *
 * @throws {NoBalance}
 */
export function providerAddress(name: string, typed: string | undefined, own?: string): string {
	const text = (typed ?? '').trim() || own;
	if (text === undefined) {
		throw new NoBalance(
			`${name} gives every customer an address of their own, and none is set.`,
			`Copy the API base URL from ${name}’s portal into the field API Address.`,
		);
	}
	const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
	if (!isUsable(withScheme)) {
		throw new NoBalance(
			`The API address of ${name} is not one that a key may be sent to.`,
			'Use an address that begins with https:// and has no user name, question mark or # in it.',
		);
	}
	return withScheme.replace(/\/+$/, '');
}

function isUsable(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname, username, password, search, hash } = new URL(text);
	if (username !== '' || password !== '' || search !== '' || hash !== '') return false;
	return protocol === 'https:' || (protocol === 'http:' && isNearby(hostname));
}

const NEARBY = [
	// A container beside it, or a name of the own network.
	/^[a-z0-9-]+$/i,
	/\.(local|internal|test|localhost)$/i,
	/^(127|10)(\.\d+){3}$/,
	/^192\.168(\.\d+){2}$/,
	/^172\.(1[6-9]|2\d|3[01])(\.\d+){2}$/,
	/^\[::1\]$/,
];

const isNearby = (host: string): boolean => NEARBY.some((pattern) => pattern.test(host));
