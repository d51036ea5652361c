import type { Node, NodeAPI, NodeStatusFill, NodeStatusShape } from 'node-red';
import {
	writeMoney,
	type AccountAlert,
	type AccountHealth,
	type Balance,
	type CreditPrice,
	type Estimate,
	type GuardAnswer,
	type Purchase,
	type SpendAnswer,
} from '../../engine';

const count = new Intl.NumberFormat('en-US');

const CAN_SEND: Record<AccountHealth['canSend'], NodeStatusFill> = {
	...{ yes: 'green', limited: 'yellow', no: 'red', unknown: 'grey' },
};

const SEVERITY: Record<AccountAlert['severity'], NodeStatusFill> = {
	...{ blocked: 'red', warning: 'yellow', good: 'green', info: 'blue' },
};

/** What a Check Credits node shows below itself. */
export class CreditStatus {
	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
	) {}

	idle(): void {
		this.node.status({});
	}

	missingAccount(): void {
		this.show('red', 'ring', 'no-account');
	}

	missingSecret(): void {
		this.show('red', 'ring', 'no-secret');
	}

	pathTaken(): void {
		this.show('red', 'ring', 'path-taken');
	}

	listening(): void {
		this.show('grey', 'dot', 'listening');
	}

	failed(): void {
		this.show('red', 'ring', 'failed');
	}

	balance({ kind, amount, currency, paymentMethod, lastMoneyError }: Balance): void {
		if (amount !== undefined && currency !== undefined) {
			const money = writeMoney({ amount, currency });
			return this.show(amount > 0 ? 'green' : 'red', 'dot', 'amount', { money });
		}
		if (kind === 'spendOnly' || kind === 'creditLine') {
			const fill = paymentMethod === 'none' ? 'red' : lastMoneyError ? 'yellow' : 'green';
			return this.show(fill, 'ring', `payment.${paymentMethod ?? 'unknown'}`);
		}
		this.show('grey', 'ring', 'unavailable');
	}

	spend({ currency, total, estimatedTotal, messages }: SpendAnswer): void {
		const amount = total ?? estimatedTotal;
		const money = amount === undefined ? '?' : writeMoney({ amount, currency });
		this.show('green', 'dot', 'spent', { money, messages: count.format(messages) });
	}

	estimate({ currency, total, messages, unknown }: Estimate): void {
		const money = writeMoney({ amount: total, currency });
		const fill = unknown > 0 ? 'yellow' : 'green';
		this.show(fill, 'dot', 'spent', { money, messages: count.format(messages) });
	}

	price({ credits, total, currency }: CreditPrice): void {
		const money = writeMoney({ amount: total, currency });
		this.show('green', 'dot', 'price', { credits: count.format(credits), money });
	}

	guard({ enough, certain }: GuardAnswer): void {
		if (!enough) return this.show('red', 'dot', 'low');
		this.show(certain ? 'green' : 'yellow', 'dot', certain ? 'enough' : 'assumed');
	}

	health(alert: AccountAlert | undefined, health: AccountHealth | undefined): void {
		if (health) {
			const { canSend, problems } = health;
			// WhatsApp's yes knows nothing of money.
			const shown = canSend === 'yes' && problems.length > 0 ? 'limited' : canSend;
			return this.show(CAN_SEND[shown], 'dot', `health.${shown}`);
		}
		if (alert) this.show(SEVERITY[alert.severity], 'dot', `alert.${alert.severity}`);
	}

	booked({ credits }: Purchase, booked: boolean): void {
		const values = { credits: count.format(credits) };
		this.show(booked ? 'green' : 'grey', 'dot', booked ? 'booked' : 'booked-before', values);
	}

	private show(
		fill: NodeStatusFill,
		shape: NodeStatusShape,
		word: string,
		values: Record<string, unknown> = {},
	): void {
		this.node.status({ fill, shape, text: this.RED._(`status.${word}`, values as never) });
	}
}
