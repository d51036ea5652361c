import type { NodeAPI } from 'node-red';
import {
	costOf,
	haltedBy,
	haltedSentence,
	NodeFailure,
	reportCsv,
	reportOf,
	reportPage,
	type AccountNode,
	type NotificationProgress,
	type NotificationStanding,
	type NotificationState,
	type NotificationStore,
	type ResultRow,
} from '../../engine';
import { languageOf } from './check-list';
import { checkPageOf } from './check-pages';
import type { NotificationConfig } from './config';

/** What is on record of one notification, and how it is told: as a message, as a page, as a file. */
export class NotificationRecord {
	constructor(
		private readonly RED: NodeAPI,
		private readonly config: NotificationConfig,
		private readonly account: AccountNode,
		readonly id: string,
	) {}

	get store(): NotificationStore {
		return this.account.store().notifications();
	}

	async rows(): Promise<ResultRow[]> {
		return await this.store.rows(this.id);
	}

	async standing(): Promise<NotificationStanding | undefined> {
		return await this.store.standing(this.id);
	}

	/** @throws {NodeFailure} where nothing was checked yet */
	async checked(): Promise<NotificationStanding> {
		const standing = await this.standing();
		if (standing) return standing;
		throw new NodeFailure(this.RED._('log.not-checked'), 'not_checked');
	}

	async stand(
		progress: NotificationProgress,
		more: Partial<Pick<NotificationStanding, 'message' | 'nextAt' | 'halted'>> = {},
	): Promise<void> {
		const message = (await this.standing())?.message ?? '';
		await this.store.stand(this.id, {
			...{ progress, message, at: new Date().toISOString() },
			...more,
		});
	}

	/** Why it cannot be finished: somebody did not get it because it could not be paid. */
	async unpaid(): Promise<NotificationStanding['halted']> {
		const row = (await this.rows()).find(({ state }) => state === 'unsent');
		return row && haltedBy(row);
	}

	/** For the flow. */
	async report(): Promise<object> {
		const standing = await this.checked();
		const rows = await this.rows();
		const language = languageOf(this.config, this.RED);
		return {
			topic: 'report',
			payload: {
				notification: this.id,
				progress: standing.progress,
				...(standing.nextAt && { nextAt: standing.nextAt }),
				...(standing.halted && { note: haltedSentence(standing.halted, language) }),
				...reportOf(rows),
			},
			html: this.reportHtml(standing, rows, language),
			csv: reportCsv(rows, { language }),
		};
	}

	/** For the dialog: the numbers. */
	async state(language: string): Promise<NotificationState> {
		const standing = await this.standing();
		if (!standing) return { progress: 'none' };
		const rows = await this.rows();
		const { leftOutReasons: _why, failedReasons: _whyNot, cost: _all, ...counts } = reportOf(rows);
		const waiting = rows.filter(({ state }) => state === 'waiting' || state === 'unsent');
		return {
			...counts,
			progress: standing.progress,
			at: standing.at,
			nextAt: standing.nextAt,
			note: standing.halted && haltedSentence(standing.halted, language),
			costWaiting: costOf(
				waiting.map(({ country, price }) => ({ country, price: price ?? undefined })),
			),
		};
	}

	async page(kind: 'check' | 'report', language: string): Promise<string> {
		const standing = await this.checked();
		const rows = await this.rows();
		// After a restart the check is gone; the report says who was left out, and why, as well.
		const check = kind === 'check' ? checkPageOf(this.id, rows) : undefined;
		return check ?? this.reportHtml(standing, rows, language);
	}

	async csv(language: string): Promise<string> {
		await this.checked();
		return reportCsv(await this.rows(), { language });
	}

	private reportHtml(
		{ progress, halted, nextAt }: NotificationStanding,
		rows: ResultRow[],
		language: string,
	): string {
		return reportPage(rows, {
			...{ title: this.config.name || this.id, facts: this.config.template, language },
			...{ progress, nextAt, note: halted && haltedSentence(halted, language) },
			timeZone: this.config.timeZone?.trim() || undefined,
			now: Date.now(),
		});
	}
}
