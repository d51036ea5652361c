import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { accountlessOperations } from '../../core/templates/manage/operations';

export const operation: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: 'apply',
	options: [
		{
			name: 'Apply',
			value: 'apply',
			action: 'Apply templates',
			description:
				'Brings the account in line with one or many definitions: creates what is missing, edits what differs, leaves alone what is equal',
		},
		{
			name: 'Check',
			value: 'check',
			action: 'Check templates',
			description: 'Says what WhatsApp would refuse, where, and how to mend it',
		},
		{
			name: 'Delete',
			value: 'delete',
			action: 'Delete a template',
			description: 'Deletes a template. Its name stays blocked for 30 days.',
		},
		{
			name: 'Get',
			value: 'get',
			action: 'Get a template',
			description: 'Gets a template of the account as a definition, with its status',
		},
		{
			name: 'Get Many',
			value: 'getMany',
			action: 'Get many templates',
			description: 'Gets the templates of the account, with their statuses',
		},
		{
			name: 'Get Ready-Made Templates',
			value: 'getReadyMade',
			action: 'Get ready made templates',
			description:
				'Gets the definitions for the automatic triggers that come with this node. Needs no account.',
		},
		{
			name: 'Get Status',
			value: 'getStatus',
			action: 'Get the status of a template',
			description: 'Says whether a template is approved, and if it was rejected, why',
		},
		{
			name: 'Preview',
			value: 'preview',
			action: 'Preview templates',
			description:
				'Draws the message as it looks on a phone. Show the field "html" with the HTML node. Needs no account.',
		},
		{
			name: 'Submit for Approval',
			value: 'submit',
			action: 'Submit templates for approval',
			description: 'Sends a definition to WhatsApp for approval, if the check finds no errors',
		},
	],
};

const nameOf = new Map(
	(operation.options as INodePropertyOptions[]).map(({ value, name }) => [value, name]),
);

/**
 * What stands under the node: the operation in words. Not the template: one that is chosen by an expression
 * would leave the whole line empty in the editor.
 */
export const subtitle = `={{ (${JSON.stringify(Object.fromEntries(nameOf))})[$parameter["operation"]] }}`;

/** What Check compares a definition with, besides the others of the run. */
export const compareWith: INodeProperties = {
	displayName: 'Compare With',
	name: 'compareWith',
	type: 'options',
	noDataExpression: true,
	default: 'account',
	description: 'WhatsApp refuses a text that another template has already',
	options: [
		{
			name: 'The Templates of the Account',
			value: 'account',
			description: 'Also finds texts the account has already',
		},
		{
			name: 'Each Other Only',
			value: 'definitions',
			description: 'Needs no account',
		},
	],
	displayOptions: { show: { operation: ['check'] } },
};

/** Where no account is asked for: of Check it depends on what it compares with. */
export const withoutAccount = {
	operation: accountlessOperations.filter((name) => name !== 'check'),
	[compareWith.name]: ['definitions'],
};
