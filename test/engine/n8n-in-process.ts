import './environment';
import {
	CredentialTestContext,
	DataDeduplicationService,
	HookContext,
	LoadOptionsContext,
	WebhookContext,
	WorkflowExecute,
} from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	IHttpRequestOptions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	IRun,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { WhatsAppBusinessApi } from '../../credentials/WhatsAppBusinessApi.credentials';
import { WhatsAppEventWebhookApi } from '../../credentials/WhatsAppEventWebhookApi.credentials';
import { WhatsAppBusinessTrigger } from '../../nodes/WhatsAppBusinessTrigger/WhatsAppBusinessTrigger.node';
import { WhatsAppEventMessages } from '../../nodes/WhatsAppEventMessages/WhatsAppEventMessages.node';
import { WhatsAppEventTrigger } from '../../nodes/WhatsAppEventTrigger/WhatsAppEventTrigger.node';
import { WhatsAppSendTemplate } from '../../nodes/WhatsAppSendTemplate/WhatsAppSendTemplate.node';
import { StoredKeys } from './stored-keys';

const PACKAGE = 'n8n-nodes-whatsapp-events';

/** Hands its input on: where a workflow begins, and what a node's outputs lead to. */
class PassOn implements INodeType {
	description = {
		displayName: 'Pass On',
		name: 'passOn',
		group: ['transform'],
		version: 1,
		description: '',
		defaults: { name: 'Pass On' },
		inputs: ['main'],
		outputs: ['main'],
		properties: [],
	} as unknown as INodeType['description'];

	async execute(this: { getInputData(): INodeExecutionData[] }): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}
}

const nodeTypes: Record<string, INodeType> = {
	'test.passOn': new PassOn(),
	[`${PACKAGE}.whatsAppSendTemplate`]: new WhatsAppSendTemplate(),
	[`${PACKAGE}.whatsAppBusinessTrigger`]: new WhatsAppBusinessTrigger(),
	[`${PACKAGE}.whatsAppEventTrigger`]: new WhatsAppEventTrigger(),
	[`${PACKAGE}.whatsAppEventMessages`]: new WhatsAppEventMessages(),
};

const credentialTypes: Record<string, ICredentialType> = {
	whatsAppBusinessApi: new WhatsAppBusinessApi(),
	whatsAppEventWebhookApi: new WhatsAppEventWebhookApi(),
};

export type Credentials = Record<string, ICredentialDataDecryptedObject>;

export interface NodeRun {
	/** Items of each output of the node. */
	outputs: INodeExecutionData[][];
	run: IRun;
}

/** n8n-core in this process, without a server: one node between a start and nothing. */
export class InProcessEngine {
	readonly storedKeys = new StoredKeys();

	readonly logged: Array<{ level: string; message: string }> = [];

	workflowId = 'workflow-1';

	constructor(readonly credentials: Credentials) {
		// One service per process; each engine installs its own store before it runs.
		this.useStore();
	}

	private useStore(): void {
		(DataDeduplicationService as unknown as { instance?: unknown }).instance = undefined;
		void DataDeduplicationService.init(this.storedKeys as never);
	}

	/** Runs one node with these items and parameters, as a step of a workflow. */
	async run(
		node: string,
		parameters: INodeParameters,
		items: Array<IDataObject | INodeExecutionData>,
		options: { mode?: WorkflowExecuteMode; onStart?: (cancel: () => void) => void; asTool?: boolean } = {},
	): Promise<NodeRun> {
		const workflow = this.workflow(node, parameters);
		const input = items.map((item) => ('json' in item ? item : { json: item })) as INodeExecutionData[];
		const execution = new WorkflowExecute(
			this.additionalData(),
			options.mode ?? 'trigger',
			createRunExecutionData({
				startData: {},
				resultData: { runData: {} },
				executionData: {
					contextData: {},
					nodeExecutionStack: [
						{ node: workflow.getNode('Start') as INode, data: { main: [input] }, source: null },
					],
					metadata: {},
					waitingExecution: {},
					waitingExecutionSource: {},
				},
			} as never),
		);
		const running = execution.processRunExecutionData(workflow);
		options.onStart?.(() => running.cancel());
		const run = await running;
		const task = run.data.resultData.runData['Node under test']?.[0];
		if (task?.error) throw task.error;
		return { outputs: (task?.data?.main ?? []).map((output) => output ?? []), run };
	}

	/** A hook of a trigger: checkExists, create or delete. */
	async hook(
		node: string,
		method: 'checkExists' | 'create' | 'delete',
		parameters: INodeParameters,
		options: { activation?: WorkflowActivateMode; webhookUrl: string },
	): Promise<boolean> {
		const workflow = this.workflow(node, parameters);
		const underTest = workflow.getNode('Node under test') as INode;
		const context = new HookContext(
			workflow,
			underTest,
			this.additionalData(),
			'trigger',
			options.activation ?? 'activate',
			{ webhookDescription: { name: 'default' } } as unknown as IWebhookData,
		);
		Object.assign(context, { getNodeWebhookUrl: () => options.webhookUrl });
		const methods = nodeTypes[`${PACKAGE}.${node}`]?.webhookMethods?.default;
		return (await methods?.[method]?.call(context)) ?? false;
	}

	/** One call of a webhook, with the bytes as they would arrive. */
	async webhook(
		node: string,
		parameters: INodeParameters,
		call: { rawBody?: Buffer; headers?: Record<string, string>; query?: Record<string, string>; name?: string },
	) {
		const workflow = this.workflow(node, parameters);
		const answer = new RecordedResponse();
		const additionalData = this.additionalData({
			httpRequest: {
				rawBody: call.rawBody,
				headers: call.headers ?? {},
				query: call.query ?? {},
				params: {},
				body: {},
			},
			httpResponse: answer,
		});
		const context = new WebhookContext(
			workflow,
			workflow.getNode('Node under test') as INode,
			additionalData,
			'webhook',
			{ webhookDescription: { name: call.name ?? 'default' } } as unknown as IWebhookData,
			[],
			null,
		);
		const type = nodeTypes[`${PACKAGE}.${node}`] as Required<INodeType>;
		const data = await type.webhook.call(context);
		if (!data.noWebhookResponse) answer.finish(200);
		return { status: answer.statusCode, body: answer.body, outputs: data.workflowData ?? undefined };
	}

	/** What n8n's editor asks a node for: list searches, mapped fields, options. */
	async loadOptions(
		node: string,
		kind: 'listSearch' | 'resourceMapping',
		method: string,
		parameters: INodeParameters,
		...args: unknown[]
	): Promise<unknown> {
		const workflow = this.workflow(node, parameters);
		const context = new LoadOptionsContext(
			workflow,
			workflow.getNode('Node under test') as INode,
			this.additionalData(),
			'',
		);
		const methods = nodeTypes[`${PACKAGE}.${node}`]?.methods?.[kind] as Record<string, Function>;
		return await methods[method]?.call(context, ...args);
	}

	async testCredential(node: string, method: string, data: ICredentialDataDecryptedObject) {
		const methods = nodeTypes[`${PACKAGE}.${node}`]?.methods?.credentialTest;
		const context = new CredentialTestContext(this.additionalData());
		return await methods?.[method]?.call(context as never, { id: '1', name: '', type: '', data });
	}

	private workflow(node: string, parameters: INodeParameters): Workflow {
		const position: [number, number] = [0, 0];
		return new Workflow({
			id: this.workflowId,
			active: false,
			nodes: [
				{ id: 'start', name: 'Start', type: 'test.passOn', typeVersion: 1, position, parameters: {} },
				{
					id: 'node-under-test',
					name: 'Node under test',
					type: `${PACKAGE}.${node}`,
					typeVersion: 1,
					position,
					parameters,
					credentials: Object.fromEntries(
						Object.keys(this.credentials).map((type) => [type, { id: type, name: type }]),
					),
				},
			],
			connections: {
				Start: { main: [[{ node: 'Node under test', type: 'main', index: 0 }]] },
			},
			nodeTypes: {
				getByName: (name: string) => nodeTypes[name] as INodeType,
				getByNameAndVersion: (name: string) => nodeTypes[name] as INodeType,
				getKnownTypes: () => ({}),
			},
		});
	}

	private additionalData(extra: object = {}): IWorkflowExecuteAdditionalData {
		this.useStore();
		return {
			credentialsHelper: this.credentialsHelper(),
			executionId: `execution-${++executions}`,
			hooks: {
				runHook: async () => {},
				handlers: {},
				addHandler: () => {},
				executionId: '',
			},
			currentNodeParameters: undefined,
			restApiUrl: 'http://localhost/rest',
			instanceBaseUrl: 'http://localhost',
			webhookBaseUrl: 'http://localhost/webhook',
			webhookTestBaseUrl: 'http://localhost/webhook-test',
			formWaitingBaseUrl: 'http://localhost/form-waiting',
			webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
			variables: {},
			setExecutionStatus: () => {},
			sendDataToUI: () => {},
			logAiEvent: () => {},
			...extra,
		} as unknown as IWorkflowExecuteAdditionalData;
	}

	private credentialsHelper() {
		const { credentials } = this;
		return {
			getParentTypes: () => [],
			isCredentialUsableByNode: () => true,
			getDecrypted: async (_: unknown, __: unknown, type: string) => ({ ...credentials[type] }),
			getCredentials: async () => ({}),
			preAuthentication: async () => undefined,
			authenticate: async (
				data: ICredentialDataDecryptedObject,
				type: string,
				request: IHttpRequestOptions,
			) => {
				const authenticate = credentialTypes[type]?.authenticate;
				return typeof authenticate === 'function' ? await authenticate(data, request) : request;
			},
			getCredentialsProperties: (type: string) => credentialTypes[type]?.properties ?? [],
		};
	}
}

let executions = 0;

/** The part of an express response that nodes use. */
class RecordedResponse {
	statusCode = 200;

	body: unknown;

	writableEnded = false;

	private readonly onClose: Array<() => void> = [];

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	type(): this {
		return this;
	}

	json(body: unknown): this {
		return this.finish(this.statusCode, body);
	}

	send(body: unknown): this {
		return this.finish(this.statusCode, body);
	}

	once(event: string, listener: () => void): this {
		if (event === 'close') this.onClose.push(listener);
		return this;
	}

	finish(code: number, body?: unknown): this {
		this.statusCode = code;
		this.body = body;
		this.writableEnded = true;
		for (const listener of this.onClose) listener();
		return this;
	}
}
