import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { whatsAppBusinessApiTest } from '../engine/credential-test';
import { nodeErrorFrom } from '../engine/node-error';
import { getSampleFields, searchReadyMade, searchTemplates } from './lists';
import { manageItems } from './manage-items';
import { properties } from './properties';
import { subtitle, withoutAccount } from './properties-operation';

export class WhatsAppManageTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsApp Manage Template',
		name: 'whatsAppManageTemplate',
		icon: {
			light: 'file:whatsAppManageTemplate.svg',
			dark: 'file:whatsAppManageTemplate.dark.svg',
		},
		group: ['transform'],
		version: 1,
		subtitle,
		description:
			'Checks, previews and submits WhatsApp templates, and keeps an account in line with your definitions',
		defaults: { name: 'Manage Template' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Done', 'Needs Attention'],
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
		listSearch: { searchTemplates, searchReadyMade },
		resourceMapping: { getSampleFields },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		try {
			return await manageItems(this);
		} catch (error) {
			// Templates end in outcomes; what arrives here concerns the node or the whole account.
			throw error instanceof NodeOperationError ? error : nodeErrorFrom(this, error);
		}
	}
}
