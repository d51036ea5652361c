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
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	IRun,
	ITaskData,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, Workflow } from 'n8n-workflow';
import { credentialsHelper, type Credentials } from './credentials';
import { nodeTypeOf, nodeTypes, PACKAGE } from './node-types';
import { RecordedLog, useRecordedLogs } from './recorded-log';
import { RecordedResponse } from './recorded-response';
import { StoredKeys } from './stored-keys';

useRecordedLogs();

export interface NodeRun {
	/** Items of each output of the node; of its last call, where an agent called it several times. */
	outputs: INodeExecutionData[][];
	/** What the node says below its output. */
	hints: string[];
	run: IRun;
}

export interface RunOptions {
	mode?: WorkflowExecuteMode;
	/** Gets what stops the run, as a user would. */
	onStart?: (cancel: () => void) => void;
	/** Called by an agent instead of by the step before it. */
	asTool?: boolean;
	/** What the node's settings say about errors. */
	onError?: INode['onError'];
}

export interface WebhookCall {
	rawBody?: Buffer;
	headers?: Record<string, string>;
	query?: Record<string, string>;
	name?: string;
	/** What n8n answers where the node leaves it to n8n; 500 stands for a run that could not start. */
	answered?: number;
}

let engines = 0;
let executions = 0;

/** n8n-core in this process, without a server: one node between a start and nothing. */
export class InProcessEngine {
	readonly storedKeys = new StoredKeys();

	readonly log = new RecordedLog();

	/** Of its own per engine: what nodes remember in the process hangs on it. */
	workflowId = `workflow-${++engines}`;

	constructor(readonly credentials: Credentials) {}

	/** Runs one node with these items and parameters, as a step of a workflow. */
	async run(
		node: string,
		parameters: INodeParameters,
		items: Array<IDataObject | INodeExecutionData>,
		options: RunOptions = {},
	): Promise<NodeRun> {
		const workflow = this.workflow(node, parameters, options);
		const input = items.map((item) => ('json' in item ? item : { json: item }));
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
		const task: ITaskData | undefined = run.data.resultData.runData['Node under test']?.at(-1);
		if (task?.error) throw task.error;
		const data = options.asTool ? task?.data?.ai_tool : task?.data?.main;
		return {
			outputs: (data ?? []).map((output) => output ?? []),
			hints: (task?.hints ?? []).map(({ message }) => message),
			run,
		};
	}

	/** A hook of a trigger: checkExists, create or delete. */
	async hook(
		node: string,
		method: 'checkExists' | 'create' | 'delete',
		parameters: INodeParameters,
		options: { activation?: WorkflowActivateMode; webhookUrl: string },
	): Promise<boolean> {
		const workflow = this.workflow(node, parameters);
		const context = new HookContext(
			workflow,
			workflow.getNode('Node under test') as INode,
			this.additionalData(),
			'trigger',
			options.activation ?? 'activate',
			{ webhookDescription: { name: 'default' } } as unknown as IWebhookData,
		);
		Object.assign(context, { getNodeWebhookUrl: () => options.webhookUrl });
		const methods = nodeTypeOf(node).webhookMethods?.default;
		return (await methods?.[method]?.call(context)) ?? false;
	}

	/** One call of a webhook, with the bytes as they would arrive. */
	async webhook(node: string, parameters: INodeParameters, call: WebhookCall) {
		const { rawBody, headers = {}, query = {} } = call;
		const workflow = this.workflow(node, parameters);
		const httpResponse = new RecordedResponse();
		const context = new WebhookContext(
			workflow,
			workflow.getNode('Node under test') as INode,
			this.additionalData({
				httpRequest: { rawBody, headers, query, params: {}, body: {} },
				httpResponse,
			}),
			'webhook',
			{ webhookDescription: { name: call.name ?? 'default' } } as unknown as IWebhookData,
			[],
			null,
		);
		const data = (await nodeTypeOf(node).webhook?.call(context)) ?? {};
		if (!data.noWebhookResponse) httpResponse.finish(call.answered ?? 200, data.webhookResponse);
		const { statusCode: status, body } = httpResponse;
		return { status, body, outputs: data.workflowData ?? undefined };
	}

	/** What n8n's editor asks a node for: list searches, mapped fields. */
	async loadOptions<T>(
		node: string,
		kind: 'listSearch' | 'resourceMapping',
		method: string,
		parameters: INodeParameters,
		...args: unknown[]
	): Promise<T> {
		const workflow = this.workflow(node, parameters);
		const underTest = workflow.getNode('Node under test') as INode;
		const context = new LoadOptionsContext(workflow, underTest, this.additionalData(), '');
		const methods = nodeTypeOf(node).methods?.[kind] as Record<string, (...a: unknown[]) => T>;
		return await (methods[method] as (...a: unknown[]) => T).call(context, ...args);
	}

	async testCredential(node: string, method: string, data: ICredentialDataDecryptedObject) {
		const test = nodeTypeOf(node).methods?.credentialTest?.[method];
		const context = new CredentialTestContext(this.additionalData());
		return await test?.call(context as never, { id: '1', name: '', type: '', data });
	}

	private workflow(
		node: string,
		parameters: INodeParameters,
		{ asTool = false, onError }: RunOptions = {},
	): Workflow {
		const common = { typeVersion: 1, position: [0, 0] as [number, number] };
		const start = { id: 'start', name: 'Start', type: 'test.passOn', parameters: {}, ...common };
		const agent = { ...start, id: 'agent', name: 'Agent', type: 'test.agent' };
		const underTest = {
			id: 'node-under-test',
			name: 'Node under test',
			type: `${PACKAGE}.${node}${asTool ? 'Tool' : ''}`,
			...common,
			...(onError ? { onError } : {}),
			parameters,
			credentials: Object.fromEntries(
				Object.keys(this.credentials).map((type) => [type, { id: type, name: type }]),
			),
		};
		const to = (name: string, type: 'main' | 'ai_tool') => [[{ node: name, type, index: 0 }]];
		return new Workflow({
			id: this.workflowId,
			active: false,
			nodes: asTool ? [start, agent, underTest] : [start, underTest],
			connections: asTool
				? {
						Start: { main: to('Agent', 'main') },
						'Node under test': { ai_tool: to('Agent', 'ai_tool') },
					}
				: { Start: { main: to('Node under test', 'main') } },
			nodeTypes,
			settings: { executionOrder: 'v1' },
		});
	}

	private additionalData(extra: object = {}): IWorkflowExecuteAdditionalData {
		// One service per process; each engine installs its own store before it runs.
		(DataDeduplicationService as unknown as { instance?: unknown }).instance = undefined;
		void DataDeduplicationService.init(this.storedKeys as never);
		return {
			log: this.log,
			credentialsHelper: credentialsHelper(this.credentials),
			executionId: `execution-${++executions}`,
			hooks: { runHook: async () => {}, handlers: {}, addHandler: () => {}, executionId: '' },
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
}
