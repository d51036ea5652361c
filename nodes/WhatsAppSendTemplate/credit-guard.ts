import type { IExecuteFunctions } from 'n8n-workflow';
import { estimateCost } from '../../core/credits';
import { guardAnswer } from '../../core/credits/desk';
import type { SendGuard } from '../../core/messages/send-guard';
import { creditDeskOf } from '../engine/credit-desk';

/** Whether there is enough for the messages of a run, by the fields that Before Sending shows. */
export function creditGuard(context: IExecuteFunctions): SendGuard {
	const field = (name: string) => context.getNodeParameter(name, 0, '') as unknown;
	return async (planned) => {
		const desk = await creditDeskOf(context, {
			whoIsPaid: field('balanceSource'),
			purchases: field('purchases'),
		});
		const { currency, timeZone } = await desk.billing();
		const estimate = estimateCost(planned, { currency, timeZone, at: desk.now() });
		const leftOver = Number(field('leftOver')) || 0;
		return await guardAnswer(desk, {
			...{ planned: estimate, trying: true },
			// So much has to be there now, for so much to be there afterwards.
			...(leftOver > 0 ? { amount: estimate.total + leftOver } : {}),
			whenUnknown: field('whenUnknown') === 'enough' ? 'enough' : 'low',
		});
	};
}
