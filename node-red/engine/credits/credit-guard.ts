import type { NodeAPI } from 'node-red';
import type { SendGuard } from '../../../core/messages/send-guard';
import type { AccountNode } from '../account-node';
import { NodeFailure } from '../node-failure';
import { cardsOf, estimateAnswer, guardAnswer } from './credit-answers';
import { creditDesk } from './credit-desk';
import { guardNodeOf } from './guard-node';

/**
 * What is asked before a batch where “Before Sending” says so: the Check Credits node somebody chose, else Meta.
 *
 * @param checkId of a Check Credits node; empty: Meta, with the account itself
 */
export const creditGuard =
	(RED: NodeAPI, { account, transport, store }: AccountNode, checkId: unknown): SendGuard =>
	async (planned) => {
		const chosen = String(checkId ?? '').trim();
		const node = guardNodeOf(RED, chosen);
		if (node) return await node.guardPlanned(planned);
		if (chosen !== '') {
			throw new NodeFailure(
				'The Check Credits node that was chosen is gone, or switched off',
				'check_missing',
			);
		}
		const desk = creditDesk({
			...{ account, transport: transport(), cards: cardsOf({}), source: 'meta', access: {} },
			purchases: await store().credits().purchases.all(account.businessAccountId),
		});
		const plan = { messages: [...planned], leftOut: 0 };
		return await guardAnswer(
			desk,
			{},
			{
				...{ planned: await estimateAnswer(desk, {}, plan), trying: true },
			},
		);
	};
