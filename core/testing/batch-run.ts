import { MemoryLedger } from '../ledger/memory-ledger';
import type { DeliveryLedger } from '../ledger/ledger';
import type { DeliveryOutcome } from '../messages/outcome';
import { Pace } from '../messages/pace';
import type { PreparedDelivery } from '../messages/prepare-delivery';
import { sendMany } from '../messages/send-many';
import type { MessageTemplate } from '../templates/template';
import { FakeClock } from './fake-clock';
import { accepted, scriptedTransport, type ScriptedAnswer } from './scripted-transport';
import { WatchedLedger } from './watched-ledger';

/** A request as a test's answer sees it. */
export interface SentMessage {
	key: string;
	template: string;
	/** Which request of the run this is, from 1. */
	count: number;
}

export interface BatchPlan {
	count: number;
	concurrency?: number;
	perSecond?: number;
	/** Milliseconds until the answer comes; 80 where nothing is said. */
	latencyMs?: number | ((message: SentMessage) => number);
	/** Accepted, where nothing is said. */
	answer?: (message: SentMessage) => ScriptedAnswer;
	/** Delivery key of an index: `k0`, `k1` … where nothing is said. */
	keyOf?: (index: number) => string;
	toOf?: (index: number) => string;
	templateOf?: (index: number) => string;
	/** Refuses a delivery before it is sent, or fails to prepare it. */
	prepare?: (index: number) => DeliveryOutcome | undefined;
	ledger?: DeliveryLedger;
	beforeLedger?: (call: string, keys: string[]) => Promise<void> | void;
	clock?: FakeClock;
	pace?: Pace;
	isStopped?: () => boolean;
}

/** A batch under way, and all that was seen of it. */
export interface BatchRun {
	/** Resolves when the batch has ended, however much time that takes. */
	ended: () => Promise<void>;
	clock: FakeClock;
	/** One list per delivery: exactly one outcome each, if all is well. */
	reports: DeliveryOutcome[][];
	outcomes: () => DeliveryOutcome[];
	/** Keys of every request, in order. */
	sent: string[];
	ledger: WatchedLedger;
	mostInFlight: () => number;
	warnings: string[];
	/** Virtual seconds since the batch began. */
	seconds: () => number;
}

/** Starts a batch against a scripted server in virtual time. */
export function startBatch(plan: BatchPlan): BatchRun {
	const clock = plan.clock ?? new FakeClock();
	const began = clock.now();
	const reports: DeliveryOutcome[][] = Array.from({ length: plan.count }, () => []);
	const ledger = new WatchedLedger(plan.ledger ?? new MemoryLedger(), plan.beforeLedger);
	const server = slowServer(plan, clock);
	const warnings: string[] = [];
	const work = sendMany(
		{
			count: plan.count,
			concurrency: plan.concurrency ?? 20,
			prepare: async (index) => {
				const refused = plan.prepare?.(index);
				return await Promise.resolve(refused ? { refused } : { ready: delivery(plan, index) });
			},
			report: (index, outcome) => reports[index]?.push(outcome),
		},
		{
			sender: {
				transport: server.transport,
				version: 'v26.0',
				phoneNumberId: '1',
				timeoutMs: 5000,
			},
			clock,
			pace: plan.pace ?? new Pace(clock, plan.perSecond ?? 80),
			logger: { info: () => {}, warn: (message) => warnings.push(message) },
			ledger,
			isStopped: plan.isStopped,
		},
	);
	return {
		ended: async () => await clock.run(work),
		clock,
		reports,
		outcomes: () => reports.flat(),
		sent: server.sent,
		ledger,
		mostInFlight: server.mostInFlight,
		warnings,
		seconds: () => (clock.now() - began) / 1000,
	};
}

/** Runs a batch to its end. */
export async function runBatch(plan: BatchPlan): Promise<BatchRun> {
	const run = startBatch(plan);
	await run.ended();
	return run;
}

/** How many outcomes of each kind: `{accepted: 9, unknown: 1}`. */
export function tally(run: BatchRun): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { outcome } of run.outcomes()) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return counts;
}

function slowServer(plan: BatchPlan, clock: FakeClock) {
	const sent: string[] = [];
	let inFlight = 0;
	let most = 0;
	const { transport } = scriptedTransport(async (request, count) => {
		const body = request.body as PreparedDelivery['body'] & { template: { name: string } };
		const message = {
			key: String(body.biz_opaque_callback_data),
			template: body.template.name,
			count,
		};
		sent.push(message.key);
		most = Math.max(most, ++inFlight);
		const answer = plan.answer?.(message) ?? accepted(`wamid.${message.key}`);
		const latency = plan.latencyMs ?? 80;
		await clock.sleep(typeof latency === 'function' ? latency(message) : latency);
		inFlight--;
		return answer;
	});
	return { transport, sent, mostInFlight: () => most };
}

function delivery(plan: BatchPlan, index: number): PreparedDelivery {
	const deliveryKey = plan.keyOf?.(index) ?? `k${index}`;
	const name = plan.templateOf?.(index) ?? 'registration';
	return {
		to: plan.toOf?.(index) ?? `+8190${String(10_000_000 + index)}`,
		deliveryKey,
		template: { ...TEMPLATE, name },
		body: { biz_opaque_callback_data: deliveryKey, template: { name } },
	};
}

const TEMPLATE: MessageTemplate = {
	id: '1',
	name: 'registration',
	language: 'en',
	status: 'APPROVED',
	category: 'UTILITY',
	parameterFormat: 'NAMED',
	components: [],
};
