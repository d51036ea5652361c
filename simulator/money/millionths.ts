/** Money is counted in whole millionths of its currency: sums of floats would drift. */
export function toMillionths(amount: number): number {
	return Math.round(amount * 1_000_000);
}

/** Back to an amount, exact to six decimals. */
export function toAmount(millionths: number): number {
	return millionths / 1_000_000;
}
