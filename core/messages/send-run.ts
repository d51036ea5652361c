import { accountKey, type Account } from '../account/account';
import { readHealth } from '../account/health';
import type { HealthCache } from '../account/health-cache';
import { haltOfRun, noteRefusal, sendingPlace } from '../account/sending-gate';
import type { SendingPlace } from '../account/sending-halt';
import type { SendingStates } from '../account/sending-states';
import type { DeliveryLedger } from '../ledger/ledger';
import type { OptOutList } from '../opt-outs/refused-marketing';
import { RunOptOuts } from '../opt-outs/run-opt-outs';
import type { Clock, Logger, Transport } from '../ports';
import { templateSource } from '../templates/read-templates';
import type { TemplateCache } from '../templates/template-cache';
import { refusalBefore, whileHalted } from './before-run';
import { dryRun } from './dry-run';
import { FewFailures } from './few-failures';
import type { ItemFile } from './header-media';
import type { ItemRequest } from './item-request';
import type { Paces } from './pace';
import { aboutSafely, prepareItem, type Preparing } from './prepare-item';
import type { DeliveryOutcome } from './outcome';
import type { Result } from './result';
import type { RunSettings } from './run-settings';
import { reportRest, sendMany } from './send-many';
import type { SendGuard } from './send-guard';
import type { Sender } from './send-message';
import { MediaUploads } from './upload-media';

/** What is sent: the items of one run. */
export interface SendRun {
	account: Account;
	settings: RunSettings;
	count: number;
	/** What item `index` asks for; an exception refuses this item as `input_invalid`. */
	request(index: number): ItemRequest | Promise<ItemRequest>;
	/** The file field of an item, in engines whose items carry files. */
	fileOf?(index: number, field: string): ItemFile | undefined;
	/** Called exactly once per item, in the order in which the outcomes become known. Must not throw. */
	report(index: number, result: Result): void;
	/** Key of the recipients' hashes: stays the same for as long as deliveries are remembered. */
	hashKey: string;
	/** Templates read earlier than this are read again (milliseconds). */
	templatesNotBefore?: number;
	/** Who gets no marketing messages. */
	optOuts?: OptOutList;
	/** Whether there is enough for the batch; asked where `beforeSending` is `credit`. */
	guard?: SendGuard;
}

/** What a run needs of its engine; paces and templates are shared by all runs of the process. */
export interface SendRunPorts {
	transport: Transport;
	clock: Clock;
	logger: Logger;
	paces: Paces;
	templates: TemplateCache;
	/** Asked for when something is really sent. */
	ledger: () => DeliveryLedger;
	/** What is known of accounts that cannot send; left out, every run finds out by itself. */
	states?: SendingStates;
	/** Health read within the last minute; left out, every run that wants it reads it. */
	health?: HealthCache;
	isStopped?: () => boolean;
}

/** Sends the items of a run, or only checks them where it is a dry run. */
export async function sendRun(run: SendRun, ports: SendRunPorts): Promise<void> {
	const { account, settings } = run;
	const { transport, clock, templates } = ports;
	const phoneNumberId = settings.phoneNumberId ?? account.phoneNumberId;
	const { timeoutMs } = settings;
	const sender = { transport, version: account.apiVersion, phoneNumberId, timeoutMs };
	const place = sendingPlace(account, phoneNumberId);
	const failures = new FewFailures();
	const optOuts = new RunOptOuts(run.optOuts);
	const preparing: Preparing = {
		failures,
		request: (index) => run.request(index),
		fileOf: (index, field) => run.fileOf?.(index, field),
		translations: async (name) =>
			await failures.attempt(`template ${name}`, async () => {
				const source = templateSource(account, transport, timeoutMs);
				return await templates.translations(
					accountKey(account),
					source,
					name,
					run.templatesNotBefore,
				);
			}),
		uploads: new MediaUploads(sender),
		hashKey: run.hashKey,
		optOuts,
		settings,
		now: () => clock.now(),
	};
	const refused = new Set<string>();
	const report = (index: number, result: Result) => {
		run.report(index, optOuts.learnFrom(result));
		if (isTemplateRefusal(result)) refused.add(String(result.template));
	};
	try {
		if (settings.dryRun) return await dryRun(run.count, preparing, report, ports);
		const refusal = await refusalOf(run, preparing, place, ports);
		if (!refusal) return await send(run, preparing, report, { sender, place }, ports);
		const about = async (index: number) => await aboutSafely(index, preparing);
		await reportRest({ count: run.count, about, report }, 0, refusal);
	} finally {
		// The next run asks again; within this one every item would.
		for (const name of refused) templates.forget(accountKey(account), name);
	}
}

/** What keeps every item of a run from leaving: what is known of the account, then what the run wants to have looked at. */
async function refusalOf(
	{ account, settings, count, guard }: SendRun,
	preparing: Preparing,
	place: Required<SendingPlace>,
	ports: SendRunPorts,
): Promise<DeliveryOutcome | undefined> {
	const { transport, clock, logger, states, health, isStopped } = ports;
	const halt = states && (await haltOfRun(states, account, place, { transport, clock }));
	if (halt) return whileHalted(halt);
	const { phoneNumberId } = place;
	const { beforeSending, timeoutMs } = settings;
	const read = async () =>
		await readHealth(transport, { ...account, phoneNumberId }, { clock, timeoutMs });
	return await refusalBefore({
		...{ beforeSending, count, preparing, guard, clock, logger, isStopped },
		readHealth: async () => await (health ? health.of(place, read) : read()),
	});
}

/** Approved a minute later, or moved back: somebody who was refused corrects it and tries again. */
const isTemplateRefusal = (result: Result): boolean =>
	result.outcome === 'skipped' && (result.reason ?? '').startsWith('template_');

async function send(
	{ account, settings, count }: SendRun,
	preparing: Preparing,
	report: SendRun['report'],
	{ sender, place }: { sender: Sender; place: Required<SendingPlace> },
	ports: SendRunPorts,
): Promise<void> {
	const { states, clock } = ports;
	await sendMany(
		{
			count,
			prepare: async (index) => await prepareItem(index, preparing),
			about: async (index) => await aboutSafely(index, preparing),
			report: (index, outcome) => {
				report(index, outcome);
				if (outcome.error?.class === 'template' && outcome.template) {
					ports.templates.forget(accountKey(account), outcome.template);
				}
			},
			concurrency: settings.concurrency,
		},
		{
			sender,
			clock: ports.clock,
			pace: ports.paces.of(sender.phoneNumberId, settings.messagesPerSecond, ports.clock),
			logger: ports.logger,
			ledger: ports.ledger(),
			isStopped: ports.isStopped,
			outside: states && {
				halt: () => states.current(place, clock.now()),
				onRefused: (error) => noteRefusal(states, place, error, clock.now()),
			},
		},
	);
}
