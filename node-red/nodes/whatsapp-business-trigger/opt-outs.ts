import {
	listedWords,
	optOutFields,
	type AccountNode,
	type OptOutFields,
	type OptOutOptions,
	type WebhookNotification,
} from '../../engine';
import type { BusinessTriggerConfig } from './config';

/** Who stops or resumes marketing messages: kept for Send Template, and marked in what is handed out. */
export class OptOuts {
	readonly words: OptOutOptions;

	private readonly records: boolean;

	private readonly read = new WeakMap<WebhookNotification, OptOutFields>();

	constructor({ recordOptOuts, stopWords, startWords }: BusinessTriggerConfig) {
		this.records = recordOptOuts !== false;
		this.words = { stopWords: listedWords(stopWords), startWords: listedWords(startWords) };
	}

	/** @throws what keeps the store from remembering it */
	async keep(
		{ account, store }: AccountNode,
		notifications: readonly WebhookNotification[],
	): Promise<void> {
		const secret = await store().hashKey();
		const accountOf = (id: string) => id || account.businessAccountId;
		for (const notification of notifications) {
			const hashKeyOf = (id: string) => `${secret}/${accountOf(id)}`;
			const fields = optOutFields(notification, hashKeyOf, Date.now(), this.words);
			if (fields === undefined) continue;
			this.read.set(notification, fields);
			if (!this.records) continue;
			const { choice, by, person, since } = fields;
			const businessAccountId = accountOf(notification.businessAccountId);
			const entry = { choice, by, person, businessAccountId, since: Date.parse(since) };
			await store().optOuts().record([entry]);
		}
	}

	/** What a notification says; only after {@link keep}. */
	of(notification: WebhookNotification): OptOutFields | undefined {
		return this.read.get(notification);
	}
}
