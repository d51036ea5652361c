import {
	accountAlert,
	isObject,
	type AccountAlert,
	type AccountHealth,
	type AccountNode,
	type CreditDesk,
	type WebhookNotification,
} from '../../engine';

export interface Look {
	/** What the team should hear, and has not heard yet. */
	alert?: AccountAlert;
	/** Absent where a notification was looked at. */
	health?: AccountHealth;
}

/** Nothing leaves: told by a notification, or found when it was looked at. */
const STOPPED = 'state:no';
const LIMITED = 'state:limited';

/**
 * Looks at the account, or at what WhatsApp says about it, and tells each thing once: a ban that a webhook has told is
 * not told again by the hourly look, nor the other way round.
 */
export class HealthWatch {
	constructor(
		private readonly account: AccountNode,
		private readonly language: 'en' | 'ja',
		private readonly onlyNews: boolean,
	) {}

	/** @param payload a notification of the business trigger; anything else means: look */
	async look(desk: CreditDesk, payload: unknown): Promise<Look> {
		if (isNotification(payload)) return { alert: await this.heard(payload) };
		const health = await desk.health();
		if (!this.onlyNews) return { health };
		return { health, alert: await this.found(health) };
	}

	private async heard(notification: WebhookNotification): Promise<AccountAlert | undefined> {
		const alert = alertFrom(notification, this.language);
		if (!alert) return undefined;
		const isNews = await this.alerts.once(this.id, alert.key);
		// Health may know nothing of money: it would call that over an hour later.
		if (alert.stops && notification.kind !== 'status') await this.alerts.once(this.id, STOPPED);
		if (alert.lifts) await this.alerts.over(this.id, STOPPED);
		return isNews ? alert : undefined;
	}

	private async found(health: AccountHealth): Promise<AccountAlert | undefined> {
		const { canSend } = health;
		// What could not be read says nothing: neither that it is over, nor that it has begun.
		if (canSend === 'unknown') return undefined;
		const now = canSend === 'no' ? STOPPED : canSend === 'limited' ? LIMITED : undefined;
		let wasTold = false;
		for (const state of [STOPPED, LIMITED]) {
			if (state !== now) wasTold = (await this.alerts.over(this.id, state)) || wasTold;
		}
		if (now) return (await this.alerts.once(this.id, now)) ? alertOf(health) : undefined;
		return wasTold ? alertOf(health) : undefined;
	}

	private get alerts() {
		return this.account.store().credits().alerts;
	}

	private get id(): string {
		return this.account.account.businessAccountId;
	}
}

/** What the hourly look found, in the shape of a notification's alert. */
function alertOf({ canSend, sentences, problems, asOf }: AccountHealth): AccountAlert {
	const [title = '', ...more] = sentences;
	return {
		key: `health:${canSend}:${asOf}`,
		severity: canSend === 'no' ? 'blocked' : canSend === 'limited' ? 'warning' : 'good',
		...{ title, message: more.join(' '), stops: canSend === 'no', lifts: canSend === 'yes' },
		whatToDo: problems.map(({ whatToDo }) => whatToDo).join(' '),
	};
}

/** As the trigger handed it out; with Meta's own JSON in it, in the language of the node. */
const alertFrom = (
	notification: WebhookNotification & { alert?: AccountAlert },
	language: 'en' | 'ja',
): AccountAlert | undefined =>
	notification.raw === undefined && notification.alert
		? notification.alert
		: accountAlert(notification, language);

const isNotification = (payload: unknown): payload is WebhookNotification =>
	isObject(payload) && typeof payload.field === 'string' && typeof payload.key === 'string';
