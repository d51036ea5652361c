/** Currencies without a smaller unit, and those with three digits. Source: Stripe, "Currencies". */
const NONE = ['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'ugx', 'vnd'];
const ALSO_NONE = ['vuv', 'xaf', 'xof', 'xpf'];
const THREE = ['bhd', 'jod', 'kwd', 'omr', 'tnd'];

/** How many digits of an amount stand after the point. @param currency small letters */
export function exponentOf(currency: string): number {
	if (NONE.includes(currency) || ALSO_NONE.includes(currency)) return 0;
	return THREE.includes(currency) ? 3 : 2;
}
