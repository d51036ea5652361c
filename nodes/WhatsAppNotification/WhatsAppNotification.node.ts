import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { whatsAppBusinessApiTest } from '../engine/credential-test';
import { doOperation } from '../engine/do-operation';
import { searchTemplateNames } from '../engine/template-names';
import { operations } from './operations';
import { properties } from './properties';
import { outputs, subtitle, withoutAccount } from './properties-operation';

export class WhatsAppNotification implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Notification',
		name: 'whatsAppNotification',
		icon: { light: 'file:whatsAppNotification.svg', dark: 'file:whatsAppNotification.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description:
			'Checks who gets a notification before it is sent, hands it out in chunks, and reports what became of it',
		defaults: { name: 'Notification' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [
			{
				name: 'whatsAppBusinessApi',
				required: true,
				testedBy: 'whatsAppBusinessApiTest',
				displayOptions: { hide: withoutAccount },
			},
		],
		properties,
	};

	methods = {
		credentialTest: { whatsAppBusinessApiTest },
		listSearch: { searchTemplateNames },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await doOperation(this, operations);
	}
}
