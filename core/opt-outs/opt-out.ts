import type { MessageNotification, WebhookNotification } from '../webhooks/notification';
import { plainWords, startLabels, startWords, stopLabels, stopWords } from './words';

/** Whether somebody gets marketing messages: their last word on it counts. */
export type OptOutChoice = 'stop' | 'start';

/**
 * How they said it: in WhatsApp's own settings, with a word, with a button; or WhatsApp refused a message
 * because they had said it there before; or they told the team, which noted it by hand.
 */
export const optOutWays = ['preference', 'word', 'button', 'refusal', 'hand'] as const;

export type OptOutWay = (typeof optOutWays)[number];

export interface OptOut {
	choice: OptOutChoice;
	by: OptOutWay;
	/** Phone number in E.164, or the user id where WhatsApp hides the number. Hash it: `personKey`. */
	person: string;
}

/** An opt-out as it is kept: who it is, nobody can read. */
export interface OptOutRecord {
	choice: OptOutChoice;
	by: OptOutWay;
	/** `personKey` of the number or the user id. */
	person: string;
}

/** Meta, "Error codes": the recipient stopped marketing messages of this business. */
export const STOPPED_MARKETING = 131050;

export interface OptOutOptions {
	/** Words and labels of somebody's own templates, besides ours. */
	stopWords?: readonly string[];
	startWords?: readonly string[];
}

/** `LEAVE, No more offers` as somebody types it into a field. */
export const listedWords = (text: unknown): string[] =>
	String(text ?? '')
		.split(/[,、，\n]/)
		.map((word) => word.trim())
		.filter(Boolean);

/**
 * What one update says about somebody's wish for marketing messages; undefined for all others.
 *
 * The word must be the whole message: somebody who asks “Where does the shuttle stop?” asks something. A
 * forwarded STOP is somebody else's.
 */
export function readOptOut(
	notification: WebhookNotification,
	options: OptOutOptions = {},
): OptOut | undefined {
	switch (notification.kind) {
		case 'preference': {
			const { category = 'marketing_messages', value, from } = notification;
			if (category !== 'marketing_messages') return undefined;
			const choice = value === 'stop' ? 'stop' : value === 'resume' ? 'start' : undefined;
			return said(choice, 'preference', from);
		}
		case 'status': {
			const { status, errors, recipient } = notification;
			const refused = status === 'failed' && errors.some(({ code }) => code === STOPPED_MARKETING);
			return said(refused ? 'stop' : undefined, 'refusal', recipient);
		}
		case 'message': {
			const { from } = notification;
			return (
				said(buttonChoice(notification, options), 'button', from) ??
				said(wordChoice(notification, options), 'word', from)
			);
		}
		default:
			return undefined;
	}
}

function said(choice: OptOutChoice | undefined, by: OptOutWay, from: string): OptOut | undefined {
	return choice === undefined || from === '' ? undefined : { choice, by, person: numberOrId(from) };
}

/** Webhooks write numbers without `+`. */
export const numberOrId = (from: string): string => (/^\d{5,}$/.test(from) ? `+${from}` : from);

function wordChoice(
	{ type, text, context }: MessageNotification,
	options: OptOutOptions,
): OptOutChoice | undefined {
	if (type !== 'text' || text === undefined || context?.forwarded === true) return undefined;
	const words = plainWords(text);
	if (isOneOf(words, stopWords, options.stopWords)) return 'stop';
	return isOneOf(words, startWords, options.startWords) ? 'start' : undefined;
}

/**
 * The payload says it better than the label, which may be anything. “Start” on a button begins a survey
 * as likely as it brings promotions back, so a button has to say what it resumes.
 */
function buttonChoice(
	{ button }: MessageNotification,
	options: OptOutOptions,
): OptOutChoice | undefined {
	for (const said of [button?.payload, button?.text]) {
		const words = plainWords(said ?? '');
		if (isOneOf(words, stopLabels, stopWords, options.stopWords)) return 'stop';
		if (isOneOf(words, startLabels, options.startWords)) return 'start';
	}
	return undefined;
}

const plain = new WeakMap<readonly string[], Set<string>>();

function isOneOf(words: string, ...lists: Array<readonly string[] | undefined>): boolean {
	if (words === '') return false;
	return lists.some((list) => {
		if (list === undefined) return false;
		const known = plain.get(list) ?? new Set(list.map(plainWords));
		plain.set(list, known);
		return known.has(words);
	});
}
