import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { automationIds, type AutomationId } from '../../core/events/automations';
import { setSwitches, switchAnswer } from '../../core/events/set-switches';
import { switchboard, type SwitchboardLine } from '../../core/events/switchboard';
import { readSwitchRows } from '../../core/events/switches';
import type { MessageTemplate } from '../../core/templates/template';
import { rowsOf } from '../engine/event-plan';

const textOf = (context: IExecuteFunctions, name: string): string =>
	String(context.getNodeParameter(name, 0, '') ?? '').trim();

/** All ten triggers, one item each; the input is what Manage Template says of the account's templates. */
export function showSwitchboard(context: IExecuteFunctions): INodeExecutionData[][] {
	const rows = rowsOf(context.getNodeParameter('switches', 0, ''));
	const lines = switchboard({
		rows: readSwitchRows(rows),
		templates: context.getInputData().map(({ json }) => templateOf(json)),
		lastSent: lastSentOf(rows as IDataObject[]),
		event: textOf(context, 'forEvent'),
	});
	return [lines.map((line) => ({ json: line as unknown as IDataObject, pairedItem: { item: 0 } }))];
}

/** Manage Template writes a status in small letters, Meta in capitals. */
const templateOf = ({ name, language, status }: IDataObject) =>
	({
		...{ name: String(name), language: String(language) },
		status: String(status).toUpperCase(),
	}) as MessageTemplate;

/** When each trigger sent last: the newest of its rows. */
function lastSentOf(rows: readonly IDataObject[]): Partial<Record<AutomationId, string>> {
	const newest: Partial<Record<AutomationId, string>> = {};
	for (const { automation, lastSent } of rows) {
		const id = automationIds.find((known) => known === automation);
		if (id === undefined || typeof lastSent !== 'string' || lastSent === '') continue;
		if (lastSent > (newest[id] ?? '')) newest[id] = lastSent;
	}
	return newest;
}

/** What was chosen on the switchboard → rows to write, and what to answer. */
export function changeSwitches(context: IExecuteFunctions): INodeExecutionData[][] {
	const lines = rowsOf(context.getNodeParameter('lines', 0, '')) as SwitchboardLine[];
	const wanted = rowsOf(context.getNodeParameter('wanted', 0, '')).map(String);
	const changes = setSwitches(lines, wanted, textOf(context, 'forEvent'));
	const asItem = (json: object): INodeExecutionData => ({
		json: json as IDataObject,
		pairedItem: { item: 0 },
	});
	const answer = { ...switchAnswer(changes), refused: changes.refused };
	return [changes.rows.map(asItem), [asItem(answer)]];
}
