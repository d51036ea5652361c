import type { Verdict } from './check-purse';
import type { GuardQuestion } from './guard';

/** A refusal for money says something about an account that pays afterwards for this long. */
export const MONEY_ERROR_COUNTS_MS = 24 * 3_600_000;

/** Whether the account can pay at all, where no amount says so; undefined where an amount does. */
export function canPayAtAll(question: GuardQuestion): Verdict | undefined {
	const { balance, whenUnknown = 'low', now = Date.parse(balance.asOf) } = question;
	const refused = Date.parse(balance.lastMoneyError ?? '');
	const lately = Number.isFinite(refused) && now - refused < MONEY_ERROR_COUNTS_MS;
	if (balance.kind !== 'unavailable' && balance.amount !== undefined) {
		// The amount is newer than the refusal as far as anybody knows: credits may have been bought since.
		return lately
			? {
					enough: true,
					certain: false,
					message: `WhatsApp refused a message for money (131042) on ${balance.lastMoneyError}, although ${balance.message}`,
					whatToDo: 'Send one message and see whether it is delivered before sending many.',
				}
			: undefined;
	}
	if (balance.paymentMethod === 'none' || balance.paymentProblem !== undefined) {
		return { enough: false, certain: true, message: balance.message, whatToDo: balance.whatToDo };
	}
	if (lately) {
		return {
			enough: false,
			certain: true,
			message: `WhatsApp refused a message for money (131042) on ${balance.lastMoneyError}.`,
			whatToDo:
				'Look at the payment method and open invoices in Meta’s Billing & payments. Once it is mended, send a single message: when it is delivered, go on.',
		};
	}
	if (balance.kind !== 'unavailable' && balance.paymentMethod === 'attached') {
		return {
			enough: true,
			certain: false,
			message: `${balance.message} Nothing was refused for money lately, so this counts as enough.`,
		};
	}
	const enough = whenUnknown === 'enough';
	return {
		enough,
		certain: false,
		message: `${balance.message} Whether it is enough cannot be known, and counts as ${enough ? 'enough, as you set it' : 'low unless you set it otherwise'}.`,
		whatToDo: balance.whatToDo,
	};
}
