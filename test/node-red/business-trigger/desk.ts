import { startSimulator, type Simulator } from '../../../simulator/index';
import { startReceiver, type Receiver } from '../../../simulator/testing/receiver';
import { sign } from '../../nodes/business-trigger/desk';
import { accountNode, flowOf } from '../desk';
import { useNodeRed, type NodeRed, type RuntimeOptions, type Taken } from '../runtime/node-red';

export { bodyOf, fixture, sign, statuses } from '../../nodes/business-trigger/desk';

export const PATH = '/whatsapp-events/whatsapp/updates';

/** Business Trigger as its dialog would leave it, subscribed by hand. */
export const triggerNode = (more: object = {}) => ({
	id: 'trigger',
	type: 'whatsapp-business-trigger',
	z: 'tab',
	name: '',
	account: 'account',
	path: 'updates',
	publicUrl: '',
	updates: ['messages', 'statuses', 'templates', 'account'],
	statuses: ['sent', 'delivered', 'read', 'failed'],
	scope: 'app',
	sample: 'statuses',
	includeRaw: false,
	takeOver: false,
	wires: [['sent'], ['not-sent'], ['third'], ['fourth']],
	...more,
});

export interface Reception {
	status: number;
	/** Payloads by output. */
	outputs: Array<Array<Record<string, unknown>>>;
	taken: Taken;
}

/** A simulator and somebody else's address for each test, and one Node-RED for the file. */
export class TriggerDesk {
	simulator!: Simulator;

	/** Somebody else's address. */
	other!: Receiver;

	constructor(private readonly holder: { readonly nodeRed: NodeRed }) {}

	get nodeRed(): NodeRed {
		return this.holder.nodeRed;
	}

	get url(): string {
		return this.nodeRed.url + PATH;
	}

	async open(): Promise<void> {
		[this.simulator, this.other] = await Promise.all([startSimulator(), startReceiver()]);
		// What Node-RED said when it started is no matter of the first test.
		await this.nodeRed.take();
	}

	async close(): Promise<void> {
		// The next test must not find this one's trigger.
		await this.nodeRed.deploy([]);
		await Promise.all([this.simulator.close(), this.other.close()]);
	}

	/** Deploys, and takes what happened meanwhile. */
	async deploy(nodes: object[], type: 'full' | 'nodes' = 'full', account = {}): Promise<Taken> {
		await this.nodeRed.deploy(flowOf(accountNode(this.simulator, account), ...nodes), type);
		return await this.nodeRed.take();
	}

	/** Deploys the trigger with a public address, and waits until it shows one of these. */
	async subscribe(more: object, shown: string, type: 'full' | 'nodes' = 'full'): Promise<Taken> {
		const node = triggerNode({ publicUrl: this.nodeRed.url, ...more });
		await this.nodeRed.deploy(flowOf(accountNode(this.simulator), node), type);
		return await this.nodeRed.takeUntil((all) => statusOf(all)?.text === shown);
	}

	/** Posts a body as WhatsApp would, and takes what came out. */
	async post(body: unknown, headers: Record<string, string> = {}): Promise<Reception> {
		const raw = typeof body === 'string' ? body : JSON.stringify(body);
		const { status } = await fetch(this.url, {
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				'X-Hub-Signature-256': sign(raw),
				...headers,
			},
			body: raw,
		});
		const taken = await this.nodeRed.take();
		const of = (port: number) =>
			taken.sent.filter((message) => message.node === 'trigger' && message.port === port);
		const outputs = [0, 1, 2, 3].map((port) => of(port).map(({ msg }) => msg.payload));
		return { status, outputs, taken };
	}

	/** Where WhatsApp sends updates of the app at this moment. */
	async subscribedUrl(): Promise<string | undefined> {
		const { appId, appSecret } = this.simulator.credentials;
		const answer = await fetch(`${this.simulator.url}/v26.0/${appId}/subscriptions`, {
			headers: { Authorization: `Bearer ${appId}|${appSecret}` },
		});
		const { data } = (await answer.json()) as { data: Array<{ callback_url: string }> };
		return data[0]?.callback_url;
	}

	/** Somebody else's subscription of the app. */
	async heldByAnother(): Promise<void> {
		const { appId, appSecret } = this.simulator.credentials;
		const answer = await fetch(`${this.simulator.url}/v26.0/${appId}/subscriptions`, {
			method: 'POST',
			headers: {
				'Content-Type': 'application/json',
				Authorization: `Bearer ${appId}|${appSecret}`,
			},
			body: JSON.stringify({
				object: 'whatsapp_business_account',
				callback_url: this.other.url,
				verify_token: 'theirs',
				fields: ['messages'],
			}),
		});
		if (!answer.ok) throw new Error(await answer.text());
	}

	/** Requests that changed something at WhatsApp. */
	changes(): string[] {
		const calls = this.simulator.control.calls({ limit: 1000 });
		return calls
			.filter(({ method }) => method !== 'GET')
			.map(({ method, path }) => `${method} ${path}`);
	}
}

export const statusOf = ({ statuses }: Pick<Taken, 'statuses'>, id = 'trigger') =>
	statuses.findLast(({ node }) => node === id)?.status;

/** Lines of the log that are warnings or worse. */
export const warnings = ({ log }: Taken) =>
	log.filter(({ level }) => level <= 30).map(({ msg }) => msg);

export function useTriggerDesk(options?: RuntimeOptions): TriggerDesk {
	const desk = new TriggerDesk(useNodeRed(options));
	beforeEach(async () => await desk.open());
	afterEach(async () => await desk.close());
	return desk;
}
