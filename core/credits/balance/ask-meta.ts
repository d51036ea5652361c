import { graphPath } from '../../graph/address';
import { callGraph } from '../../graph/call';
import { GraphCallError } from '../../graph/error';
import { sentenceFor } from '../../graph/sentence';
import type { Transport } from '../../ports';
import type { JsonObject } from '../../webhooks/json';
import type { BalancePorts } from './balance';

export type MetaAccount = NonNullable<BalancePorts['account']>;

const TIMEOUT_MS = 15_000;

export interface MetaQuestion {
	/** For the sentence of an error: `Reading the payment method`. */
	doing: string;
	/** Of the Graph API, below the version: an id, and what of it. */
	path: string[];
	/** `currency,primary_funding_id` */
	fields: string;
}

/**
 * What Meta says of the money of an account.
 *
 * @throws {GraphCallError | TransportError} where it does not say; {@link sentence} tells why
 */
export async function askMeta(
	transport: Transport,
	{ apiVersion }: MetaAccount,
	{ doing, path, fields }: MetaQuestion,
): Promise<JsonObject> {
	return await callGraph(transport, doing, {
		method: 'GET',
		path: graphPath(apiVersion, ...path),
		query: { fields },
		timeoutMs: TIMEOUT_MS,
	});
}

/** Meta's own words, without the advice that belongs to sending. */
export const sentence = (error: unknown): string =>
	error instanceof GraphCallError
		? `${error.message.replace(/^[^:]*: /, '')}.`
		: sentenceFor(error);
