import type { Simulator } from '../../../../simulator/index';
import { accountNode, flowOf, sendNode } from '../../../node-red/desk';
import { NodeRed } from '../../../node-red/runtime/node-red';
import type { AccountFields, Adapter } from '../../adapter';
import type { AccountResult } from '../../words/account';
import type { EventCall, EventResult, PlanResult, PlanRun } from '../../words/events';
import type { SendResult, SendRun } from '../../words/sending';
import type { ManageAnswer, ManageRun } from '../../words/templates';
import type { UpdateCall, UpdateResult } from '../../words/updates';
import { receiveUpdate } from './business-trigger';
import { common as onTab, planEvents, receiveEvent } from './event-nodes';
import { forgetDeliveries, withLockedLedger } from './ledger-file';
import { Happenings } from './happenings';
import { manageNode, manageTemplates } from './manage-template';
import { fieldsOf, sendTemplate } from './send-template';

/** A real Node-RED in a process of its own; a config node for the account, messages for the items. */
export class NodeRedAdapter implements Adapter {
	readonly name = 'Node-RED';

	private nodeRed!: NodeRed;

	private simulator!: Simulator;

	private happenings!: Happenings;

	private deployed = '';

	/** What a node remembers of its calls outlives a deployment, so each case has nodes of its own. */
	private cases = 0;

	/** Each run of Manage Template may be another operation, and so another node. */
	private managed = 0;

	async start(): Promise<void> {
		this.nodeRed = await NodeRed.start();
	}

	async open(simulator: Simulator): Promise<void> {
		this.simulator = simulator;
		this.cases++;
		this.deployed = '';
		forgetDeliveries(this.nodeRed.userDir);
		this.happenings = new Happenings(this.nodeRed);
		await this.nodeRed.take();
	}

	async sendTemplate(run: SendRun): Promise<SendResult> {
		const id = this.id('send');
		await this.deploy(sendNode({ id, ...fieldsOf(run) }), run.account);
		const send = async () => await sendTemplate(this.happenings, id, run);
		return run.ledgerBroken ? await withLockedLedger(this.nodeRed.userDir, send) : await send();
	}

	async receiveUpdate(call: UpdateCall): Promise<UpdateResult> {
		const deploy = async (node: object) => await this.deploy(node, call.account);
		return await receiveUpdate(this.happenings, this.id('updates'), call, deploy);
	}

	async receiveEvent(call: EventCall): Promise<EventResult> {
		return await receiveEvent(this.happenings, this.id('event'), call, async (node) =>
			this.deploy(node),
		);
	}

	async planEvents(run: PlanRun): Promise<PlanResult> {
		return await planEvents(this.happenings, this.id('plan'), run, async (node) =>
			this.deploy(node),
		);
	}

	async manageTemplates(run: ManageRun): Promise<ManageAnswer> {
		const id = this.id(`manage-${++this.managed}`);
		await this.deploy({ id, account: 'account', ...onTab, ...manageNode(run) }, run.account);
		return await manageTemplates(this.happenings, id, run);
	}

	/** The button posts what stands in the dialog, deployed or not. */
	async testAccount(account: AccountFields): Promise<AccountResult> {
		const answer = await fetch(`${this.nodeRed.url}/whatsapp-events/account/test`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ account: { ...this.simulator.credentials, ...account } }),
		});
		const { ok, message } = (await answer.json()) as AccountResult;
		return { ok, message };
	}

	async told(): Promise<string> {
		return await this.happenings.told();
	}

	async stop(): Promise<void> {
		await this.nodeRed.stop();
	}

	private readonly id = (name: string) => `${name}-${this.cases}`;

	/** Deploys a node where it differs from what runs: a deployment forgets the templates read before. */
	private async deploy(node: object, account: AccountFields = {}): Promise<void> {
		const { accessToken, appSecret, verifyToken, ...fields } = {
			...this.simulator.credentials,
			...account,
		};
		const credentials = { accessToken, appSecret, verifyToken };
		const flow = flowOf(accountNode(this.simulator, { ...fields, credentials }), node);
		const wanted = JSON.stringify(flow);
		if (wanted === this.deployed) return;
		await this.nodeRed.deploy(flow);
		this.deployed = wanted;
	}
}
