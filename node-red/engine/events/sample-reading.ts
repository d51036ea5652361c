import { isObject } from '../../../core/webhooks/json';
import type { Notice, Person } from '../../../core/events/notice';
import type { MappingRows } from '../../../core/events/plan-settings';
import { readSource } from '../../../core/events/read-source';

/** What a sample of the dialog would be read as: what happened and to whom, and what is not understood. */
export function readSample(sample: Readonly<Record<string, unknown>>) {
	const { source, body, mapping } = sample;
	const { notices, ignored } = readSource({
		source: String(source ?? 'generic'),
		body,
		mapping: isObject(mapping) ? (mapping as MappingRows) : {},
		receivedAt: new Date().toISOString(),
	});
	return {
		notices: notices.map((notice) => ({ type: notice.type, facts: factsOf(notice) })),
		ignored,
	};
}

/** What an organiser recognises a report by, in the order of a sentence. */
function factsOf(notice: Notice): string[] {
	const { attendee, buyer, speaker, sponsor, event, order, ticket, session } = notice;
	const people = [attendee ?? buyer, speaker, sponsor];
	const held = order?.tickets?.map((one) => one.attendee) ?? [];
	const facts = [
		...people.map(personText),
		...held.map(personText),
		...[event.name, session?.title, ticket?.name, order?.id && `#${order.id}`],
	];
	return [...new Set(facts.filter((fact) => fact !== undefined && fact !== ''))] as string[];
}

const personText = (person: Person | undefined): string | undefined =>
	person &&
	[person.name ?? person.firstName ?? person.company, person.phone].filter(Boolean).join(', ');
