import type { LeftOutRecipient, ReadyRecipient } from '../check/checked';

/** What has become of one person of a notification. */
export const resultStates = [
	/** It is to be sent. */
	'waiting',
	/** It was not meant to be sent, see `reason`. */
	'left_out',
	'accepted',
	'sent',
	'delivered',
	'read',
	/** WhatsApp refused it, or could not deliver it. */
	'failed',
	/** It surely never left; resuming sends it. */
	'unsent',
	/** Whether it left is not known. */
	'unknown',
] as const;

export type ResultState = (typeof resultStates)[number];

/**
 * How far a state is. A row is only ever changed to a later one, so what comes late or twice changes nothing: WhatsApp's
 * statuses come out of order, and faster than a chunk is written down. `failed` and `delivered` as in the status ladder.
 */
const STEPS: Record<ResultState, number> = {
	waiting: 0,
	unsent: 0,
	left_out: 1,
	accepted: 1,
	unknown: 1,
	sent: 2,
	failed: 3,
	delivered: 4,
	read: 5,
};

/**
 * One person of one notification as a table keeps it: flat, so that it fits a Data Table, SQLite or a sheet. A row that
 * waits is at the same time an item for Send Template (`to`, `template`, `language`, `variables`, `deliveryKey`).
 */
export interface ResultRow {
	notification: string;
	/** Of this row alone; statuses name it as their delivery key. */
	key: string;
	row: number;
	state: ResultState;
	step: number;
	to: string;
	name: string;
	ticketType: string;
	template: string;
	language: string;
	category: string;
	/** JSON by name. */
	variables: string;
	deliveryKey: string;
	country: string;
	/** In the currency of the rate card; null where it does not say. */
	price: number | null;
	timeZone: string;
	reason: string;
	/** Meta's code. */
	code: string;
	message: string;
	whatToDo: string;
	messageId: string;
	/** ISO time of the last change. */
	at: string;
}

/** The columns of a table of results, in this order. */
export const resultColumns: ReadonlyArray<{ name: keyof ResultRow; type: 'string' | 'number' }> = [
	...[
		'notification',
		'key',
		'state',
		'to',
		'name',
		'ticketType',
		'template',
		'language',
		'category',
	],
	...[
		'variables',
		'deliveryKey',
		'country',
		'timeZone',
		'reason',
		'code',
		'message',
		'whatToDo',
		'messageId',
		'at',
	],
	...['row', 'step', 'price'],
].map((name) => ({
	name: name as keyof ResultRow,
	type: ['row', 'step', 'price'].includes(name) ? 'number' : 'string',
}));

const emptyRow = {
	...{
		name: '',
		ticketType: '',
		template: '',
		language: '',
		category: '',
		variables: '{}',
		deliveryKey: '',
	},
	...{
		country: '',
		price: null,
		timeZone: '',
		reason: '',
		code: '',
		message: '',
		whatToDo: '',
		messageId: '',
	},
};

export const readyRow = (notification: string, ready: ReadyRecipient, at: string): ResultRow => ({
	...emptyRow,
	notification,
	key: ready.key,
	row: ready.row,
	...stateOf('waiting'),
	to: ready.to,
	name: ready.name ?? '',
	ticketType: ready.ticketType ?? '',
	template: ready.template.name,
	language: ready.language,
	category: ready.category,
	variables: JSON.stringify(ready.values),
	deliveryKey: ready.keyBase,
	country: ready.country ?? '',
	price: ready.price ?? null,
	timeZone: ready.timeZone ?? '',
	at,
});

/**
 * The number of somebody who is left out is not kept: its end is enough to find the row of the list. The hash at the end of
 * the key is the person's, as in every other row, so that “Forget a person” finds this one, too.
 */
export const leftOutRow = (
	notification: string,
	left: LeftOutRecipient,
	at: string,
): ResultRow => ({
	...emptyRow,
	notification,
	// Another row of the list may have the same number, and be sent.
	key: [notification, 'left-out', left.row, left.key?.split(':').at(-1)]
		.filter((part) => part !== undefined)
		.join(':'),
	row: left.row,
	...stateOf('left_out'),
	to: left.recipient,
	name: left.name ?? '',
	ticketType: left.ticketType ?? '',
	reason: left.reason,
	message: left.message,
	whatToDo: left.whatToDo,
	at,
});

export const stateOf = (state: ResultState) => ({ state, step: STEPS[state] });
