import { automationsFor, type Automation } from './automations';
import { deliveryKey, hashOf } from './delivery-key';
import { languagesFor } from './language';
import { leftOut } from './left-out';
import { isStateType, type Notice, type NoticeTicket } from './notice';
import { reasonAgainst } from './notice-check';
import { completeEvent, groupNotices, mergeNotices } from './notice-groups';
import type { LeftOut, NoticeSummary, Plan, PlannedMessage, PlanOptions } from './planned-message';
import { recipientsOf, type Candidate, type Recipient } from './recipients';
import { isSwitchedOn } from './switches';
import { readVariable } from './variables';

/**
 * Turns notices into the messages to send, and names everybody who gets none, with the reason.
 *
 * Test, unpaid, too old and past notices are left out whole. Same order and same phone: one message.
 * One ticket takes the attendee's template, several the buyer's; where that one is switched off the
 * other stands in, and the trigger that did not speak is named in Left Out. The delivery key names event,
 * happening and order, so that an order's hook and its tickets' hooks give one person one message,
 * also across calls. Nothing is sent and nothing is remembered here.
 */
export function planMessages(notices: readonly Notice[], options: PlanOptions): Plan {
	const plan: Plan = { messages: [], leftOut: [] };
	const planned = new Set<string>();
	const usable: Notice[] = [];
	for (const given of notices) {
		const notice = completeEvent(given, options.event);
		const reason = reasonAgainst(notice, options);
		if (reason === undefined) usable.push(notice);
		else plan.leftOut.push(leftOut(reason, notice, { person: notice.attendee ?? notice.buyer }));
	}
	for (const group of groupNotices(usable)) {
		const notice = mergeNotices(group as [Notice, ...Notice[]]);
		const recipients = recipientsOf(group, options.defaultCountry);
		if (recipients.length === 0) plan.leftOut.push(leftOut(reasonForNobody(notice), notice));
		for (const recipient of recipients) {
			const result = planOne(notice, recipient, options);
			if ('reason' in result) {
				plan.leftOut.push(result);
				continue;
			}
			const once = `${result.deliveryKey} ${recipient.phoneKey}`;
			if (planned.has(once)) continue;
			planned.add(once);
			plan.messages.push(result);
			// Told all the same, and not as the organiser may expect who has switched the better way off.
			const [best] = recipient.candidates;
			if (best && best.automation.id !== result.automation) {
				const { person, automation } = best;
				const whom = { person, automation, instead: result.audience };
				plan.leftOut.push(leftOut('switched_off', notice, whom));
			}
		}
	}
	return plan;
}

function reasonForNobody({ type }: Notice) {
	if (isStateType(type)) return 'not_compared';
	return automationsFor(type).length === 0 ? 'no_automation' : 'person_missing';
}

function planOne(
	notice: Notice,
	{ candidates, phoneKey }: Recipient,
	options: PlanOptions,
): PlannedMessage | LeftOut {
	const candidate = candidates.find(({ automation }) => isOn(automation, notice, options));
	if (candidate === undefined) return leftOut('switched_off', notice, candidates[0]);
	const { automation, person } = candidate;
	if (person.phone === undefined || phoneKey === undefined) {
		return leftOut('phone_missing', notice, candidate);
	}
	const key = deliveryKey({
		event: notice.event.id ?? nameOfEvent(notice, automation),
		happening: automation.happening,
		entity: entityOf(notice, candidate),
		version: (automation.repeats ? notice.version : undefined) ?? '1',
	});
	if (key === undefined) return leftOut('id_missing', notice, candidate);
	const languages = languagesFor(
		[person.locale, notice.locale, options.language, 'en'],
		options.languages,
	);
	const language = languages[0] as string;
	return {
		automation: automation.id,
		audience: automation.audience,
		to: person.phone,
		toName: person.name ?? person.firstName ?? '',
		template: options.templates?.[automation.id] || automation.template,
		category: 'UTILITY',
		...(notice.consent !== undefined && { consent: notice.consent }),
		language,
		languages,
		...fill(notice, candidate, languages as [string, ...string[]]),
		deliveryKey: key,
		notice: summaryOf(notice, candidate.tickets),
	};
}

/** Two levels: a trigger switched off for all events is off for every one of them. */
const isOn = ({ id }: Automation, { event }: Notice, { switches }: PlanOptions): boolean =>
	switches?.portal?.[id] !== false &&
	switches?.event?.[id] !== false &&
	isSwitchedOn(switches?.rows ?? [], id, event);

/** Agendas that are asked for, and the organiser's own list of sponsors, know the event by its name. */
const nameOfEvent = ({ event }: Notice, { entity }: Automation): string | undefined =>
	entity === 'sponsor' || entity === 'session' ? event.name : undefined;

/** What it happened to. One held ticket is the same thing whether its order or itself was cancelled. */
function entityOf(notice: Notice, { automation, person, tickets }: Candidate): string | undefined {
	const { order, ticket, session } = notice;
	const only = tickets.length === 1 ? (tickets[0]?.id ?? ticket?.id) : undefined;
	switch (automation.entity) {
		case 'order':
			return order?.id ?? only;
		case 'ticket':
			return only ?? order?.id;
		case 'session':
			return session?.id && [session.id, person.id].filter(Boolean).join('/');
		case 'sponsor': {
			// An address or a company name must not travel through Meta as it is.
			const named = person.email ?? person.company ?? person.name;
			return person.id ?? (named && hashOf(named.trim().toLowerCase()));
		}
	}
}

/** In the language that fits best, and in those that take its place where the template has no such translation. */
function fill(notice: Notice, candidate: Candidate, languages: readonly [string, ...string[]]) {
	const [language, ...others] = languages;
	const filled = fillIn(notice, candidate, language);
	const same = JSON.stringify(filled.variables);
	const variablesIn = Object.fromEntries(
		others
			.map((other) => [other, fillIn(notice, candidate, other).variables] as const)
			.filter(([, variables]) => JSON.stringify(variables) !== same),
	);
	return { ...filled, ...(Object.keys(variablesIn).length > 0 && { variablesIn }) };
}

function fillIn(notice: Notice, { automation, person, tickets }: Candidate, language: string) {
	const variables: Record<string, string> = {};
	const missingVariables: string[] = [];
	for (const name of [...automation.variables, ...automation.optionalVariables]) {
		const value = readVariable(name, { notice, person, tickets, language });
		if (value !== undefined) variables[name] = value;
		else if (automation.variables.includes(name)) missingVariables.push(name);
	}
	return { variables, missingVariables };
}

function summaryOf(notice: Notice, tickets: readonly NoticeTicket[]): NoticeSummary {
	const ticketId = tickets.length === 1 ? (tickets[0]?.id ?? notice.ticket?.id) : undefined;
	return {
		id: notice.id,
		source: notice.source,
		type: notice.type,
		occurredAt: notice.occurredAt,
		event: notice.event,
		...(notice.order?.id !== undefined && { orderId: notice.order.id }),
		...(notice.order?.payment !== undefined && { payment: notice.order.payment }),
		...(ticketId !== undefined && { ticketId }),
	};
}
