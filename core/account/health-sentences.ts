import type { AccountHealth } from './account-health';
import { isUnlimited } from './messaging-limit';
import { NO_MONEY } from './unpaid';

type Facts = Omit<AccountHealth, 'sentences'>;

/** The answer in plain words, most important first. */
export function healthSentences(health: Facts): string[] {
	return [
		verdict(health),
		...health.problems.map(
			({ what, whatToDo, code }) =>
				`${ended(what)} ${ended(whatToDo)}${code === undefined ? '' : ` (code ${code})`}`,
		),
		...banSentences(health),
		...health.restrictions.map(
			({ type, until }) =>
				`The account is restricted: ${plain(type)}${until ? `, until ${until}` : ''}.`,
		),
		...numberSentences(health),
		...accountSentences(health),
		limitSentence(health),
		...templateSentences(health),
		...health.unread.map(({ part, why }) => `${UNREAD[part]} could not be read: ${ended(why)}`),
	].filter((sentence) => sentence !== '');
}

/** WhatsApp takes messages without money, too: then its yes is no plain one. */
const verdict = ({ canSend, problems }: Facts): string =>
	canSend === 'yes' && problems.some(({ code }) => code === NO_MONEY)
		? 'WhatsApp takes messages, but those that cost money may not be sent.'
		: VERDICT[canSend];

const VERDICT: Record<AccountHealth['canSend'], string> = {
	yes: 'Messages can be sent.',
	limited: 'Messages can be sent, but not all of them, or not to everybody.',
	no: 'Nothing can be sent at the moment.',
	unknown: 'Whether messages can be sent is not known.',
};

const UNREAD = { number: 'The number', account: 'The account', templates: 'The templates' };

function banSentences({ ban }: Facts): string[] {
	if (!ban) return [];
	const on = ban.date ? ` (${ban.date})` : '';
	return ban.state === 'SCHEDULE_FOR_DISABLE'
		? [`WhatsApp will disable the account${on}. Ask for a review in Account Quality before that.`]
		: [`WhatsApp has disabled the account${on}. Ask for a review in Account Quality.`];
}

/** Source: Meta, "WhatsApp Business Phone Number": `status`. */
const BY_STATUS: Readonly<Record<string, string>> = {
	CONNECTED: 'is connected',
	PENDING: 'is not registered yet: register it before sending',
	BANNED: 'is banned: ask for a review in Account Quality',
	RESTRICTED: 'is restricted: it reaches no new people for now',
	FLAGGED: 'is flagged, because too many people block or report it: send only what people expect',
	RATE_LIMITED: 'is slowed down for now',
	DISCONNECTED: 'is disconnected: register it again',
	DELETED: 'was deleted',
	MIGRATED: 'has moved to another account',
};

const BY_QUALITY: Readonly<Record<string, string>> = {
	GREEN: 'Its quality is high.',
	YELLOW: 'Its quality is medium: people block or report it. Send only what people expect.',
	RED: 'Its quality is low: people block or report it. Pause marketing messages.',
};

function numberSentences({ number, unread }: Facts): string[] {
	if (unread.some(({ part }) => part === 'number')) return [];
	const title = `The number ${number.displayPhoneNumber ?? number.id}`;
	const state =
		own(BY_STATUS, number.status) ?? (number.status && `has the status ${number.status}`);
	return [
		state ? `${title} ${state}.` : `${title} does not tell its status.`,
		own(BY_QUALITY, number.quality) ?? 'Its quality has no rating yet.',
		...nameSentences(number),
		number.verified === false ? 'The number is not verified: verify it by code.' : '',
	];
}

/** Source: the same page: `name_status`, `new_name_status`. */
function nameSentences(number: Facts['number']): string[] {
	const name = number.displayName ? `The display name “${number.displayName}”` : 'The display name';
	const byStatus: Readonly<Record<string, string>> = {
		APPROVED: `${name} is approved.`,
		AVAILABLE_WITHOUT_REVIEW: `${name} may be used without a review.`,
		PENDING_REVIEW: `${name} is in review.`,
		DECLINED: `${name} was declined: choose another one in WhatsApp Manager.`,
		EXPIRED: `The approval of ${lower(name)} has expired: register the number again.`,
		NONE: `${name} was not reviewed yet.`,
	};
	const next: Readonly<Record<string, string>> = {
		PENDING_REVIEW: 'A new display name is in review.',
		DECLINED: 'The new display name was declined.',
		APPROVED: 'A new display name is approved: register the number again to use it.',
	};
	return [own(byStatus, number.nameStatus) ?? '', own(next, number.newNameStatus) ?? ''];
}

function accountSentences({ account }: Facts): string[] {
	const { review, verification } = account;
	return [
		review === 'REJECTED' ? 'WhatsApp has rejected the account: ask for another review.' : '',
		review === 'PENDING' ? 'WhatsApp is reviewing the account.' : '',
		verification !== undefined && verification !== 'verified'
			? `The business is not verified (${plain(verification)}): verification raises the limits.`
			: '',
	];
}

/** What is left of the limit is said only where it is known. */
function limitSentence({ messagingLimit, unread }: Facts): string {
	const { tier, most, usedToday, leftToday } = messagingLimit;
	if (isUnlimited(tier)) return 'There is no limit to the people one may write to in a day.';
	if (most === undefined) {
		return unread.length > 0 ? '' : 'How many people one may write to in a day is not known.';
	}
	const limit = `All numbers of the business together may begin conversations with ${count(most)} people in 24 hours`;
	if (leftToday === undefined) return `${limit}; how many of them are used today is not known.`;
	return `${limit}; ${count(usedToday ?? 0)} are used as far as is known here, ${count(leftToday)} are left.`;
}

function templateSentences({ templates }: Facts): string[] {
	const names = (list: Facts['templates']['paused']) =>
		list.map(({ name, language }) => (language ? `${name} (${language})` : name)).join(', ');
	const { paused, disabled } = templates;
	return [
		paused.length > 0
			? `Paused for low quality: ${names(paused)}. They come back by themselves.`
			: '',
		disabled.length > 0 ? `Disabled: ${names(disabled)}. Make new ones.` : '',
	];
}

const own = (words: Readonly<Record<string, string>>, key: string | undefined) =>
	key !== undefined && Object.hasOwn(words, key) ? words[key] : undefined;

const ended = (text: string) => (/[.!?。]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

const lower = (text: string) => text.replace(/^The/, 'the');

const plain = (word: string) => word.toLowerCase().replace(/_/g, ' ');

const count = (n: number) => n.toLocaleString('en-US');
