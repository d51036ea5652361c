import type { Credentials, Simulator } from '../../simulator/index';
import type { AccountResult } from './words/account';
import type { EventCall, EventResult, PlanResult, PlanRun } from './words/events';
import type { SendResult, SendRun } from './words/sending';
import type { ManageAnswer, ManageRun } from './words/templates';
import type { UpdateCall, UpdateResult } from './words/updates';

/** Fields of the account that differ from those of the simulator. */
export type AccountFields = Partial<Record<keyof Credentials, string>>;

/**
 * One engine, driven through its nodes. There is nothing optional here and no way to pass over a case:
 * an engine can do all of it, or the suite fails.
 *
 * Where engines differ by nature (an item or a message, a credential or a config node), the adapter
 * translates; where they differ in what a user gets, the case fails, as it should.
 */
export interface Adapter {
	readonly name: string;
	/** Before the first case. */
	start(): Promise<void>;
	/** Before each case: a simulator of its own, and nothing remembered of earlier cases. */
	open(simulator: Simulator): Promise<void>;
	/** Runs Send Template; the runs of a case share one node. */
	sendTemplate(run: SendRun): Promise<SendResult>;
	/** One call of WhatsApp to Business Trigger; the calls of a case go to one node. */
	receiveUpdate(call: UpdateCall): Promise<UpdateResult>;
	/** One call of a ticketing platform to Event Trigger; the calls of a case go to one node. */
	receiveEvent(call: EventCall): Promise<EventResult>;
	/** Runs Event Messages. */
	planEvents(run: PlanRun): Promise<PlanResult>;
	/** Runs Manage Template; the runs of a case share what the engine remembers. */
	manageTemplates(run: ManageRun): Promise<ManageAnswer>;
	/** Presses the test button of the account. */
	testAccount(account: AccountFields): Promise<AccountResult>;
	/** What was logged, and shown beside the nodes, since the case was opened: for people, not for flows. */
	told(): Promise<string>;
	/** After the last case. */
	stop(): Promise<void>;
}
