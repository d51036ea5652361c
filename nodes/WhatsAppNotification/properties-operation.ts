import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'check',
	options: [
		{
			name: 'Check Recipients',
			value: 'check',
			action: 'Check recipients',
			description:
				'The dry run: who gets the message, who is left out and why, what it costs, and how it looks. Sends nothing.',
		},
		{
			name: 'Get Next Chunk',
			value: 'nextChunk',
			action: 'Get the next chunk',
			description:
				'Hands on the rows that may be sent now: some at a time, not before the time to send, and where it is not night',
		},
		{
			name: 'Note Results',
			value: 'noteResults',
			action: 'Note results',
			description:
				'Makes of what Send Template or Business Trigger says what to write into the table of results',
		},
		{
			name: 'Report',
			value: 'report',
			action: 'Report on a notification',
			description: 'Totals, one line per person as CSV, and a page with a picture',
		},
	],
};

/** Only checking reads templates. */
export const withoutAccount = { operation: ['nextChunk', 'noteResults', 'report'] };

const nameOf = new Map(
	(operation.options as INodePropertyOptions[]).map(({ value, name }) => [value, name]),
);

export const subtitle = `={{ (${JSON.stringify(Object.fromEntries(nameOf))})[$parameter["operation"]] }}`;

const outputNames = {
	check: ['Ready', 'Left Out', 'Summary'],
	nextChunk: ['Send Now', 'Nothing to Send Now'],
	noteResults: ['Rows to Update'],
	report: ['Report'],
};

/** Each operation has the outputs it needs. */
export const outputs: INodeTypeDescription['outputs'] = `={{ (${JSON.stringify(outputNames)})[$parameter["operation"]].map((displayName) => ({ type: "main", displayName })) }}`;
