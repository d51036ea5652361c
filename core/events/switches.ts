import { asText, isObject } from '../webhooks/json';
import { automationIds, type AutomationId } from './automations';
import type { NoticeEvent } from './notice';

/**
 * One switch: an automatic trigger for all events (`event` empty), or for one. Kept where the engine
 * keeps them: a Data Table in n8n, the account in Node-RED.
 */
export interface SwitchRow {
	/** Empty for all events; else the event's id or name. */
	event: string;
	automation: AutomationId;
	on: boolean;
}

/** Rows as a table gives them; a row that names no trigger of ours says nothing. */
export function readSwitchRows(rows: unknown): SwitchRow[] {
	if (!Array.isArray(rows)) return [];
	return rows.filter(isObject).flatMap((row) => {
		const automation = automationIds.find((id) => id === asText(row.automation));
		if (automation === undefined) return [];
		return [{ event: asText(row.event) ?? '', automation, on: isYes(row.on) }];
	});
}

/** Only a clear yes is on: a trigger somebody left half filled in must not send. */
const isYes = (value: unknown): boolean =>
	value === true || ['true', '1', 'yes', 'on'].includes(asText(value)?.toLowerCase() ?? '');

/** Whether a trigger is on for an event: off for all events is off for every one of them. */
export function isSwitchedOn(
	rows: readonly SwitchRow[],
	automation: AutomationId,
	event: NoticeEvent,
): boolean {
	return !rows.some((row) => row.automation === automation && !row.on && concerns(row, event));
}

export function concerns({ event: named }: SwitchRow, { id, name }: NoticeEvent): boolean {
	if (named === '') return true;
	const same = (text: string | undefined) => text?.trim().toLowerCase() === named.toLowerCase();
	return same(id) || same(name);
}
