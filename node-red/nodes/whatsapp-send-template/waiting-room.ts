import {
	canGoLater,
	GoingOn,
	heardOfWaiting,
	isSent,
	onWaiting,
	undelivered,
	WAITING_MS,
	type AccountNode,
	type DeliveryOutcome,
	type Result,
	type WaitingMessage,
} from '../../engine';

/** The first one shows whether the account can pay: WhatsApp says within a moment where it cannot. */
const PROBE_MS = 5_000;

const PROBE_EVERY_MS = 50;

export interface WaitingRoomPorts {
	/** Id of the Send Template. */
	node: string;
	account: AccountNode;
	phoneNumberId?: string;
	everyMinutes?: number | string;
	/** Sends kept messages; each is reported once. */
	send(
		messages: readonly WaitingMessage[],
		report: (message: WaitingMessage, result: Result) => void,
	): Promise<void>;
	/** Hands out what became of a message that waited. */
	tell(message: WaitingMessage, result: Result): void;
	/** How many wait now. */
	shows(count: number): void;
	failed(error: unknown): void;
}

/** The messages of one Send Template that wait until the account can send again. */
export class WaitingRoom {
	private readonly goingOn: GoingOn;

	private readonly deaf: () => void;

	/** Somebody has said stop: what was under way does not wait again. */
	private stopping = false;

	constructor(private readonly ports: WaitingRoomPorts) {
		const { account, phoneNumberId, everyMinutes, failed } = ports;
		this.goingOn = new GoingOn({
			...{ account, phoneNumberId, everyMinutes, failed },
			goOn: async () => await this.goOn(),
		});
		this.deaf = onWaiting((messages) => {
			if (messages.some(({ node }) => node === ports.node)) void this.waits();
		});
	}

	/** After a deployment or a restart: what waited then is looked after now. */
	async start(): Promise<void> {
		if ((await this.show()) === 0) return;
		this.goingOn.wait();
		this.goingOn.lookNow();
	}

	/** Something was kept. */
	async waits(): Promise<void> {
		this.goingOn.wait();
		await this.show().catch((error: unknown) => this.ports.failed(error));
	}

	/** Nobody gets it any more: somebody has said stop. */
	async clear(): Promise<void> {
		this.stopping = true;
		try {
			const waiting = await this.store.of(this.ports.node);
			await this.store.remove(waiting.map(({ key }) => key));
			this.goingOn.rest();
			for (const message of waiting) this.ports.tell(message, stopped(message));
			this.ports.shows(0);
		} finally {
			this.stopping = false;
		}
	}

	async end(): Promise<void> {
		this.deaf();
		await this.goingOn.end();
	}

	/** @returns whether something still waits */
	private async goOn(): Promise<boolean> {
		const [first, ...others] = await this.due();
		if (first) {
			await this.send([first]);
			if (!(await this.stillWaits(first))) await this.send(others);
		}
		return (await this.show()) > 0;
	}

	private async send(messages: readonly WaitingMessage[]): Promise<void> {
		if (messages.length === 0 || this.stopping) return;
		const changed: WaitingMessage[] = [];
		const gone: string[] = [];
		await this.ports.send(messages, (message, result) => {
			const outcome = result as DeliveryOutcome;
			const { reason = '', message: why, messageId } = outcome;
			if (isSent(outcome)) changed.push({ ...message, state: 'left', messageId });
			else if (canGoLater(outcome)) changed.push({ ...message, reason, message: why });
			// A deployment, not a person: it waits for the next start.
			else if (reason !== 'stopped') gone.push(message.key);
			if (isSent(outcome) || gone.at(-1) === message.key) this.ports.tell(message, result);
		});
		await this.store.put(changed);
		const news = changed.flatMap(({ messageId }) => undelivered.take(messageId ?? '') ?? []);
		await heardOfWaiting(this.ports.account.store(), news);
		await this.store.remove(gone);
	}

	/** Whether the first one could not go either, as far as WhatsApp says so within a moment. */
	private async stillWaits({ key }: WaitingMessage): Promise<boolean> {
		const until = Date.now() + PROBE_MS;
		for (;;) {
			const state = await this.store.stateOf(key);
			if (state !== 'left' || Date.now() > until) return state === 'waiting';
			await new Promise((resolve) => setTimeout(resolve, PROBE_EVERY_MS));
		}
	}

	/** What is too old to be sent by itself is handed out and forgotten. */
	private async due(): Promise<WaitingMessage[]> {
		const waiting = await this.store.of(this.ports.node);
		const old = waiting.filter(({ since }) => since < Date.now() - WAITING_MS);
		await this.store.remove(old.map(({ key }) => key));
		for (const message of old) this.ports.tell(message, tooOld(message));
		return waiting.filter((message) => !old.includes(message));
	}

	private async show(): Promise<number> {
		const { length } = await this.store.of(this.ports.node);
		this.ports.shows(length);
		return length;
	}

	private get store() {
		return this.ports.account.store().credits().waiting;
	}
}

const about = ({ key }: WaitingMessage) => ({ outcome: 'unsent' as const, deliveryKey: key });

const stopped = (message: WaitingMessage): DeliveryOutcome => ({
	...about(message),
	reason: 'stopped',
	message: 'It waited for the account, and was stopped before it left',
	whatToDo: 'Send it again if it is still wanted.',
});

const tooOld = (message: WaitingMessage): DeliveryOutcome => ({
	...about(message),
	reason: message.reason as DeliveryOutcome['reason'],
	message: `It waited for seven days, and is not sent any more: ${message.message}`,
	whatToDo: 'Send it again if it is still wanted.',
});
