import { MemoryLedger } from '../../core/ledger/memory-ledger';
import { Paces } from '../../core/messages/pace';
import type { Result } from '../../core/messages/result';
import { runSettings } from '../../core/messages/run-settings';
import { sendRun } from '../../core/messages/send-run';
import { TemplateCache } from '../../core/templates/template-cache';
import type { TemplateValues } from '../../core/templates/build-components';
import type { Category, Planned } from './by-hand';
import type { Stage } from './stage';

/** An approved template of each category; the marketing one is made by {@link makeTemplates}. */
const TEMPLATES: Record<Category, { name: string; language: string; values: TemplateValues }> = {
	MARKETING: { name: 'doors_open_offer', language: 'en', values: {} },
	UTILITY: { name: 'hello_world', language: 'en_US', values: {} },
	AUTHENTICATION: { name: 'login_code', language: 'en', values: { code: '482913' } },
};

/** The simulator's marketing templates all want pictures or products. */
export async function makeTemplates({ account, transport, control, clock }: Stage): Promise<void> {
	await control('PATCH', '/sim/control', { templates: { review: 'approve', afterMs: 0 } });
	const { name, language } = TEMPLATES.MARKETING;
	const text = 'Tickets for the spring conference are on sale. We would be glad to see you again.';
	const answer = await transport({
		method: 'POST',
		path: `/${account.apiVersion}/${account.businessAccountId}/message_templates`,
		body: { name, language, category: 'MARKETING', components: [{ type: 'BODY', text }] },
		timeoutMs: 10_000,
	});
	if (answer.status !== 200)
		throw new Error(`No marketing template: ${JSON.stringify(answer.body)}`);
	await clock.sleep(100);
}

/** Sends as the node Send Template does; all must be taken. */
export async function sendAll(stage: Stage, messages: readonly Planned[]): Promise<void> {
	const { account, transport, clock } = stage;
	const results: Result[] = [];
	await sendRun(
		{
			account,
			settings: runSettings({ messagesPerSecond: 1000, concurrency: 50, allowMarketing: true }),
			count: messages.length,
			request: (index) => {
				const { to, category } = messages[index]!;
				const { name, language, values } = TEMPLATES[category];
				const keyBase = `reconcile:${index}`;
				return { to, templateName: name, languages: [language], values, keyBase, consent: true };
			},
			report: (_index, result) => results.push(result),
			hashKey: 'reconcile',
		},
		{
			transport,
			clock,
			logger: { info: () => {}, warn: () => {} },
			paces: new Paces(),
			templates: new TemplateCache(clock),
			ledger: () => new MemoryLedger(),
		},
	);
	const refused = results.filter(({ outcome }) => outcome !== 'accepted');
	if (refused.length > 0 || results.length !== messages.length)
		throw new Error(
			`${refused.length} of ${messages.length} were not taken: ${JSON.stringify(refused[0])}`,
		);
}
