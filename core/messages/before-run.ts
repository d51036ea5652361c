import type { AccountHealth } from '../account/account-health';
import type { SendingHalt } from '../account/sending-halt';
import type { Clock, Logger } from '../ports';
import type { DeliveryOutcome } from './outcome';
import { prepareItem, prepareSafely, type Preparing } from './prepare-item';
import { normaliseRecipient } from './recipient';
import type { BeforeSending } from './run-settings';
import type { PlannedMessage, SendGuard } from './send-guard';

/** Why a run does not begin: the same for every item. */
export type Refusal = Pick<DeliveryOutcome, 'outcome' | 'reason' | 'message' | 'whatToDo'>;

export interface BeforeRun {
	beforeSending: BeforeSending;
	count: number;
	preparing: Preparing;
	readHealth(): Promise<AccountHealth>;
	guard?: SendGuard;
	clock: Clock;
	logger: Logger;
	isStopped?: () => boolean;
}

/** The account is known to be halted: nobody is asked, nothing is claimed, and the next run sends it. */
export const whileHalted = ({ message, whatToDo, until }: SendingHalt): Refusal => ({
	outcome: 'unsent',
	reason: 'account_blocked',
	message: `Nothing leaves from this account at the moment: ${message}`,
	whatToDo:
		until === undefined ? whatToDo : `${whatToDo} It ends at ${new Date(until).toISOString()}.`,
});

/** What the option “Before Sending” finds; undefined where the run may begin. */
export async function refusalBefore(run: BeforeRun): Promise<Refusal | undefined> {
	if (run.beforeSending === 'nothing') return undefined;
	const blocked = blockedBy(await run.readHealth(), run.logger);
	if (blocked || run.beforeSending === 'account') return blocked;
	return await noCredit(run);
}

/** Not knowing is no reason to hold back: what WhatsApp does not take, it refuses. */
function blockedBy(health: AccountHealth, logger: Logger): Refusal | undefined {
	if (health.canSend !== 'no') {
		if (health.canSend === 'unknown') logger.warn(health.sentences.join(' '));
		return undefined;
	}
	const [problem] = health.problems;
	const sentences = health.sentences.filter(
		(one) => problem === undefined || !one.includes(problem.what),
	);
	return {
		outcome: 'skipped',
		reason: 'account_blocked',
		message: [problem?.what, ...sentences.slice(0, 2)].filter(Boolean).join(' '),
		whatToDo:
			problem?.whatToDo ?? 'Open Account Quality in Meta Business settings, then run this again.',
	};
}

/** Nobody asked for a guard to have it skipped: where it cannot answer, nothing leaves. */
async function noCredit(run: BeforeRun): Promise<Refusal | undefined> {
	const refuse = (message: string, whatToDo: string): Refusal => ({
		outcome: 'skipped',
		reason: 'no_credit',
		message,
		whatToDo,
	});
	if (!run.guard) {
		return refuse(
			'Whether there is enough credit cannot be looked up: no source of the balance is chosen',
			'Choose where the balance is read from, or set Before Sending to Account.',
		);
	}
	const planned = await plannedMessages(run);
	if (planned.length === 0) return undefined;
	try {
		const { enough, message, whatToDo } = await run.guard(planned);
		if (enough) return undefined;
		return refuse(message, whatToDo ?? 'Buy credits, then run this again.');
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return refuse(
			`Whether there is enough credit could not be looked up: ${why}`,
			'Check the source of the balance, then run this again.',
		);
	}
}

/** Preparing is synchronous work: let the engine breathe once per this many items. */
const BREATHE_EVERY = 100;

/**
 * The messages a run would send, each once, as prices see them. Nothing is uploaded or claimed, so what earlier runs have sent
 * already is counted as well: the estimate is rather too high than too low.
 */
async function plannedMessages({
	count,
	preparing,
	clock,
	isStopped = () => false,
}: BeforeRun): Promise<PlannedMessage[]> {
	const dry: Preparing = { ...preparing, settings: { ...preparing.settings, dryRun: true } };
	const seen = new Set<string>();
	const planned: PlannedMessage[] = [];
	for (let index = 0; index < count && !isStopped(); index++) {
		if (index % BREATHE_EVERY === BREATHE_EVERY - 1) await clock.sleep(0);
		const prepared = await prepareSafely(async () => await prepareItem(index, dry));
		if ('refused' in prepared || seen.has(prepared.ready.deliveryKey)) continue;
		seen.add(prepared.ready.deliveryKey);
		const recipient = normaliseRecipient(prepared.ready.to);
		const country = recipient.ok ? recipient.country : undefined;
		planned.push({
			category: prepared.ready.template.category,
			...(country === undefined ? {} : { country }),
		});
	}
	return planned;
}
