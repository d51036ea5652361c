import { exampleBody } from '../../../../examples/read-example';
import type { IgnoredReason } from '../../../../core/events/platforms/platform';
import type { PlanCase } from '../../words/cases';
import type { PlanItem } from '../../words/events';

/** What is nothing to tell anybody about comes out of Left Out, so that nothing vanishes. */
const ignored = (
	reason: IgnoredReason,
	name: string,
	source: string,
	item: PlanItem,
): PlanCase => ({
	node: 'Event Messages',
	name: `${name} comes out of Left Out: ${reason}`,
	source,
	items: [item],
	leftOut: [{ reason, message: expect.stringMatching(/\.$/) }],
});

const ofTito = (trigger: string, body: unknown): PlanItem => ({
	body,
	headers: { 'x-webhook-name': trigger },
});

export const ignoredCases: PlanCase[] = [
	ignored('unknown_event', 'an item that is no notice', 'notice', { body: {} }),
	ignored('unknown_event', 'an unknown type', 'notice', { body: { type: 'party.started' } }),
	ignored('unknown_event', 'a body without a happening', 'generic', { body: { name: 'Aiko' } }),
	ignored('not_an_object', 'a call with an empty body', 'tito', ofTito('ticket.completed', null)),
	ignored(
		'not_needed',
		'a check-in',
		'tito',
		ofTito('checkin.created', exampleBody('tito/ticket.completed')),
	),
	ignored(
		'not_complete',
		'a ticket that waits for its holder',
		'tito',
		ofTito('ticket.created', exampleBody('tito/ticket.created-incomplete')),
	),
];
