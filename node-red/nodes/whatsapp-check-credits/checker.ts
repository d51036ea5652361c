import type { Node, NodeAPI } from 'node-red';
import {
	accountNodeOf,
	balanceAnswer,
	book,
	buyingPlace,
	cardsOf,
	checkoutForm,
	creditDesk,
	estimateAnswer,
	guardAnswer,
	NodeFailure,
	pageAnswer,
	plannedMessages,
	priceAnswer,
	propertyReader,
	providerNodeOf,
	purchaseByHand,
	sourceOf,
	spendAnswer,
	templateCategory,
	typedNumber,
	type AccountNode,
	type CreditDesk,
	type CreditPrice,
	type GuardAnswer,
	type GuardVerdict,
	type IncomingMessage,
	type PlannedMessage,
	type PropertyReader,
} from '../../engine';
import type { CheckCreditsConfig } from './config';
import { CreditStatus } from './credit-status';
import { HealthWatch } from './health-watch';

type Send = (msg: unknown) => void;

/** What one Check Credits node answers. */
export class Checker {
	readonly account: AccountNode | undefined;

	private readonly status: CreditStatus;

	private readonly read: Record<'count' | 'recipients' | 'template', PropertyReader>;

	/** @throws {Error} when an expression of the dialog cannot be parsed */
	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly config: CheckCreditsConfig,
	) {
		this.account = accountNodeOf(RED, config.account);
		this.status = new CreditStatus(RED, node);
		const reader = (value = '', type = 'str') =>
			propertyReader(RED, node, { value, type: type === 'list' ? 'str' : type });
		this.read = {
			count: reader(config.count, config.countType),
			recipients: reader(config.recipients ?? 'payload', config.recipientsType ?? 'msg'),
			template: reader(config.template, config.templateType),
		};
		const needsAccount = config.operation !== 'price';
		if (needsAccount && !this.account) this.status.missingAccount();
		else this.status.idle();
	}

	/** @throws {NodeFailure} what somebody must mend, for Catch nodes */
	async handle(msg: IncomingMessage, send: Send): Promise<void> {
		const { operation = 'balance' } = this.config;
		try {
			await this[operation](msg, send);
		} catch (error) {
			this.status.failed();
			throw error;
		}
	}

	/**
	 * What Send Template asks before a batch.
	 *
	 * @param planned the messages that would really be sent
	 */
	async guardPlanned(planned: readonly PlannedMessage[]): Promise<GuardVerdict> {
		const desk = await this.desk();
		const plan = { messages: [...planned], leftOut: 0 };
		const estimate = await estimateAnswer(desk, this.config, plan);
		const answer = await guardAnswer(desk, this.config, { planned: estimate, trying: true });
		this.status.guard(answer);
		return answer;
	}

	private async balance(msg: IncomingMessage, send: Send): Promise<void> {
		const balance = await balanceAnswer(await this.desk());
		this.status.balance(balance);
		send({ ...msg, payload: balance });
	}

	private async spend(msg: IncomingMessage, send: Send): Promise<void> {
		const report = await spendAnswer(await this.desk(), this.config);
		this.status.spend(report);
		send({ ...msg, payload: report });
	}

	private async estimate(msg: IncomingMessage, send: Send): Promise<void> {
		const desk = await this.desk();
		const estimate = await estimateAnswer(desk, this.config, await this.planned(msg));
		this.status.estimate(estimate);
		send({ ...msg, payload: estimate });
	}

	private async price(msg: IncomingMessage, send: Send): Promise<void> {
		const price = priceAnswer(this.config, await this.read.count(msg), mixOf(msg));
		this.status.price(price);
		send({ ...msg, payload: { ...price, ...this.buying(price, msg) } });
	}

	/** Where one pays, and for own credits what Stripe is asked for, where the message says the way back. */
	private buying(price: CreditPrice, { successUrl, cancelUrl, reference }: IncomingMessage) {
		const { balanceFrom, provider, creditPrice } = this.config;
		const { source } = sourceOf(balanceFrom, providerNodeOf(this.RED, provider)?.access);
		const { businessAccountId } = this.account?.account ?? {};
		const buying = buyingPlace({ source, businessAccountId });
		if (buying.by !== 'stripe' || typeof successUrl !== 'string') return { buying };
		const { credits, currency, tax, fee } = price;
		const checkout = checkoutForm({
			...{ credits, currency, successUrl, creditPrice: typedNumber(creditPrice) ?? 2 },
			...(tax > 0 ? { tax: { name: this.RED._('checkout.tax'), amount: tax } } : {}),
			...(fee > 0 ? { fee: { name: this.RED._('checkout.fee'), amount: fee } } : {}),
			...(typeof reference === 'string' ? { reference } : {}),
			cancelUrl: typeof cancelUrl === 'string' ? cancelUrl : successUrl,
		});
		return { buying, checkout };
	}

	private async guard(msg: IncomingMessage, send: Send): Promise<void> {
		const desk = await this.desk();
		const planned =
			this.config.guardBy === 'planned'
				? await estimateAnswer(desk, this.config, await this.planned(msg))
				: undefined;
		const answer = await guardAnswer(desk, this.config, { planned });
		this.status.guard(answer);
		if (!(await this.isNews(answer))) return;
		// What was asked for goes on, so that a guard can stand before Send Template.
		const out = { ...msg, credits: answer, ...(planned ? { estimate: planned } : {}) };
		send(answer.enough ? [out, null] : [null, { ...out, payload: this.lowPayload(msg, answer) }]);
	}

	private async health(msg: IncomingMessage, send: Send): Promise<void> {
		const account = this.requireAccount();
		const watch = new HealthWatch(account, this.language, this.config.tellOnce === true);
		const { alert, health } = await watch.look(await this.desk(), msg.payload);
		this.status.health(alert, health);
		if (alert) send({ ...msg, topic: 'alert', payload: alert, ...(health ? { health } : {}) });
		else if (health && this.config.tellOnce !== true) {
			send({ ...msg, topic: 'health', payload: health });
		}
	}

	/** A purchase that is not told by Stripe's webhook, which has an address of its own. */
	private async bookPurchase(msg: IncomingMessage, send: Send): Promise<void> {
		const account = this.requireAccount();
		const purchase = purchaseByHand((msg.payload ?? {}) as Record<string, unknown>);
		const booked = await book(account, purchase);
		this.status.booked(purchase, booked);
		send({ ...msg, topic: 'purchase', payload: { booked, ...purchase } });
	}

	private async page(msg: IncomingMessage, send: Send): Promise<void> {
		const desk = await this.desk();
		const buyUrl = desk.buyUrl(typeof msg.buyUrl === 'string' ? msg.buyUrl : undefined);
		const html = await pageAnswer(desk, this.config, this.language, buyUrl);
		this.status.idle();
		const headers = { ...(msg.headers as object), 'content-type': 'text/html; charset=utf-8' };
		send({ ...msg, payload: html, headers });
	}

	/** Where only what is new is told: Low once, until there is enough again. */
	private async isNews({ enough }: GuardAnswer): Promise<boolean> {
		if (this.config.tellOnce !== true) return true;
		const { account, store } = this.requireAccount();
		const { alerts } = store().credits();
		const key = `low:${this.node.id}`;
		if (!enough) return await alerts.once(account.businessAccountId, key);
		return await alerts.over(account.businessAccountId, key);
	}

	/** A list that would have been sent stays what it is; a mere look becomes the sentence. */
	private lowPayload({ payload }: IncomingMessage, answer: GuardAnswer): unknown {
		return this.config.guardBy === 'planned' ? payload : answer;
	}

	private async planned(msg: IncomingMessage) {
		const { defaultCountry } = this.config;
		const category = await templateCategory(this.requireAccount(), await this.read.template(msg));
		const list = await this.read.recipients(msg);
		return plannedMessages(list, { category, defaultCountry: defaultCountry?.trim() || undefined });
	}

	private async desk(): Promise<CreditDesk> {
		const { account, transport, store } = this.requireAccount();
		const provider = providerNodeOf(this.RED, this.config.provider)?.access;
		return creditDesk({
			...{ account, transport: transport(), cards: cardsOf(this.config) },
			...sourceOf(this.config.balanceFrom, provider),
			purchases: await store().credits().purchases.all(account.businessAccountId),
		});
	}

	private requireAccount(): AccountNode {
		if (this.account) return this.account;
		this.status.missingAccount();
		throw new NodeFailure(this.RED._('log.no-account'), 'account_missing');
	}

	private get language(): 'en' | 'ja' {
		const { pageLanguage = 'auto' } = this.config;
		if (pageLanguage !== 'auto') return pageLanguage;
		return (this.RED.settings as { lang?: string }).lang?.startsWith('ja') ? 'ja' : 'en';
	}
}

/** The countries and categories one really sends to, where the message brings them. */
const mixOf = ({ mix }: IncomingMessage) =>
	Array.isArray(mix) && mix.length > 0
		? (mix as Array<{ country?: string; category: string; messages: number }>)
		: undefined;
