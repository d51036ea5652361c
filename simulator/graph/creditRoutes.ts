import type { Answer, Request } from '../http/router.ts';
import type { JsonObject } from '../json.ts';
import { toAmount } from '../money/millionths.ts';
import type { World } from '../world.ts';
import { GraphError } from './error.ts';
import { pickFields } from './fields.ts';

/** Source: Meta's business SDKs, "ExtendedCredit", reference §6. */
const NODE = {
	defaults: ['id', 'legal_entity_name'],
	known: [
		'id',
		'legal_entity_name',
		'balance',
		'max_balance',
		'credit_available',
		'allocated_amount',
		'credit_type',
		'is_access_revoked',
	],
	nodeType: 'ExtendedCredit',
};

/** What pays for the account while a credit line does: its `primary_funding_id` names the line. */
export const CREDIT_LINE_ID = '1972385232742141';

/**
 * `GET /{business}/extendedcredits`: the business's credit lines. What Meta really writes into the
 * amounts has not been seen; the shape is the SDKs' CurrencyAmount.
 *
 * @throws {GraphError} 200 the token may not read it
 */
export function listCredits(world: World, request: Request): Answer {
	const { funding, creditLine, currency } = world.money.state;
	if (!creditLine.permitted) throw new GraphError(200);
	const used = world.money.creditUsed;
	const amount = (millionths: number) => currencyAmount(millionths, currency);
	const node = {
		id: CREDIT_LINE_ID,
		legal_entity_name: 'Test Conf',
		balance: amount(used),
		max_balance: amount(creditLine.max),
		credit_available: amount(Math.max(0, creditLine.max - used)),
		allocated_amount: amount(0),
		credit_type: 'EXTENDED',
		is_access_revoked: false,
	};
	const fields = request.query.get('fields');
	const data = funding === 'creditLine' ? [pickFields(node, fields, NODE)] : [];
	return { status: 200, json: { data } };
}

function currencyAmount(millionths: number, currency: string): JsonObject {
	const hundredths = String(Math.round(toAmount(millionths) * 100));
	return {
		amount: toAmount(millionths).toFixed(2),
		amount_in_hundredths: hundredths,
		currency,
		offsetted_amount: hundredths,
	};
}
