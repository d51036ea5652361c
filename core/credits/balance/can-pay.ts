import { REFUSAL_COUNTS_MS } from '../../account/unpaid';
import type { Verdict } from './check-purse';
import type { GuardQuestion } from './guard';

/** Whether the account can pay at all, where no amount says so; undefined where an amount does. */
export function canPayAtAll(question: GuardQuestion): Verdict | undefined {
	const { balance, whenUnknown = 'low', trying, now = Date.parse(balance.asOf) } = question;
	const refused = Date.parse(balance.lastMoneyError ?? '');
	const lately = Number.isFinite(refused) && now - refused < REFUSAL_COUNTS_MS;
	const said = `WhatsApp refused a message for money (131042) on ${balance.lastMoneyError}`;
	if (balance.kind !== 'unavailable' && balance.amount !== undefined) {
		// The amount is newer than the refusal as far as anybody knows: somebody may have topped up since.
		return lately
			? {
					enough: true,
					certain: false,
					message: `${said}, although ${balance.message}`,
					whatToDo: 'Send one message and see whether it is delivered before sending many.',
				}
			: undefined;
	}
	if (balance.paymentMethod === 'none' || balance.paymentProblem !== undefined) {
		return { enough: false, certain: true, message: balance.message, whatToDo: balance.whatToDo };
	}
	if (lately && !trying) {
		return {
			enough: false,
			certain: true,
			message: `${said}.`,
			whatToDo:
				'Look at the payment method and open invoices in Meta’s Billing & payments. Once it is mended, send a single message: when it is delivered, go on.',
		};
	}
	if (balance.kind !== 'unavailable' && balance.paymentMethod === 'attached') {
		return {
			enough: true,
			certain: false,
			message: lately
				? `${said}. Whether there is money again only sending shows, so it is tried.`
				: `${balance.message} Nothing was refused for money lately, so this counts as enough.`,
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
