import { textAt, type JsonObject } from '../../webhooks/json';
import type { ReportType } from '../notice';
import type { Query } from './platform';

/** Keys under which working consumers have seen the action; the documentation pins none. */
const ACTION_KEYS = ['action', 'event_type', 'eventType', 'operation', 'trigger', 'event'];

/**
 * What a webhook of Backstage reports. The body does not reliably say it, so an `action` in the
 * webhook's own address wins: Backstage lets one register an address per action.
 */
export function actionOf(body: JsonObject, query: Query | undefined): string | undefined {
	const named = typeof query?.action === 'string' ? query.action.trim() : '';
	if (named !== '') return named.toLowerCase();
	for (const key of ACTION_KEYS) {
		const value = textAt(body, key);
		// "event" is the event's number in some bodies.
		if (value !== undefined && /[a-z]/i.test(value)) return value.toLowerCase();
	}
	return undefined;
}

/** `not_needed` is an action we know and nobody is told about; undefined one we do not know. */
export function typeOfAction(
	action: string | undefined,
	shape: 'order' | 'attendee' | 'other',
): ReportType | 'not_needed' | undefined {
	if (action === undefined) return shape === 'other' ? undefined : 'registration.completed';
	if (/microsite|website|site/.test(action)) {
		return /publish/.test(action) && !/unpublish/.test(action) ? 'event.site_live' : 'not_needed';
	}
	if (/request|exhibitor|session|form/.test(action)) return 'not_needed';
	if (/check.?in|check.?ed|undo/.test(action)) return 'not_needed';
	if (/reassign/.test(action)) return 'ticket.reassigned';
	if (/cancel|delete/.test(action)) {
		const ofOrder = /order/.test(action) || (shape === 'order' && !/attendee/.test(action));
		return ofOrder ? 'order.cancelled' : 'ticket.cancelled';
	}
	// Anything of the attendee may have changed; whether it is another one shows beside the last.
	if (/update/.test(action) && shape === 'attendee') return 'ticket.updated';
	if (/update|check|status/.test(action)) return 'not_needed';
	if (/creat|add|place|complete|register/.test(action)) return 'registration.completed';
	return undefined;
}
