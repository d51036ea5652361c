import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { searchSample } from '../engine/search-sample';
import { messagesForItems } from './messages-for-items';
import { outputs, subtitle } from './outputs';
import { properties } from './properties';
import { changeSwitches, showSwitchboard } from './switchboard-items';

export class WhatsAppEventMessages implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Event Messages',
		name: 'whatsAppEventMessages',
		icon: { light: 'file:whatsAppEventMessages.svg', dark: 'file:whatsAppEventMessages.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description:
			'Turns what happened at an event into the WhatsApp messages to send: who gets which template',
		defaults: { name: 'Event Messages' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		properties,
	};

	methods = { listSearch: { searchSample } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			switch (this.getNodeParameter('operation', 0, 'plan')) {
				case 'switchboard':
					return showSwitchboard(this);
				case 'switch':
					return changeSwitches(this);
				default:
					return messagesForItems(this);
			}
		} catch (error) {
			throw new NodeOperationError(this.getNode(), error as Error);
		}
	}
}
