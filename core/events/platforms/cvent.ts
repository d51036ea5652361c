import { compact, isObject, listAt, textAt, type JsonObject } from '../../webhooks/json';
import { sameText } from '../../webhooks/same-text';
import type { Notice, NoticeType } from '../notice';
import { inviteeParts, substituteParts } from './cvent-invitee';
import { feeds } from './feeds';
import { ignore } from './ignore';
import { isoTimeOf } from './iso-time';
import { noticeId } from './notice-id';
import type {
	Ignored,
	Platform,
	PlatformReading,
	PlatformReport,
	SignedRequest,
	Verification,
} from './platform';
import { requestHeader } from './request-header';

const TYPES: Readonly<Record<string, NoticeType>> = {
	InviteeOrGuestAccepted: 'registration.completed',
	InviteeSubstitutedInAnEvent: 'ticket.reassigned',
	InviteeOrGuestCancelled: 'ticket.cancelled',
};

/** Known, and nothing to tell anybody about. */
const NOT_NEEDED =
	/^(InviteeOrGuestEmail|InviteeAttends|InviteeAbandoned|InviteeResubscribed|InviteeUnsubscribed|InviteeOrGuestModified|Contact|Event)/;

/** They name the session or the person, and never a number to write to. */
const WITHOUT_PHONE = /^(Speaker|Session)/;

/**
 * Cvent. Follows developers.cvent.com, Webhooks: Technical Requirements (the token in `Authorization`,
 * the GET that must be answered 200, `/<EventType>/<stub>` after the address) and JSON Messages
 * ("Substituted into Event Registration", "Event Registration Cancelled", "Speaker Modified",
 * "Session Created"). That an accepted registration is called `InviteeOrGuestAccepted` is read from
 * a public consumer. `message` is a list: each of it is a report of its own.
 *
 * Every invitee cancels for themselves, so nothing says that an order is cancelled. Speakers come
 * without a phone, sessions with the numbers of their speakers at most: nobody can be written to.
 */
export const cvent: Platform = {
	id: 'cvent',
	name: 'Cvent',
	arrival: 'webhook',
	// Everybody is reported for themselves: nothing says who bought.
	feeds: feeds('registration', 'reassignment', 'cancellation').filter(
		(id) => !id.startsWith('buyer.'),
	),
	answersGet: true,
	appendsPath: true,
	signature: {
		type: 'shared-secret',
		header: 'Authorization',
		description:
			'Cvent sends a token of your choice with every call. Enter the same long random text here and as the Token of the webhook under Admin → Integrations → Push API Integrations.',
	},
	verify: verifyCvent,
	read: readCvent,
};

/** With or without `Bearer `, on both sides. */
const tokenOf = (text: string): string => text.trim().replace(/^Bearer(?:\s+|$)/i, '');

function verifyCvent({ headers, secret }: SignedRequest): Verification {
	const token = tokenOf(secret ?? '');
	if (token === '') {
		return {
			ok: false,
			reason: 'secret_missing',
			message: 'No token is set. Enter the token of Cvent’s webhook in the credential.',
		};
	}
	const given = tokenOf(requestHeader(headers, 'Authorization') ?? '');
	if (given === '') {
		return {
			ok: false,
			reason: 'signature_missing',
			message: 'The call carries no Authorization: it does not come from Cvent.',
		};
	}
	if (sameText(given, token)) return { ok: true };
	return {
		ok: false,
		reason: 'signature_mismatch',
		message: 'The token of the call is not the one in the credential.',
	};
}

function readCvent(report: PlatformReport): PlatformReading {
	const { body } = report;
	if (!isObject(body)) return ignore('not_an_object', 'The body is not a JSON object.');
	const happened = textAt(body, 'eventType') ?? '';
	const type = Object.hasOwn(TYPES, happened) ? TYPES[happened] : undefined;
	if (type === undefined) return ignoreHappening(happened);
	const notices: Notice[] = [];
	const ignored: Ignored[] = [];
	listAt(body, 'message').forEach((message, index) => {
		if (isObject(message)) notices.push(noticeOf(type, message, index, body, report));
		else ignored.push({ reason: 'not_an_object', message: 'A message of the list is no object.' });
	});
	if (notices.length + ignored.length === 0) {
		return ignore('not_needed', 'The list of messages is empty.');
	}
	return { notices, ignored };
}

function ignoreHappening(happened: string): PlatformReading {
	if (happened === '') {
		return ignore('unknown_event', 'The body has no eventType, so it does not say what happened.');
	}
	if (WITHOUT_PHONE.test(happened)) {
		return ignore(
			'not_needed',
			`Cvent’s "${happened.slice(0, 80)}" carries no phone number, so no speaker can be told. Keep speakers in a table, and feed it to Event Messages.`,
		);
	}
	return ignore(
		NOT_NEEDED.test(happened) ? 'not_needed' : 'unknown_event',
		`Cvent’s webhook "${happened.slice(0, 80)}" is nothing anybody is told about.`,
	);
}

function noticeOf(
	type: NoticeType,
	message: JsonObject,
	index: number,
	body: JsonObject,
	{ receivedAt, options }: PlatformReport,
): Notice {
	const happenedAt = isoTimeOf(textAt(body, 'messageTime'));
	return compact({
		id: noticeId('cvent', type, body, index),
		source: 'cvent',
		type,
		occurredAt: happenedAt ?? receivedAt,
		version: happenedAt,
		...(type === 'ticket.reassigned' ? substituteParts(message) : inviteeParts(message, options)),
		test: false,
		raw: body,
	});
}
