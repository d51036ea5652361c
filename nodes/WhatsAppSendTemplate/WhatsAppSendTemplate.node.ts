import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { whatsAppBusinessApiTest } from '../engine/credential-test';
import { whatsAppCreditProviderApiTest } from '../engine/provider-credential-test';
import { getTemplateVariables, searchTemplates } from './list-templates';
import { properties } from './properties';
import { sendItems } from './send-items';

export class WhatsAppSendTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Send Template',
		name: 'whatsAppSendTemplate',
		icon: { light: 'file:whatsAppSendTemplate.svg', dark: 'file:whatsAppSendTemplate.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["template"].value || "choose a template" }}',
		description:
			'Sends an approved WhatsApp template, to one person or to ten thousand, nobody twice',
		defaults: { name: 'Send Template' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Sent', 'Not Sent'],
		credentials: [
			{ name: 'whatsAppBusinessApi', required: true, testedBy: 'whatsAppBusinessApiTest' },
			{
				name: 'whatsAppCreditProviderApi',
				required: true,
				testedBy: 'whatsAppCreditProviderApiTest',
				// Hidden and not shown by fields: n8n would move all credentials below those.
				displayOptions: {
					hide: { beforeSending: ['nothing', 'account'], balanceSource: ['meta', 'prepaid'] },
				},
			},
		],
		properties,
	};

	methods = {
		credentialTest: { whatsAppBusinessApiTest, whatsAppCreditProviderApiTest },
		listSearch: { searchTemplates },
		resourceMapping: { getTemplateVariables },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await sendItems(this);
		} catch (error) {
			// Items end in outcomes; what arrives here concerns the node: no credential, not saved.
			throw error instanceof NodeOperationError
				? error
				: new NodeOperationError(this.getNode(), error as Error);
		}
	}
}
