import type { Transport } from '../../ports';
import {
	booleanAt,
	isObject,
	listAt,
	objectAt,
	textAt,
	type JsonObject,
} from '../../webhooks/json';
import { writeMoney, type Money } from '../money';
import { askMeta, sentence, type MetaAccount } from './ask-meta';
import { readAmount, readCurrency } from './read-amount';

const FIELDS =
	'id,legal_entity_name,balance,max_balance,credit_available,allocated_amount,is_access_revoked';

export interface CreditLine {
	id: string;
	name?: string;
	available?: Money;
	revoked: boolean;
}

export interface CreditLines {
	lines: CreditLine[];
	evidence: string[];
}

/**
 * The lines of credit a business has. Follows Meta, "Extended Credits API": amounts are CurrencyAmounts
 * `{amount: "1500.00", amount_in_hundredths: "150000", currency}`. Needs `business_management` and a
 * system user with a finance role; without them nothing is known, which is not nothing.
 */
export async function readCreditLines(
	transport: Transport,
	account: MetaAccount,
	businessId: string,
): Promise<CreditLines> {
	try {
		const answer = await askMeta(transport, account, {
			doing: 'Reading the lines of credit',
			path: [businessId, 'extendedcredits'],
			fields: FIELDS,
		});
		const lines = listAt(answer, 'data').filter(isObject).flatMap(readLine);
		return {
			lines,
			evidence:
				lines.length === 0 ? ['Meta lists no line of credit of this business.'] : lines.map(told),
		};
	} catch (error) {
		return { lines: [], evidence: [`Lines of credit could not be read: ${sentence(error)}`] };
	}
}

function readLine(source: JsonObject): CreditLine[] {
	const id = textAt(source, 'id');
	if (id === undefined) return [];
	const available = readCurrencyAmount(objectAt(source, 'credit_available'));
	const name = textAt(source, 'legal_entity_name');
	return [
		{
			id,
			...(name === undefined ? {} : { name }),
			...(available ? { available } : {}),
			revoked: booleanAt(source, 'is_access_revoked') === true,
		},
	];
}

/**
 * A CurrencyAmount → money. Where both spellings of the amount stand there they must agree: which one
 * counts for a currency without cents is not documented, and a hundredfold is no rounding error.
 */
export function readCurrencyAmount(source: JsonObject): Money | undefined {
	const currency = readCurrency(source.currency);
	const hundredths = readAmount(source.amount_in_hundredths);
	const plain = readAmount(source.amount);
	const amount = hundredths === undefined ? plain : hundredths / 100;
	if (currency === undefined || amount === undefined) return undefined;
	if (plain !== undefined && Math.abs(plain - amount) > 0.005) return undefined;
	return { amount, currency };
}

function told({ name, available, revoked }: CreditLine): string {
	const whose = name === undefined ? 'A line of credit' : `The line of credit of ${name}`;
	if (revoked) return `${whose} has been revoked.`;
	return available
		? `${whose} has ${writeMoney(available)} available.`
		: `${whose} is there; Meta does not say how much is available.`;
}
