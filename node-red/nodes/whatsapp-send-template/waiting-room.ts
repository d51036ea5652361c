import {
	canGoLater,
	GoingOn,
	heardOfWaiting,
	isSent,
	isTemplatePaused,
	onWaiting,
	undelivered,
	WAITING_MS,
	type AccountNode,
	type DeliveryOutcome,
	type OutcomeReason,
	type Result,
	type WaitingMessage,
} from '../../engine';
import { storedRequest } from './kept-request';
import type { Waiting } from './send-status';

/** The first one shows whether the account can pay: WhatsApp says within a moment where it cannot. */
const PROBE_MS = 5_000;

const PROBE_EVERY_MS = 50;

/** What a message says that waits for its template. */
const PAUSED = 'template_paused' satisfies OutcomeReason;

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
	/** How many wait now, and what for. */
	shows(waiting: Waiting): void;
	failed(error: unknown): void;
}

/** The messages of one Send Template that wait until they can be sent. */
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
			waitsFor: async (template) => await this.waitsFor(template),
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
			this.ports.shows({ count: 0, for: 'account' });
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
		let waiting = await this.due();
		while (waiting.length > 0) {
			const [first, ...others] = waiting as [WaitingMessage, ...WaitingMessage[]];
			const paused = await this.send([first]);
			if (!(await this.stillWaits(first))) {
				await this.send(others);
				break;
			}
			if (!paused) break;
			// A pause says nothing of the account: what has another template is tried all the same.
			const template = templateOf(first);
			waiting = others.filter((message) => templateOf(message) !== template);
		}
		return (await this.show()) > 0;
	}

	/** @returns whether one of them waits on because its template is paused */
	private async send(messages: readonly WaitingMessage[]): Promise<boolean> {
		if (messages.length === 0 || this.stopping) return false;
		let paused = false;
		const changed: WaitingMessage[] = [];
		const gone: string[] = [];
		await this.ports.send(messages, (message, result) => {
			const outcome = result as DeliveryOutcome;
			const { reason = '', message: why, messageId } = outcome;
			if (isSent(outcome)) changed.push({ ...message, state: 'left', messageId });
			else if (canGoLater(outcome)) {
				const isPaused = isTemplatePaused(outcome);
				paused ||= isPaused;
				changed.push({ ...message, reason: isPaused ? PAUSED : reason, message: why });
			}
			// A deployment, not a person: it waits for the next start.
			else if (reason !== 'stopped') gone.push(message.key);
			if (isSent(outcome) || gone.at(-1) === message.key) this.ports.tell(message, result);
		});
		await this.store.put(changed);
		const news = changed.flatMap(({ messageId }) => undelivered.take(messageId ?? '') ?? []);
		await heardOfWaiting(this.ports.account.store(), news);
		await this.store.remove(gone);
		return paused;
	}

	private async waitsFor(template: string): Promise<boolean> {
		const waiting = await this.store.of(this.ports.node);
		return waiting.some(
			(message) =>
				message.reason === PAUSED && storedRequest(message).request.templateName === template,
		);
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
		const waiting = await this.store.of(this.ports.node);
		const { length: count } = waiting;
		const paused = new Set(waiting.filter(({ reason }) => reason === PAUSED).map(templateOf));
		const forTemplates = waiting.every((message) => paused.has(templateOf(message)));
		this.ports.shows({ count, for: forTemplates ? 'template' : 'account' });
		return count;
	}

	private get store() {
		return this.ports.account.store().credits().waiting;
	}
}

/** Each language of a template is paused by itself. */
function templateOf(message: WaitingMessage): string {
	const { templateName, languages } = storedRequest(message).request;
	return [templateName, ...languages].join(' ');
}

const about = ({ key }: WaitingMessage) => ({ outcome: 'unsent' as const, deliveryKey: key });

const stopped = (message: WaitingMessage): DeliveryOutcome => ({
	...about(message),
	reason: 'stopped',
	message: 'It waited, and was stopped before it left',
	whatToDo: 'Send it again if it is still wanted.',
});

const tooOld = (message: WaitingMessage): DeliveryOutcome => ({
	...about(message),
	reason: message.reason as DeliveryOutcome['reason'],
	message: `It waited for seven days, and is not sent any more: ${message.message}`,
	whatToDo: 'Send it again if it is still wanted.',
});
