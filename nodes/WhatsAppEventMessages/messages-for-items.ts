import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { aboutOf, compareWithSeen, readSeenRows, type SeenRow } from '../../core/events/last-seen';
import type { Notice } from '../../core/events/notice';
import type { EventFields } from '../../core/events/plan-settings';
import type { LeftOut } from '../../core/events/planned-message';
import { recipientHash } from '../../core/messages/delivery-key';
import {
	fieldsOfExecution,
	linked,
	noticeItems,
	planItems,
	rowsOf,
	type ItemOf,
} from '../engine/event-plan';
import { seenHashKeyOf } from '../engine/hash-key';
import { readItems } from './read-items';

/**
 * Items → messages, or notices for a later step, and who is left out and why. Where they are compared,
 * the third output holds the rows to remember, before the messages leave.
 */
export function messagesForItems(context: IExecuteFunctions): INodeExecutionData[][] {
	const fields = fieldsOfExecution(context);
	const { notices, unread, itemOf } = readItems(context, fields);
	if (context.getNodeParameter('handOut', 0, 'messages') === 'notices') {
		const withoutBody = notices.map(({ raw: _raw, ...notice }) => notice);
		return [noticeItems(withoutBody, itemOf), unread];
	}
	if (context.getNodeParameter('compare', 0, false) !== true) {
		const [messages, leftOut] = planItems(fields, notices, itemOf);
		return [messages, [...leftOut, ...unread]];
	}
	const compared = compare(context, fields, notices);
	const [messages, leftOut] = planItems(fields, compared.notices, itemOf);
	return [
		messages,
		[...leftOut, ...leftOutItems(compared.leftOut, itemOf), ...unread],
		compared.rows.map((row) => linked(row, itemOfRow(row, notices, itemOf))),
	];
}

function compare(context: IExecuteFunctions, { options = {} }: EventFields, notices: Notice[]) {
	const rows = readSeenRows(rowsOf(context.getNodeParameter('seenBefore', 0, '')));
	const hashKey = seenHashKeyOf(context);
	return compareWithSeen(notices, rows, {
		hash: (text) => recipientHash(text, hashKey),
		defaultCountry: String(options.defaultCountry ?? '').trim() || undefined,
		includeTest: options.includeTest === true,
	});
}

const leftOutItems = (leftOut: LeftOut[], itemOf: ItemOf): INodeExecutionData[] =>
	leftOut.map((left) => linked(left, itemOf(left.noticeId)));

/** A row is linked to the first item that is about the same thing. */
function itemOfRow({ about }: SeenRow, notices: Notice[], itemOf: ItemOf): number | undefined {
	const notice = notices.find((candidate) => aboutOf(candidate) === about);
	return notice && itemOf(notice.id);
}
