import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { whatsAppBusinessApiTest } from '../engine/credential-test';
import { doOperation } from '../engine/do-operation';
import { whatsAppCreditProviderApiTest } from '../engine/provider-credential-test';
import { searchTemplateNames } from '../engine/template-names';
import { operations } from './operations';
import { properties } from './properties';
import { outputs, subtitle, withoutAccount, withoutProvider } from './properties-operation';

export class WhatsAppCheckCredits implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Check Credits',
		name: 'whatsAppCheckCredits',
		icon: { light: 'file:whatsAppCheckCredits.svg', dark: 'file:whatsAppCheckCredits.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description:
			'Says what messages cost, what is left and whether the account can send, and stops what cannot be paid',
		defaults: { name: 'Check Credits' },
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
			{
				name: 'whatsAppCreditProviderApi',
				required: true,
				testedBy: 'whatsAppCreditProviderApiTest',
				displayOptions: { hide: withoutProvider },
			},
		],
		properties,
	};

	methods = {
		credentialTest: { whatsAppBusinessApiTest, whatsAppCreditProviderApiTest },
		listSearch: { searchTemplateNames },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await doOperation(this, operations);
	}
}
