import type { Node, NodeAPI } from 'node-red';
import {
	NodeFailure,
	providerNodeOf,
	receivePayment,
	STRIPE,
	type AccountNode,
	type WebhookAnswer,
	type WebhookCall,
	type WebhookReceiver,
} from '../../engine';
import type { CheckCreditsConfig } from './config';
import { CreditStatus } from './credit-status';

/** Stripe's webhook of one Check Credits node: verified over its bytes, booked once, told once. */
export class Payments implements WebhookReceiver {
	readonly nodeId: string;

	readonly status: CreditStatus;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: CheckCreditsConfig,
		private readonly account: AccountNode | undefined,
	) {
		this.nodeId = node.id;
		this.status = new CreditStatus(RED, node);
	}

	async post({ rawBody, headers }: WebhookCall): Promise<WebhookAnswer> {
		const { account, secret } = this;
		if (!account || secret === '') {
			this.refused(401, this.RED._(account ? 'log.no-secret' : 'log.no-account'));
			return { status: 401 };
		}
		const signature = headers['stripe-signature'];
		const call = await receivePayment(account, {
			...{ rawBody, secret, signature: Array.isArray(signature) ? signature[0] : signature },
		});
		if ('reason' in call) this.refused(call.status, call.reason);
		else if ('problem' in call) {
			this.node.error(new NodeFailure(`${call.problem}. ${call.whatToDo}`, 'payment_refused'), {});
		} else if ('purchase' in call.booking) {
			const { booked, purchase, test, message } = call.booking;
			this.status.booked(purchase, booked);
			// A repeat runs no flow: whoever thanks for a payment must not do it twice.
			if (booked) {
				const payload = { booked, ...purchase, test, message };
				this.node.send({ topic: 'purchase', payload } as never);
			}
		}
		return { status: call.status };
	}

	refused(status: number, reason: string): void {
		this.node.warn(this.RED._('log.refused', { status, reason } as never));
	}

	failed(error: Error): void {
		this.status.failed();
		this.node.error(new NodeFailure(error.message, 'webhook_unreadable'), {});
	}

	/** Whether a payment could be told from a forged one. */
	get hasSecret(): boolean {
		return this.secret !== '';
	}

	private get secret(): string {
		const access = providerNodeOf(this.RED, this.config.provider)?.access;
		return access?.provider === STRIPE ? (access.values.webhookSecret ?? '') : '';
	}
}
