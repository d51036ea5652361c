import { accountFrom } from '../account/account';
import type { HealthCache } from '../account/health-cache';
import type { SendingStates } from '../account/sending-states';
import { MemoryLedger } from '../ledger/memory-ledger';
import type { DeliveryOutcome } from '../messages/outcome';
import { Paces } from '../messages/pace';
import type { Result } from '../messages/result';
import { runSettings } from '../messages/run-settings';
import type { SendGuard } from '../messages/send-guard';
import { sendRun } from '../messages/send-run';
import type { GraphRequest, Transport } from '../ports';
import { TemplateCache } from '../templates/template-cache';
import { FakeClock } from './fake-clock';
import { accepted, type ScriptedAnswer } from './scripted-transport';
import { WatchedLedger } from './watched-ledger';

export const testAccount = accountFrom({
	accessToken: 'token',
	businessAccountId: '102290129340398',
	phoneNumberId: '106540352242922',
});

export interface TemplateRunPlan {
	count: number;
	options?: Record<string, unknown>;
	/** What WhatsApp answers to message `n`, from 1. */
	answer?: (n: number) => ScriptedAnswer | undefined;
	/** `health_status` of the number. */
	canSend?: unknown;
	states?: SendingStates;
	health?: HealthCache;
	guard?: SendGuard;
	ledger?: WatchedLedger;
	clock?: FakeClock;
	keyOf?: (index: number) => string;
}

export interface TemplateRun {
	outcomes: DeliveryOutcome[];
	requests: GraphRequest[];
	/** Numbers of those a message was posted to. */
	sentTo: string[];
	ledger: WatchedLedger;
}

/** A whole run of Send Template, over a WhatsApp that has one template. */
export async function templateRun(plan: TemplateRunPlan): Promise<TemplateRun> {
	const clock = plan.clock ?? new FakeClock();
	const ledger = plan.ledger ?? new WatchedLedger(new MemoryLedger());
	const requests: GraphRequest[] = [];
	const sentTo: string[] = [];
	const transport: Transport = async (request) => {
		requests.push(request);
		await clock.sleep(80);
		const answer =
			request.method === 'POST'
				? (sentTo.push(String((request.body as { to: string }).to)),
					plan.answer?.(sentTo.length) ?? accepted(`wamid.${sentTo.length}`))
				: { body: bodyOf(request, plan.canSend ?? 'AVAILABLE') };
		if (answer instanceof Error) throw answer;
		return { status: 200, headers: {}, body: {}, ...answer };
	};
	const outcomes: Result[] = [];
	const work = sendRun(
		{
			account: testAccount,
			settings: runSettings(plan.options ?? {}),
			count: plan.count,
			request: (index) => ({
				to: `+8190${String(10_000_000 + index)}`,
				templateName: 'ticket_update',
				languages: ['en'],
				values: {},
				keyBase: plan.keyOf?.(index) ?? `order-${index}`,
			}),
			report: (index, result) => (outcomes[index] = result),
			hashKey: 'test',
			guard: plan.guard,
		},
		{
			...{ transport, clock, states: plan.states, health: plan.health },
			logger: { info: () => {}, warn: () => {} },
			paces: new Paces(),
			templates: new TemplateCache(clock),
			ledger: () => ledger,
		},
	);
	await clock.run(work);
	return { outcomes: outcomes as DeliveryOutcome[], requests, sentTo, ledger };
}

function bodyOf({ path }: GraphRequest, canSend: unknown): object {
	if (!path.endsWith('/message_templates')) {
		return { id: '1', health_status: { can_send_message: canSend } };
	}
	return {
		data: [
			{
				...{ id: '1', name: 'ticket_update', language: 'en', status: 'APPROVED' },
				...{ category: 'UTILITY', components: [{ type: 'BODY', text: 'News of your ticket' }] },
			},
		],
	};
}
