import type { NodeDef } from 'node-red';

/** What the dialog of Send Template keeps; older flows may lack the newer fields. */
export interface SendTemplateConfig extends NodeDef {
	account: string;
	/** `name:language` from the list, or what the type says: a property, an expression. */
	template: string;
	templateType?: string;
	to: string;
	toType?: string;
	variablesFrom?: 'fields' | 'message';
	variables?: Array<{ id: string; value: string; type: string }>;
	variablesJson?: string;
	variablesJsonType?: string;
	deliveryKey?: string;
	deliveryKeyType?: string;
	language?: string;
	defaultCountry?: string;
	messagesPerSecond?: number | string;
	concurrency?: number | string;
	/** Seconds. */
	timeout?: number | string;
	phoneNumberId?: string;
	dryRun?: boolean;
	allowMarketing?: boolean;
	marketingMessages?: 'off' | 'fallback' | 'strict';
	/** What is looked at before the first message of a list leaves; older flows do not say. */
	beforeSending?: 'nothing' | 'account' | 'credit';
	includeInput?: boolean;
	/** Id of a Check Credits node; empty: Meta is asked. */
	creditCheck?: string;
	/** Keeps what the account could not send, and sends it once it can. */
	keepWaiting?: boolean;
	/** Minutes between two looks while something waits. */
	lookAgainMinutes?: number | string;
}
