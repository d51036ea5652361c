import type { Transport } from '../../ports';
import { isObject, listAt, objectAt, textAt } from '../../webhooks/json';
import { askMeta, sentence, type MetaAccount } from './ask-meta';
import { readCurrency } from './read-amount';

export interface Funding {
	method: 'attached' | 'none' | 'unknown';
	/** Meta's id of what pays: a card, or a line of credit. */
	id?: string;
	/** What the account is billed in, ISO 4217. */
	currency?: string;
	evidence: string[];
}

/**
 * Whether somebody pays. Follows Meta, "Messaging account": `primary_funding_id` is absent where no
 * payment method is attached. Only in an answer that is valid: a refusal (10 for apps that may not
 * read it) or no answer means unknown, not none.
 */
export async function readFunding(transport: Transport, account: MetaAccount): Promise<Funding> {
	try {
		const answer = await askMeta(transport, account, {
			doing: 'Reading the payment method',
			path: [account.businessAccountId],
			fields: 'currency,primary_funding_id',
		});
		// Any valid answer of a node carries its id, whatever was asked for.
		if (textAt(answer, 'id') === undefined) throw new Error('the answer is not one of an account');
		const id = textAt(answer, 'primary_funding_id');
		return {
			method: id === undefined ? 'none' : 'attached',
			...(id === undefined ? {} : { id }),
			currency: readCurrency(answer.currency),
			evidence: [
				id === undefined
					? 'Meta says that no payment method is attached (no primary_funding_id).'
					: 'Meta says that a payment method is attached (primary_funding_id).',
			],
		};
	} catch (error) {
		const why = sentence(error);
		return {
			method: 'unknown',
			evidence: [`Whether a payment method is attached is not known: ${why}`],
		};
	}
}

export interface MoneyHealth {
	/** The business portfolio, for its lines of credit. */
	businessId?: string;
	/** Meta's words where the account cannot send because of its payment method. */
	paymentProblem?: string;
	/** Meta was reached and knows the account. */
	read: boolean;
	evidence: string[];
}

/** "There is an error with the payment method" in `health_status`; 131042 stands for the same in sending. */
const PAYMENT_CODES = new Set(['141006', '131042']);

/** What `health_status` says about money. */
export async function readMoneyHealth(
	transport: Transport,
	account: MetaAccount,
): Promise<MoneyHealth> {
	try {
		const answer = await askMeta(transport, account, {
			doing: 'Reading the health of the account',
			path: [account.businessAccountId],
			fields: 'health_status',
		});
		const health = objectAt(answer, 'health_status');
		const entities = listAt(health, 'entities').filter(isObject);
		const business = entities.find((entity) => textAt(entity, 'entity_type') === 'BUSINESS');
		const problem = entities
			.flatMap((entity) => listAt(entity, 'errors').filter(isObject))
			.find((error) => PAYMENT_CODES.has(textAt(error, 'error_code') ?? ''));
		const canSend = textAt(health, 'can_send_message');
		const words =
			problem && (textAt(problem, 'error_description') ?? 'an error with the payment method');
		return {
			...(business ? { businessId: textAt(business, 'id') } : {}),
			...(words ? { paymentProblem: words } : {}),
			read: canSend !== undefined,
			evidence: [
				canSend === undefined
					? 'Meta’s answer has no health status.'
					: `Meta’s health status: ${canSend}${words ? ` (${words})` : ''}.`,
			],
		};
	} catch (error) {
		return { read: false, evidence: [`The health status could not be read: ${sentence(error)}`] };
	}
}
