/** What is written where there is no price. */
const NONE = /^(n\/?a|-|–|—)?$/i;

/**
 * A price as the files have it: `0.0118`, `$0.0118`, `R$ 0,0345`, `1,234.56`, `n/a`.
 *
 * @param decimalComma the file is one where commas may be decimal, since they do not separate its fields
 * @returns the price, `none` where there is none, or a sentence on what is wrong
 */
export function readPriceCell(written: string, decimalComma: boolean): number | string {
	if (NONE.test(written)) return 'none';
	const number = written.replace(/^[^\d.,-]{0,4}/, '').trim();
	const plain = plainNumber(number, decimalComma);
	if (plain === undefined) return `“${written.slice(0, 30)}” is no price`;
	if (plain === 'ambiguous')
		return `“${written}” may be thousands or a fraction; write it without a separator of thousands`;
	return Number(plain);
}

function plainNumber(number: string, decimalComma: boolean): string | undefined {
	if (/^\d{1,9}(\.\d{1,9})?$/.test(number) || /^\.\d{1,9}$/.test(number)) return number;
	// Groups of three with a point behind them can only be read in one way.
	if (/^\d{1,3}(,\d{3})+\.\d{1,9}$/.test(number)) return number.replaceAll(',', '');
	if (!/^\d{1,9},\d{1,9}$/.test(number)) return undefined;
	const [whole = '', fraction = ''] = number.split(',');
	if (fraction.length === 3 && !/^0+$/.test(whole)) return 'ambiguous';
	return decimalComma || /^0+$/.test(whole) ? `${whole}.${fraction}` : undefined;
}
