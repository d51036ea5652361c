import { readCanSend } from '../../../core/account/health';
import { sendingPlace } from '../../../core/account/sending-gate';
import { sendingStates } from '../../../core/account/sending-states';
import type { AccountNode } from '../account-node';
import { systemClock } from '../clock';
import { onGoodNews, type GoodNews } from './account-news';

/** While something waits and nobody tells that it is over: Meta's limits allow far more than this. */
export const LOOK_EVERY_MINUTES = 10;

export interface GoingOnPorts {
	account: AccountNode;
	/** Another number of the account than its own. */
	phoneNumberId?: string;
	/** Minutes between two looks. */
	everyMinutes?: number | string;
	/** Sends what waits. @returns whether something still waits */
	goOn(): Promise<boolean>;
	/** Whether something waits because this template could not be sent. */
	waitsFor(template: string): Promise<boolean>;
	failed(error: unknown): void;
}

/**
 * Goes on by itself once the account can send again: at once when WhatsApp says that what stopped it is over, or that the
 * template is back, or when credits were bought; else it looks at the account's health every ten minutes.
 */
export class GoingOn {
	private timer: NodeJS.Timeout | undefined;

	private deaf: (() => void) | undefined;

	/** One try after the other. */
	private trying: Promise<void> | undefined;

	/** Good news came while it was trying: what it finds then may be old. */
	private again = false;

	private ended = false;

	constructor(private readonly ports: GoingOnPorts) {}

	/** Something waits. */
	wait(): void {
		if (this.ended) return;
		this.deaf ??= onGoodNews(this.ports.account.account.businessAccountId, (news) =>
			this.hear(news),
		);
		if (this.timer) return;
		const minutes = Number(this.ports.everyMinutes) || LOOK_EVERY_MINUTES;
		this.timer = setTimeout(() => this.lookNow(), minutes * 60_000);
		// Nobody waits for it: it must not keep a process alive that wants to end.
		this.timer.unref();
	}

	/** Whether something waits. */
	get isWaiting(): boolean {
		return this.deaf !== undefined;
	}

	/** Good news: WhatsApp is not asked, it is tried at once. */
	hurry(): void {
		if (this.ended) return;
		if (this.trying) this.again = true;
		else this.begin(async () => true);
	}

	/** Templates are approved by the dozen, and most of them concern nobody who waits. */
	private hear(news: GoodNews): void {
		if (news.is !== 'templateBack') return this.hurry();
		this.ports
			.waitsFor(news.template)
			.then((waits) => waits && this.hurry())
			.catch((error: unknown) => this.ports.failed(error));
	}

	/** After a restart: a look at the account's health decides. */
	lookNow(): void {
		if (!this.ended && !this.trying) this.begin(async () => await this.isAble());
	}

	/** Nothing waits any more, or somebody has stopped it. */
	rest(): void {
		clearTimeout(this.timer);
		this.timer = undefined;
		this.deaf?.();
		this.deaf = undefined;
	}

	/** Before the next deployment. */
	async end(): Promise<void> {
		this.ended = true;
		this.rest();
		await this.trying;
	}

	private begin(isTime: () => Promise<boolean>): void {
		this.trying = this.try(isTime)
			.catch((error: unknown) => this.ports.failed(error))
			.finally(() => {
				this.trying = undefined;
				const { again } = this;
				this.again = false;
				if (again) this.hurry();
			});
	}

	private async try(isTime: () => Promise<boolean>): Promise<void> {
		clearTimeout(this.timer);
		this.timer = undefined;
		let waits = true;
		try {
			if (await isTime()) {
				const { account, phoneNumberId } = this.ports;
				sendingStates.lookNow(sendingPlace(account.account, phoneNumberId));
				waits = await this.ports.goOn();
			}
		} finally {
			if (waits) this.wait();
			else this.rest();
		}
	}

	/** Money cannot be seen there: where nothing speaks against it, sending tells. */
	private async isAble(): Promise<boolean> {
		const { account, transport } = this.ports.account;
		const phoneNumberId = this.ports.phoneNumberId ?? account.phoneNumberId;
		const clock = systemClock;
		return (await readCanSend(transport(), { ...account, phoneNumberId }, { clock })) !== 'no';
	}
}
