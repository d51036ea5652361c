import { definitionOperations } from '../../../../core/templates/manage/operations';
import type { ManageAnswer, ManageRun } from '../../words/templates';
import type { Happenings } from './happenings';

/** What the dialog keeps. */
export const manageNode = ({ operation, options }: ManageRun): object => ({
	type: 'whatsapp-manage-template',
	operation,
	...(definitionOperations.includes(operation)
		? { definitionFrom: 'message', definition: 'payload', definitionType: 'msg' }
		: { template: 'payload', templateType: 'msg' }),
	...options,
});

export async function manageTemplates(
	happenings: Happenings,
	id: string,
	run: ManageRun,
): Promise<ManageAnswer> {
	const { nodeRed } = happenings;
	const failure = await nodeRed.input(id, { ...buffers(run.files), payload: run.items });
	const results = (await happenings.sentBy(id)).map(({ port, msg }) => ({
		output: port === 0 ? ('Done' as const) : ('Needs Attention' as const),
		fields: msg.payload,
	}));
	// Catch hears of what concerns the whole run beside the results; without any, it is all there is.
	return { results, ...(failure && results.length === 0 ? { failure: failure.message } : {}) };
}

/** A file is a property of the message. */
const buffers = (files: ManageRun['files']): object =>
	Object.fromEntries(Object.entries(files).map(([name, { bytes }]) => [name, bytes]));
