import type { AccountAlert, AlertSeverity } from './account-alert';
import { ENGLISH } from './alert-words-en';
import { JAPANESE } from './alert-words-ja';

export interface Words {
	title: string;
	message: string;
	whatToDo: string;
}

/** What can happen to an account, a number or a template, as an organiser tells it apart. */
export type AlertKind =
	| 'banned'
	| 'banScheduled'
	| 'reinstated'
	| 'restricted'
	| 'restrictedReplies'
	| 'restrictedOther'
	| 'violation'
	| 'deleted'
	| 'offboarded'
	| 'unpaid'
	| 'reconnected'
	| 'partnerRemoved'
	| 'priceTier'
	| 'prices'
	| 'reviewApproved'
	| 'reviewRejected'
	| 'reviewOpen'
	| 'alert'
	| 'alertOver'
	| 'qualityLow'
	| 'qualityBetter'
	| 'limit'
	| 'nameApproved'
	| 'nameRejected'
	| 'nameInReview'
	| 'pinAsked'
	| 'pinChanged'
	| 'templatePaused'
	| 'templateDisabled'
	| 'templateBack'
	| 'templateTrouble'
	| 'other';

/** Severity, and whether sending stops or may go on. */
export const ALERT_EFFECTS: Record<AlertKind, [AlertSeverity, ('stops' | 'lifts')?]> = {
	banned: ['blocked', 'stops'],
	banScheduled: ['warning'],
	reinstated: ['good', 'lifts'],
	restricted: ['blocked', 'stops'],
	restrictedReplies: ['warning'],
	restrictedOther: ['warning'],
	violation: ['warning'],
	deleted: ['blocked', 'stops'],
	offboarded: ['blocked', 'stops'],
	unpaid: ['blocked', 'stops'],
	reconnected: ['good', 'lifts'],
	partnerRemoved: ['warning'],
	priceTier: ['info'],
	prices: ['info'],
	reviewApproved: ['good', 'lifts'],
	reviewRejected: ['blocked', 'stops'],
	reviewOpen: ['info'],
	alert: ['warning'],
	alertOver: ['info'],
	qualityLow: ['warning'],
	qualityBetter: ['good'],
	limit: ['info'],
	nameApproved: ['good'],
	nameRejected: ['warning'],
	nameInReview: ['info'],
	pinAsked: ['warning'],
	pinChanged: ['info'],
	templatePaused: ['warning'],
	templateDisabled: ['warning'],
	templateBack: ['good'],
	templateTrouble: ['warning'],
	other: ['info'],
};

/** What the sentences of an alert name. */
export interface AlertFacts {
	detail?: string;
	/** As people write it: `+1 555…`. */
	number?: string;
	template?: string;
	/** ISO time. */
	until?: string;
	/** Where Meta bills the account. */
	billing?: string;
}

export type AlertLanguage = 'en' | 'ja';

/** The sentences of an alert, with what is known put in. */
export function alertWords(
	kind: AlertKind,
	facts: AlertFacts,
	language: AlertLanguage,
): Pick<AccountAlert, 'title' | 'message' | 'whatToDo'> {
	const { title, message, whatToDo } = (language === 'ja' ? JAPANESE : ENGLISH)[kind];
	const ja = language === 'ja';
	const blanks: Record<string, string> = {
		detail: facts.detail ?? (ja ? '詳細なし' : 'no details'),
		number: facts.number ?? (ja ? 'この番号' : 'the number'),
		template: facts.template ?? (ja ? 'テンプレート' : 'A template'),
		until: untilWords(facts.until, ja),
		billing: facts.billing ?? '',
	};
	const fill = (words: string) =>
		words.replace(/\{(\w+)\}/g, (_all, name: string) => blanks[name] ?? '').trimEnd();
	const text = fill(message)
		.replace(/\.\.$/, '.')
		.replace(/。。$|\.。$/, '。');
	return { title, message: text, whatToDo: fill(whatToDo) };
}

function untilWords(until: string | undefined, ja: boolean): string {
	if (until === undefined) return ja ? '期限は不明' : 'for now';
	const moment = until.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ' UTC');
	return ja ? `${moment} まで` : `until ${moment}`;
}
