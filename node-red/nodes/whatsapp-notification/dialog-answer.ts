import type { NotificationState } from '../../engine';
import type { NotificationRecord } from './notification-record';

/** What the dialog brings along. */
export interface DialogRequest {
	/** A list somebody chose there. */
	recipients?: unknown;
	page?: unknown;
	language?: unknown;
}

/** What the dialog gets to see: a page, the file of outcomes, else how the notification stands. */
export async function dialogAnswer(
	record: NotificationRecord,
	asked: string,
	{ page }: DialogRequest,
	language: string,
): Promise<object> {
	switch (asked) {
		case 'page':
			return { html: await record.page(page === 'check' ? 'check' : 'report', language) };
		case 'csv':
			return { csv: await record.csv(language) };
		default:
			return (await record.state(language)) satisfies NotificationState;
	}
}
