import { writeMoney } from '../money';
import { NoBalance, type BalanceReading, type BalanceSource } from './balance';
import { readCreditLines, type CreditLine } from './meta-credit-line';
import { readFunding, readMoneyHealth, type Funding, type MoneyHealth } from './meta-funding';

const ADD_METHOD =
	'Add a payment method to this account in Meta’s Billing & payments, below WhatsApp Business accounts.';

/**
 * Meta, which has no balance to read: it bills afterwards, except for prepaid accounts in India, whose
 * balance no API tells. What can be known is whether a payment method is attached, what is left of a
 * line of credit where the token may read it, and whether messages are refused for money.
 */
export const meta: BalanceSource = {
	id: 'meta',
	name: 'Meta (WhatsApp bills you)',
	fields: [
		{
			name: 'businessId',
			displayName: 'Business Portfolio ID',
			description:
				'Only for a line of credit; found by itself where Meta tells it. Business settings → Business portfolio info.',
			optional: true,
		},
	],
	async read(access, { graph, account, clock, lastMoneyError }) {
		if (!graph || !account?.businessAccountId) {
			throw new NoBalance(
				'No WhatsApp account is connected, so Meta cannot be asked.',
				'Choose the credential of the account.',
			);
		}
		const [funding, health] = await Promise.all([
			readFunding(graph, account),
			readMoneyHealth(graph, account),
		]);
		const businessId = (access.businessId ?? '').trim() || health.businessId;
		const credit =
			businessId && funding.method !== 'none'
				? await readCreditLines(graph, account, businessId)
				: { lines: [], evidence: [] };
		const evidence = [
			...funding.evidence,
			...health.evidence,
			...credit.evidence,
			...indianPrepaid(funding),
			...moneyError(lastMoneyError, clock.now()),
		];
		if (funding.method === 'unknown' && !health.read && credit.lines.length === 0) {
			throw new NoBalance(
				'Meta could not be asked about this account.',
				'Check the access token and the WhatsApp Business Account ID in the credential.',
				evidence,
			);
		}
		const paying = credit.lines.find(({ id, revoked }) => !revoked && id === funding.id);
		return { ...(paying ? lineBalance(paying) : paidAfterwards(funding, health)), evidence };
	},
};

/** The answer without its evidence. */
type Told = Omit<BalanceReading, 'evidence'>;

function lineBalance({ available }: CreditLine): Told {
	if (!available) {
		return {
			kind: 'creditLine',
			paymentMethod: 'attached',
			message: 'This account is paid from a line of credit; Meta does not say what is left of it.',
			whatToDo: 'Look at the line of credit in Meta’s Billing & payments.',
		};
	}
	const money = writeMoney(available);
	return {
		kind: 'creditLine',
		...available,
		paymentMethod: 'attached',
		message: `${money} is available on the line of credit that pays for this account.`,
		...(available.amount > 0
			? {}
			: { whatToDo: 'Pay the open invoices, or ask for a higher limit.' }),
	};
}

function paidAfterwards({ method, currency }: Funding, { paymentProblem }: MoneyHealth): Told {
	const base = { kind: 'spendOnly', paymentMethod: method, currency } as const;
	if (method === 'none') {
		return {
			...base,
			message: 'No payment method is attached to this account, so WhatsApp refuses paid messages.',
			whatToDo: ADD_METHOD,
		};
	}
	if (paymentProblem !== undefined) {
		return {
			...base,
			paymentProblem,
			message: `Meta reports a problem with the payment method: ${paymentProblem}`,
			whatToDo: ADD_METHOD,
		};
	}
	return method === 'attached'
		? {
				...base,
				message:
					'WhatsApp bills this account afterwards by its payment method; there is no balance to read, only what was spent.',
			}
		: {
				...base,
				message:
					'WhatsApp bills this account afterwards; whether a payment method is attached cannot be read with this token.',
				whatToDo: 'Look once in Meta’s Billing & payments whether a payment method is attached.',
			};
}

/** India is the only country with prepaid accounts, and nothing tells them apart from outside. */
function indianPrepaid({ currency, method }: Funding): string[] {
	if (currency !== 'INR' || method === 'none') return [];
	return [
		'Accounts billed in INR can be prepaid. Meta has no API for that balance and no warning before it is used up: then messages fail with 131042.',
	];
}

function moneyError(at: number | undefined, now: number): string[] {
	if (at === undefined || !Number.isFinite(at)) return [];
	const when = new Date(at).toISOString();
	const ago = Math.max(0, Math.round((now - at) / 3_600_000));
	return [`WhatsApp last refused a message for money (131042) on ${when}, ${ago} hours ago.`];
}
