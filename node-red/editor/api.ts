import type { AccountDraft } from './account-draft';
import type { AutomationId } from '../../core/events/automations';
import type { AccountHealth } from '../../core/account/health';
import type { SpendReport } from '../../core/credits';
import type { Balance, SourceField } from '../../core/credits/balance/balance';
import type { GuardAnswer } from '../../core/credits/balance/guard';
import type { Purchase } from '../../core/credits/purchases/purchase';
import type { TemplateDefinition } from '../../core/templates/definition';
import type { MessageTemplate } from '../../core/templates/template';
import { t } from './words';

export interface AccountCheck {
	id: string;
	state: 'ok' | 'failed' | 'skipped';
	message: string;
}

export interface Platform {
	id: string;
	name: string;
	signature: { type: string; header: string; query?: string; description: string };
	arrival: 'webhook' | 'poll';
	/** Ids of the automatic triggers it can set off. */
	feeds: string[];
	/** Where its webhooks carry numbers only. */
	api?: { address?: string };
}

export interface Automation {
	id: string;
	label: { en: string; ja: string };
	audience: string;
	template: string;
}

export interface Catalogue {
	platforms: Platform[];
	automations: Automation[];
	reportTypes: string[];
	mappedFields: string[];
}

export interface SentNote {
	automation: AutomationId;
	/** The event's id, or its name where it has none. */
	event: string;
	eventName: string;
	/** Milliseconds. */
	at: number;
}

export interface SampleReading {
	/** What happened, and to whom, in a few words. */
	notices: Array<{ type: string; facts: string[] }>;
	ignored: Array<{ message: string }>;
}

export interface SwitchboardAnswer {
	/** Of the ten templates; absent where they could not be read. */
	templates?: Array<Pick<MessageTemplate, 'name' | 'language' | 'status'>>;
	problem?: string;
	sent: SentNote[];
}

/** One look at the credits: what was asked for. */
export interface CreditLook {
	balance?: Balance;
	spend?: SpendReport & { notes: string[] };
	guard?: GuardAnswer;
	health?: AccountHealth;
	/** HTML. */
	page?: string;
}

/** What our endpoints beside the editor answer; a failure is a sentence for the person who reads it. */
export const api = {
	testAccount: (account: AccountDraft) =>
		request<{ ok: boolean; message: string; checks: AccountCheck[] }>('account/test', { account }),

	listTemplates: (query: {
		account: AccountDraft;
		search?: string;
		after?: string;
		all?: boolean;
	}) => request<{ templates: MessageTemplate[]; after?: string }>('templates', query),

	/** Every template of the account at once, whatever its status. */
	allTemplates: (account: AccountDraft) =>
		request<{ templates: MessageTemplate[] }>('templates/all', { account }),

	readyMade: () => request<{ definitions: TemplateDefinition[] }>('templates/ready-made'),

	drafts: (account: AccountDraft) =>
		request<{ definitions: TemplateDefinition[] }>('templates/drafts', { account }),

	readTemplate: (query: { account: AccountDraft; name: string; language?: string }) =>
		request<{ template: MessageTemplate }>('template', query),

	/** Of a deployed account: how many want no marketing. */
	people: (id: string) => request<{ optedOut: number }>('people', { id }),

	forgetPerson: (id: string, phone: string) =>
		request<{ phone: string; optedOut: boolean; removed: Array<{ what: string; rows: number }> }>(
			'people/forget',
			{ id, phone },
		),

	checkSubscription: (query: {
		account: AccountDraft;
		url: string;
		scope: string;
		updates: string[];
	}) => request<{ subscribed: boolean; message: string }>('trigger/subscription', query),

	sendSample: (nodeId: string, output?: string) =>
		request<{ message: string }>(`trigger/${encodeURIComponent(nodeId)}/sample`, { output }),

	/** Statuses of the ten templates, and when each trigger sent last. */
	switchboard: (account: AccountDraft) => request<SwitchboardAnswer>('switchboard', { account }),

	/** What a sample would be read as. */
	readSample: (sample: { source: string; body: unknown; mapping: object }) =>
		request<SampleReading>('event-nodes/read', sample),

	/** The body of the last genuine call of a trigger, or what an Event Messages last got. */
	lastBody: (nodeId: string) =>
		request<{ body?: unknown }>(`event-nodes/${encodeURIComponent(nodeId)}/body`, {}),

	catalogue: () => request<Catalogue>('catalogue'),

	/** Balance, spend, guard, health or page, of an account as it stands in the editor. */
	checkCredits: (
		operation: string,
		question: {
			account?: AccountDraft;
			provider?: { id: string; provider?: string; values?: Record<string, string> };
			fields: Record<string, unknown>;
			language?: string;
		},
	) => request<CreditLook & { balance: Balance }>(`credits/look/${operation}`, question),

	/** Who can be asked for a balance, and what each of them asks for. */
	creditSources: () =>
		request<{ sources: Array<{ id: string; name: string; fields: SourceField[] }> }>(
			'credits/sources',
		),

	/** Of a deployed account. */
	purchases: (id: string) => request<{ purchases: Purchase[] }>('credits/purchases', { id }),

	addPurchase: (id: string, purchase: Record<string, string>) =>
		request<{ purchases: Purchase[] }>('credits/purchases/add', { id, purchase }),

	removePurchase: (id: string, paymentId: string) =>
		request<{ purchases: Purchase[] }>('credits/purchases/remove', { id, paymentId }),

	/** A command to the deployed notification, or a question about it. */
	notification: <Answer>(nodeId: string, asked: string, body: object) =>
		request<Answer>(`notification/${encodeURIComponent(nodeId)}/${asked}`, body),
};

/** What went wrong, for whom the number of it makes a difference. */
export class Refusal extends Error {
	constructor(
		message: string,
		readonly status: number,
	) {
		super(message);
	}
}

/** Through jQuery, because the editor adds its access token there. */
function request<Answer>(path: string, body?: object): Promise<Answer> {
	return new Promise((resolve, reject) => {
		$.ajax({
			url: `whatsapp-events/${path}`,
			dataType: 'json',
			...(body
				? { method: 'POST', contentType: 'application/json', data: JSON.stringify(body) }
				: {}),
		}).then(
			(answer: Answer) => resolve(answer),
			(failure: JQuery.jqXHR) => reject(new Refusal(sentenceFor(failure), failure.status)),
		);
	});
}

function sentenceFor({ status, responseJSON }: JQuery.jqXHR): string {
	const told: unknown = (responseJSON as { error?: unknown } | undefined)?.error;
	if (status === 401 || status === 403) return t('failure.permission');
	if (typeof told === 'string' && told !== '') return told;
	if (status === 0) return t('failure.unreachable');
	if (status === 404) return t('failure.missing');
	return t('failure.other', { status });
}

export const sentenceOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);
