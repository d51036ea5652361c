import type {
	EngineRequest,
	EngineResponse,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypes,
} from 'n8n-workflow';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { WhatsAppCheckCredits } from '../../nodes/WhatsAppCheckCredits/WhatsAppCheckCredits.node';
import { WhatsAppEventMessages } from '../../nodes/WhatsAppEventMessages/WhatsAppEventMessages.node';
import { WhatsAppEventTrigger } from '../../nodes/WhatsAppEventTrigger/WhatsAppEventTrigger.node';
import { WhatsAppManageTemplate } from '../../nodes/WhatsAppManageTemplate/WhatsAppManageTemplate.node';
import { WhatsAppNotification } from '../../nodes/WhatsAppNotification/WhatsAppNotification.node';
import { WhatsAppPerson } from '../../nodes/WhatsAppPerson/WhatsAppPerson.node';
import { WhatsAppSendTemplate } from '../../nodes/WhatsAppSendTemplate/WhatsAppSendTemplate.node';

/** What the package is called where workflows name its node types. */
export const PACKAGE = 'n8n-nodes-whatsapp-events';

const description = (name: string): INodeType['description'] => ({
	displayName: name,
	name,
	group: ['transform'],
	version: 1,
	description: '',
	defaults: { name },
	inputs: ['main'],
	outputs: ['main'],
	properties: [],
});

/** Hands its input on: where a workflow begins. */
class PassOn implements INodeType {
	description = description('passOn');

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}

/** Asks n8n to run the node under test as its tool, once per item, as n8n's own agent does. */
class Agent implements INodeType {
	description = description('agent');

	async execute(
		this: IExecuteFunctions,
		response?: EngineResponse,
	): Promise<INodeExecutionData[][] | EngineRequest> {
		if ((response?.actionResponses.length ?? 0) > 0) return [[]];
		const actions = this.getInputData().map(({ json }, index) => ({
			actionType: 'ExecutionNodeAction' as const,
			nodeName: 'Node under test',
			type: 'ai_tool' as const,
			input: json,
			id: `call-${index}`,
			metadata: { itemIndex: index },
		}));
		return { actions, metadata: {} };
	}
}

/** A node as n8n offers it to agents: same code, other name, one output for the agent. */
function asTool(type: INodeType): INodeType {
	return Object.create(type, {
		description: {
			value: Object.create(type.description, {
				name: { value: `${type.description.name}Tool` },
				inputs: { value: [] },
				outputs: { value: ['ai_tool'] },
			}),
		},
	}) as INodeType;
}

const checkCredits = new WhatsAppCheckCredits();
const manageTemplate = new WhatsAppManageTemplate();
const notification = new WhatsAppNotification();
const sendTemplate = new WhatsAppSendTemplate();

const types: Record<string, INodeType> = {
	'test.passOn': new PassOn(),
	'test.agent': new Agent(),
	[`${PACKAGE}.whatsAppCheckCredits`]: checkCredits,
	[`${PACKAGE}.whatsAppCheckCreditsTool`]: asTool(checkCredits),
	[`${PACKAGE}.whatsAppManageTemplate`]: manageTemplate,
	[`${PACKAGE}.whatsAppManageTemplateTool`]: asTool(manageTemplate),
	[`${PACKAGE}.whatsAppSendTemplate`]: sendTemplate,
	[`${PACKAGE}.whatsAppSendTemplateTool`]: asTool(sendTemplate),
	[`${PACKAGE}.whatsAppNotification`]: notification,
	[`${PACKAGE}.whatsAppNotificationTool`]: asTool(notification),
	[`${PACKAGE}.whatsAppBusinessTrigger`]: new WhatsAppBusinessTrigger(),
	[`${PACKAGE}.whatsAppEventTrigger`]: new WhatsAppEventTrigger(),
	[`${PACKAGE}.whatsAppEventMessages`]: new WhatsAppEventMessages(),
	[`${PACKAGE}.whatsAppPerson`]: new WhatsAppPerson(),
};

export const nodeTypes: INodeTypes = {
	getByName: (name) => types[name] as INodeType,
	getByNameAndVersion: (name) => types[name] as INodeType,
	getKnownTypes: () => ({}),
};

/** One of the package's nodes, by the name of its type. */
export const nodeTypeOf = (node: string): INodeType => types[`${PACKAGE}.${node}`] as INodeType;
