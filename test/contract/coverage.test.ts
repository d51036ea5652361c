import { readFileSync } from 'node:fs';
import path from 'node:path';
import { automationIds } from '../../core/events/automations';
import { noticeTypes } from '../../core/events/notice';
import type { LeftOutReason } from '../../core/events/planned-message';
import { platforms } from '../../core/events/platforms';
import type { IgnoredReason } from '../../core/events/platforms/platform';
import { factsOfCode, listedCodes, type ErrorClass } from '../../core/graph/error-codes';
import { outcomeKinds, outcomeReasons } from '../../core/messages/outcome';
import { templateOperations } from '../../core/templates/manage/operations';
import { templateOutcomes, templateReasons } from '../../core/templates/manage/outcome';
import type { ParameterKind } from '../../core/templates/parameters';
import type { WebhookNotification } from '../../core/webhooks/notification';
import { OUTPUTS } from '../../core/webhooks/receive-updates';
import { contractCases, titleOf } from './cases';
import * as covered from './run/covered';

/** What core knows as types only: a new one without a line here does not compile. */
const listOf = <Name extends string>(names: Record<Name, true>) => Object.keys(names) as Name[];

const parameterKinds = listOf<ParameterKind>({
	text: true,
	image: true,
	video: true,
	document: true,
	filename: true,
	location: true,
	product: true,
	catalog: true,
	code: true,
	expiration: true,
	url_suffix: true,
	payload: true,
	coupon_code: true,
	thumbnail: true,
	sections: true,
	flow_token: true,
	flow_data: true,
});

const notificationKinds = listOf<WebhookNotification['kind']>({
	message: true,
	status: true,
	template: true,
	account: true,
	number: true,
	preference: true,
	other: true,
});

/** In Node-RED everything is compared, so only n8n has `not_compared`. */
const leftOutReasons = listOf<Exclude<LeftOutReason, 'not_compared'> | IgnoredReason>({
	test_order: true,
	not_paid: true,
	payment_unknown: true,
	too_old: true,
	event_over: true,
	switched_off: true,
	phone_missing: true,
	person_missing: true,
	id_missing: true,
	no_automation: true,
	first_seen: true,
	out_of_date: true,
	already_known: true,
	no_sponsors: true,
	not_an_object: true,
	unknown_event: true,
	not_complete: true,
	not_needed: true,
});

const errorClasses: ErrorClass[] = [
	...new Set(listedCodes().map((code) => factsOfCode(code).class)),
	factsOfCode(undefined).class,
];

const outcomesPage = readFileSync(path.join(__dirname, '../../docs/outcomes.md'), 'utf8');

/** The rows of the tables below one heading, by the code in their first column. */
function codesBelow(heading: string): string[] {
	const section = outcomesPage.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? '';
	return [...section.matchAll(/^\| `([a-z_]+)`/gm)].map((match) => match[1] as string);
}

/** The table of reasons of Manage Template, with the outcomes each goes with. */
function templateRows(): Array<{ reason: string; outcomes: string[] }> {
	const heading = 'What became of a template';
	const section = outcomesPage.split(/^#+ /m).find((part) => part.startsWith(heading)) ?? '';
	return [...section.matchAll(/^\| `([a-z_]+)`\s*\| ([a-z, ]+?)\s*\|/gm)]
		.map(([, reason = '', outcomes = '']) => ({ reason, outcomes: outcomes.split(', ') }))
		.filter(({ outcomes }) => outcomes.every((one) => templateOutcomes.includes(one as never)));
}

describe('the cases have', () => {
	test.each(outcomeKinds)('the outcome %s', (outcome) => {
		expect(covered.outcomes()).toContain(outcome);
	});

	test('the outcome of a dry run', () => expect(covered.outcomes()).toContain('would_send'));

	test.each(outcomeReasons)('the reason %s', (reason) => {
		expect(covered.reasons()).toContain(reason);
	});

	test.each(
		outcomeKinds.flatMap((outcome) =>
			codesBelow(outcome).map((reason) => [outcome, reason] as const),
		),
	)('what docs/outcomes.md promises: %s, %s', (outcome, reason) => {
		expect(covered.pairs()).toContain(`${outcome} ${reason}`);
	});

	test('no outcome and reason that docs/outcomes.md does not promise', () => {
		const promised = outcomeKinds.flatMap((outcome) =>
			codesBelow(outcome).map((reason) => `${outcome} ${reason}`),
		);
		expect(promised.length).toBeGreaterThan(outcomeReasons.length);
		expect(covered.pairs().filter((pair) => !promised.includes(pair))).toEqual([]);
	});

	test.each(parameterKinds)('a template parameter of kind %s', (kind) => {
		expect(covered.parameterKinds()).toContain(kind);
	});

	test.each(errorClasses)('an error of class %s, refused and as a status', (errorClass) => {
		expect(covered.errorClasses('meta')).toContain(errorClass);
		expect(covered.errorClasses('errors')).toContain(errorClass);
	});

	test('every error class of docs/outcomes.md', () => {
		expect(codesBelow('What WhatsApp said')).toEqual(expect.arrayContaining(errorClasses));
	});

	test.each(templateOperations)('the operation %s on templates', (operation) => {
		expect(covered.templateOperations()).toContain(operation);
	});

	test.each(templateOutcomes)('a template with the outcome %s', (outcome) => {
		expect(covered.templateOutcomes()).toContain(outcome);
	});

	// A stop cuts off what is under way in n8n, and waits for it in Node-RED: no case can say the same of both.
	test.each(templateReasons.filter((reason) => reason !== 'stopped'))(
		'a template with the reason %s',
		(reason) => {
			expect(covered.templateReasons()).toContain(reason);
		},
	);

	test('what docs/outcomes.md promises of templates, and nothing else', () => {
		const promised = templateRows().flatMap(({ reason, outcomes }) =>
			outcomes.map((outcome) => `${outcome} ${reason}`),
		);
		const seen = [...new Set(covered.templatePairs())];
		expect(seen.filter((pair) => !promised.includes(pair))).toEqual([]);
		expect(templateRows().map(({ reason }) => reason)).toEqual([...templateReasons]);
		expect(codesBelow('What became of a template').slice(0, templateOutcomes.length)).toEqual([
			...templateOutcomes,
		]);
	});

	test.each(notificationKinds)('a webhook notification of kind %s', (kind) => {
		expect(covered.notificationKinds()).toContain(kind);
	});

	test.each(OUTPUTS)('an update that comes out of %s', (output) => {
		expect(covered.outputs()).toContain(output);
	});

	const calling = platforms.filter(({ arrival }) => arrival === 'webhook');
	test.each(calling.map(({ id }) => id))('a registration at %s, and a refused call', (id) => {
		expect(covered.platforms(200)).toContain(id);
		expect(covered.platforms(401)).toContain(id);
	});

	test.each(leftOutReasons)('somebody left out for %s', (reason) => {
		expect(covered.leftOutReasons()).toContain(reason);
	});

	test.each(codesBelow('Left Out'))('what docs/outcomes.md says of Left Out: %s', (reason) => {
		expect(covered.leftOutReasons()).toContain(reason);
	});

	test.each(noticeTypes)('a notice of type %s', (type) => {
		expect(covered.noticeTypes()).toContain(type);
	});

	test.each(automationIds)('a message of %s', (automation) => {
		expect(covered.automations()).toContain(automation);
	});

	test('a name of its own for each', () => {
		const titles = contractCases.map(titleOf);
		expect(new Set(titles).size).toBe(titles.length);
	});
});
