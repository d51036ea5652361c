import { pricesOf } from '../credits/price-difference';
import { rejectionOf } from '../templates/manage/rejection';
import { STATUS_WORDS, statusOf } from '../templates/manage/status';

/** What happened to a template, for people. */
export interface TemplateMessage {
	/** `Approved`; only where the update is about the status. */
	statusText?: string;
	message: string;
	whatToDo?: string;
}

/** What an update says about a template; see `TemplateNotification`. */
export interface TemplateFacts {
	name?: string;
	language?: string;
	event?: string;
	category?: string;
	previousCategory?: string;
	/** The change of category is still to come. */
	announced: boolean;
	reason?: string;
	recommendation?: string;
	detail?: string;
	previousQuality?: string;
	quality?: string;
}

/** What the webhook knows beside the statuses. Source: Meta, "message_template_status_update". */
const OTHER_EVENTS: Readonly<Record<string, { message: string; whatToDo: string }>> = {
	FLAGGED: {
		message: 'flagged. People block or report it',
		whatToDo: 'Send it to fewer people, or change its text; otherwise WhatsApp pauses it.',
	},
	LOCKED: {
		message: 'locked. It cannot be edited',
		whatToDo: 'Wait, or make another template under a new name.',
	},
};

/** One update about a template → a sentence that can be sent to the team as it is. */
export function templateMessage(facts: TemplateFacts): TemplateMessage {
	const { event, category, previousCategory, quality } = facts;
	if (event) return statusMessage(event, facts);
	if (category && previousCategory) return categoryMessage(category, previousCategory, facts);
	if (quality) return qualityMessage(quality, facts);
	return {
		message: `${titleOf(facts)} was changed: somebody edited it, or WhatsApp did.`,
		whatToDo: 'If it was none of you, look at it in WhatsApp Manager.',
	};
}

function statusMessage(event: string, facts: TemplateFacts): TemplateMessage {
	const title = titleOf(facts);
	const status = statusOf(event);
	if (status === 'unknown') {
		const known = Object.hasOwn(OTHER_EVENTS, event) ? OTHER_EVENTS[event] : undefined;
		if (known) return { message: `${title}: ${known.message}`, whatToDo: known.whatToDo };
		return { message: `${title}: ${event.toLowerCase().replace(/_/g, ' ')}` };
	}
	const { en: statusText, meaning } = STATUS_WORDS[status];
	const message = `${title}: ${statusText.toLowerCase()}`;
	if (status !== 'rejected')
		return { statusText, message: `${message}. ${facts.detail ?? meaning}` };
	const { detail: explanation, recommendation } = facts;
	const rejection = rejectionOf(facts.reason, {
		...(explanation ? { explanation } : {}),
		...(recommendation ? { recommendation } : {}),
	});
	if (!rejection) return { statusText, message: `${message}. ${meaning}` };
	return {
		statusText,
		message: `${message}. ${rejection.explanation}`,
		whatToDo: rejection.recommendation,
	};
}

function categoryMessage(now: string, before: string, facts: TemplateFacts): TemplateMessage {
	const from = `from ${before.toLowerCase()} to ${now.toLowerCase()}`;
	const what = facts.announced ? `will be moved ${from}` : `was moved ${from}`;
	const prices = pricesOf(before, now);
	return {
		message: `${titleOf(facts)} ${what}${prices ? `: ${prices.text}` : ''}`,
		whatToDo:
			now === 'MARKETING'
				? 'Take out of the text what sells or persuades, or ask WhatsApp Manager for a review.'
				: 'Nothing, if the new category fits.',
	};
}

function qualityMessage(quality: string, facts: TemplateFacts): TemplateMessage {
	const before = facts.previousQuality ? ` from ${facts.previousQuality.toLowerCase()}` : '';
	const message = `The quality of ${titleOf(facts)} went${before} to ${quality.toLowerCase()}`;
	return quality === 'YELLOW' || quality === 'RED'
		? {
				message,
				whatToDo: 'Send it to fewer people, and only to those who expect it: red is paused soon.',
			}
		: { message };
}

const titleOf = ({ name, language }: TemplateFacts): string =>
	`“${name ?? 'a template'}”${language ? ` (${language})` : ''}`;
