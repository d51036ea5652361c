import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { eventProperties, platformOptions, platformSubtitle } from '../engine/event-properties';
import { messagesForItems } from './messages-for-items';

export class WhatsAppEventMessages implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Event Messages',
		name: 'whatsAppEventMessages',
		icon: { light: 'file:whatsAppEventMessages.svg', dark: 'file:whatsAppEventMessages.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: platformSubtitle('source'),
		description:
			'Turns what happened at an event into the WhatsApp messages to send: who gets which template',
		defaults: { name: 'Event Messages' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Messages', 'Left Out'],
		properties: [
			{
				displayName: 'What Comes In',
				name: 'source',
				type: 'options',
				default: 'notice',
				noDataExpression: true,
				description: 'What each item is',
				options: [
					{
						name: 'A Notice in Our Shape',
						value: 'notice',
						description: 'Type, event, order, buyer, attendee: from a form, a table or a Code node',
					},
					...platformOptions,
				],
			},
			...eventProperties({ source: ['generic'] }),
		],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return messagesForItems(this);
		} catch (error) {
			throw new NodeOperationError(this.getNode(), error as Error);
		}
	}
}
