import { startSimulator, type ControlChange, type Simulator } from '../../simulator/index';
import { forgetDeliveries } from '../contract/adapters/node-red/ledger-file';
import { values } from '../nodes/send-template/desk';
import {
	useNodeRed,
	type NodeError,
	type NodeRed,
	type RuntimeOptions,
	type SentMessage,
	type Taken,
} from './runtime/node-red';

export { people, person, phone, values } from '../nodes/send-template/desk';

/** A config node for the simulator's account. */
export const accountNode = (
	simulator: Simulator,
	{ credentials, ...more }: { credentials?: object; [field: string]: unknown } = {},
) => {
	const { accessToken, appSecret, verifyToken, ...fields } = simulator.credentials;
	return {
		id: 'account',
		type: 'whatsapp-account',
		name: '',
		...fields,
		rememberDays: 90,
		credentials: { accessToken, appSecret, verifyToken, ...credentials },
		...more,
	};
};

/** Send Template as its dialog would leave it, taking its variables from the message. */
export const sendNode = (more: object = {}) => ({
	id: 'send',
	type: 'whatsapp-send-template',
	z: 'tab',
	name: '',
	account: 'account',
	template: 'attendee_registration_confirmation:en',
	templateType: 'list',
	to: 'payload.to',
	toType: 'msg',
	variablesFrom: 'message',
	variables: [],
	variablesJson: 'payload.variables',
	variablesJsonType: 'msg',
	deliveryKey: 'payload.deliveryKey',
	deliveryKeyType: 'msg',
	language: '',
	defaultCountry: '',
	messagesPerSecond: 80,
	concurrency: 50,
	timeout: 30,
	phoneNumberId: '',
	dryRun: false,
	includeInput: true,
	wires: [['sent'], ['not-sent']],
	...more,
});

/**
 * A tab with a Catch node, and something at the end of each output: an output wired to nothing sends
 * nothing. No id may be the value of another field: Node-RED takes that for a reference.
 */
export const flowOf = (...nodes: object[]) => [
	{ id: 'tab', type: 'tab', label: 'Test' },
	{ id: 'caught', type: 'catch', z: 'tab', scope: null, wires: [['fourth']] },
	...['sent', 'not-sent', 'third', 'fourth'].map((id) => ({
		id,
		type: 'junction',
		z: 'tab',
		wires: [[]],
	})),
	...nodes,
];

export interface Sending extends Taken {
	error?: NodeError;
	delivered: SentMessage[];
	refused: SentMessage[];
	/** What came out of the Catch node. */
	catches: Array<SentMessage['msg'] & { error: NodeError; payload: unknown }>;
	/** The last status of Send Template. */
	status?: Taken['statuses'][number]['status'];
}

/** A simulator for each test, and one Node-RED for the file. */
export class NodeRedDesk {
	simulator!: Simulator;

	constructor(private readonly holder: { readonly nodeRed: NodeRed }) {}

	get nodeRed(): NodeRed {
		return this.holder.nodeRed;
	}

	async open(settings?: ControlChange): Promise<void> {
		this.simulator = await startSimulator({ settings });
		this.forgetDeliveries();
		await this.deploy(sendNode());
	}

	async deploy(...nodes: object[]): Promise<void> {
		await this.nodeRed.deploy(flowOf(accountNode(this.simulator), ...nodes));
		await this.nodeRed.take();
	}

	/** Like {@link deploy}; what happens meanwhile stays there to be taken. */
	async redeploy(type: 'full' | 'nodes', ...nodes: object[]): Promise<void> {
		await this.nodeRed.deploy(flowOf(accountNode(this.simulator), ...nodes), type);
	}

	/** Hands messages to Send Template one after the other, and takes what came out. */
	async send(payload: unknown, more: object = {}): Promise<Sending> {
		const error = await this.nodeRed.input('send', { payload, ...more });
		const taken = await this.nodeRed.take();
		return {
			...taken,
			error,
			delivered: taken.sent.filter(({ node, port }) => node === 'send' && port === 0),
			refused: taken.sent.filter(({ node, port }) => node === 'send' && port === 1),
			catches: taken.sent.filter(({ node }) => node === 'caught').map(({ msg }) => msg) as never,
			status: taken.statuses.findLast(({ node }) => node === 'send')?.status,
		};
	}

	/** The file outlives a test as it outlives a deployment. */
	private forgetDeliveries(): void {
		forgetDeliveries(this.nodeRed.userDir);
	}

	get stats() {
		return this.simulator.control.stats().messages;
	}
}

export function useNodeRedDesk(settings?: ControlChange, options?: RuntimeOptions): NodeRedDesk {
	const desk = new NodeRedDesk(useNodeRed(options));
	beforeEach(async () => await desk.open(settings));
	afterEach(async () => await desk.simulator.close());
	return desk;
}

export const outcomes = (messages: SentMessage[]) =>
	messages.map(({ msg }) => [msg.payload.outcome, msg.payload.reason]);

export { values as templateValues };
