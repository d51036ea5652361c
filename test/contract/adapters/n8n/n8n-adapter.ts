import type { IDataObject } from 'n8n-workflow';
import type { Simulator } from '../../../../simulator/index';
import { InProcessEngine } from '../../../engine/n8n-in-process';
import type { AccountFields, Adapter } from '../../adapter';
import type { AccountResult } from '../../words/account';
import type { EventCall, EventResult, PlanResult, PlanRun } from '../../words/events';
import type { SendResult, SendRun } from '../../words/sending';
import type { ManageAnswer, ManageRun } from '../../words/templates';
import type { UpdateCall, UpdateResult } from '../../words/updates';
import { planEvents, receiveEvent } from './event-nodes';
import { receiveUpdate } from './business-trigger';
import { manageTemplates } from './manage-template';
import { sendTemplate } from './send-template';

/** n8n-core in this process; a credential for the account, items for the messages. */
export class N8nAdapter implements Adapter {
	readonly name = 'n8n';

	private simulator!: Simulator;

	private engine!: InProcessEngine;

	private readonly hints: string[] = [];

	/** The Data Table of what was seen last. */
	private readonly seen = new Map<unknown, IDataObject>();

	async start(): Promise<void> {}

	async open(simulator: Simulator): Promise<void> {
		this.simulator = simulator;
		// An engine has a workflow and a database of its own: nothing is remembered of earlier cases.
		this.engine = new InProcessEngine({});
		this.hints.length = 0;
		this.seen.clear();
	}

	async sendTemplate(run: SendRun): Promise<SendResult> {
		const { results, hints } = await sendTemplate(this.with(run.account), run);
		this.hints.push(...hints);
		return results;
	}

	async receiveUpdate(call: UpdateCall): Promise<UpdateResult> {
		return await receiveUpdate(this.with(call.account), call);
	}

	async receiveEvent(call: EventCall): Promise<EventResult> {
		return await receiveEvent(this.engine, call);
	}

	async planEvents(run: PlanRun): Promise<PlanResult> {
		return await planEvents(this.engine, run, this.seen);
	}

	async manageTemplates(run: ManageRun): Promise<ManageAnswer> {
		const { hints, ...answer } = await manageTemplates(this.with(run.account), run);
		this.hints.push(...hints);
		return answer;
	}

	async testAccount(account: AccountFields): Promise<AccountResult> {
		const result = await this.engine.testCredential(
			'whatsAppSendTemplate',
			'whatsAppBusinessApiTest',
			{ ...this.simulator.credentials, ...account },
		);
		return { ok: result?.status === 'OK', message: result?.message ?? '' };
	}

	async told(): Promise<string> {
		return [this.engine.log.text, ...this.hints].join('\n');
	}

	async stop(): Promise<void> {}

	private with(account: AccountFields): InProcessEngine {
		this.engine.credentials.whatsAppBusinessApi = { ...this.simulator.credentials, ...account };
		return this.engine;
	}
}
