import type { Node, NodeAPI, NodeStatusFill, NodeStatusShape } from 'node-red';
import { reportOf, type NotificationProgress, type Report } from '../../engine';
import type { NotificationRecord } from './notification-record';

/** The editor gets no more than this many statuses a second from one node. */
const EVERY_MS = 500;

const count = new Intl.NumberFormat('en-US');

/** What a Notification node shows below itself. */
export class NotificationStatus {
	private shownAt = 0;

	private done = 0;

	private all = 0;

	constructor(
		private readonly RED: NodeAPI,
		private readonly node: Node,
		private readonly timeZone?: string,
	) {}

	missingAccount(): void {
		this.show('red', 'ring', 'no-account');
	}

	wrongId(): void {
		this.show('red', 'ring', 'wrong-id');
	}

	taken(): void {
		this.show('red', 'ring', 'taken');
	}

	failed(): void {
		this.show('red', 'dot', 'failed');
	}

	checking(): void {
		this.show('blue', 'ring', 'checking');
	}

	scheduled(at: string): void {
		this.show('grey', 'dot', 'scheduled', { at: clockOf(at, this.timeZone?.trim() || 'UTC') });
	}

	/** Before a chunk: how far everything is. */
	progress({ toSend, waiting, unsent }: Report): void {
		this.all = toSend;
		this.done = toSend - waiting - unsent;
		this.tick();
	}

	/** One more person has an outcome. */
	step(): void {
		this.done++;
		if (Date.now() - this.shownAt >= EVERY_MS) this.tick();
	}

	/** What is on record of the notification while no run is under way. */
	async showStanding(record: NotificationRecord): Promise<void> {
		const standing = await record.standing();
		if (standing === undefined) return this.show('grey', 'ring', 'idle');
		if (standing.progress === 'scheduled') return this.scheduled(standing.nextAt ?? '');
		this.stands(standing.progress, reportOf(await record.rows()));
	}

	private stands(progress: NotificationProgress, report: Report): void {
		const { accepted, failed, unsent, unknown, waiting, toSend, leftOut } = report;
		if (progress === 'checked') return this.checked(waiting, leftOut);
		const bad = failed + unsent + unknown;
		const fill =
			progress === 'stopped' ? 'yellow' : bad === 0 ? 'green' : accepted > 0 ? 'yellow' : 'red';
		this.show(fill, 'dot', progress, {
			sent: count.format(accepted),
			all: count.format(toSend),
			notSent: count.format(bad),
			waiting: count.format(waiting),
		});
	}

	private checked(ready: number, leftOut: number): void {
		this.show(ready > 0 ? 'green' : 'red', 'ring', 'checked', {
			ready: count.format(ready),
			leftOut: count.format(leftOut),
		});
	}

	private tick(): void {
		this.show('blue', 'dot', 'sending', {
			done: count.format(this.done),
			all: count.format(this.all),
		});
	}

	private show(
		fill: NodeStatusFill,
		shape: NodeStatusShape,
		word: string,
		values: Record<string, unknown> = {},
	): void {
		this.shownAt = Date.now();
		this.node.status({ fill, shape, text: this.RED._(`status.${word}`, values as never) });
	}
}

/** `2026-12-01 10:00 (Asia/Tokyo)`, by the clock of the event. */
function clockOf(at: string, timeZone: string): string {
	try {
		const clock = new Intl.DateTimeFormat('sv-SE', {
			...{ dateStyle: 'short', timeStyle: 'short', timeZone },
		} as never).format(new Date(at));
		return `${clock} (${timeZone})`;
	} catch {
		return at;
	}
}
