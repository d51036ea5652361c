import type { NotificationOutput } from '../../../core/webhooks/notification';
import type { Json } from '../../engine/json';
import type { AccountFields } from '../adapter';

/** The fields of Business Trigger. */
export interface UpdateFields {
	updates?: NotificationOutput[];
	statuses?: string[];
	scope?: 'app' | 'account' | 'number';
	includeRaw?: boolean;
}

/** One HTTP call to the trigger's address. */
export interface UpdateCall {
	method: 'GET' | 'POST';
	query: Record<string, string>;
	headers: Record<string, string>;
	body: string;
	fields: UpdateFields;
	account: AccountFields;
}

export interface UpdateResult {
	status: number;
	/** The answer's body where it says something to WhatsApp: the challenge of a handshake. */
	challenge?: string;
	/** What came out of each output. */
	outputs: Record<NotificationOutput, Array<Record<string, Json>>>;
}
