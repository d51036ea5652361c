import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

/**
 * The two ways to say which template: chosen among the approved ones, or by its name.
 *
 * @param searchListMethod of the node, which asks WhatsApp for them
 */
export const templateModes = (
	searchListMethod: string,
	byName: Partial<INodePropertyMode>,
): Pick<INodeProperties, 'modes'> => ({
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose an approved template…',
			typeOptions: { searchListMethod, searchable: true },
		},
		{ displayName: 'By Name', name: 'name', type: 'string', ...byName },
	],
});
