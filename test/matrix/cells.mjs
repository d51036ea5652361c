// What is done on a ticketing platform for each of the ten triggers, and who must read what because of it.
import { both, EVENT, WHEN } from './event.mjs';
import { nameOf, somebody, unreachable } from './people.mjs';

const TICKET = 'General admission';

const ticketOf = (person) => ({ ...person, ticketName: TICKET });

/** What several templates say. */
const occasion = (world, language) => ({
	event_name: EVENT.name,
	event_date: WHEN[language][world.platform.date],
	venue: EVENT.venue,
	ticket_name: TICKET,
	event_url: EVENT.url,
});

const registration = (world, person) => {
	const template = 'attendee_registration_confirmation';
	return {
		...{ person, template },
		values: {
			...occasion(world, world.languageOf(person, template)),
			first_name: person.firstName,
		},
	};
};

/** Somebody buys one ticket for themselves: what they read of it. */
function bought(world, person, { order }) {
	if (!world.platform.reportsBuyer) return registration(world, person);
	const template = 'buyer_registration_confirmation';
	return {
		...{ person, template },
		values: {
			...occasion(world, world.languageOf(person, template)),
			first_name: person.firstName,
			ticket_count: '1',
			attendee_names: nameOf(person),
			order_id: world.order ?? order,
		},
	};
}

/** Registers one person for one ticket, and waits until they have read of it. */
async function registered(world) {
	const person = somebody(world.locale);
	const answer = await world.act('register', { buyer: person, tickets: [ticketOf(person)] });
	await world.settle([bought(world, person, answer)]);
	return { person, ...answer };
}

/** Registers somebody with a guest who cannot be reached. */
async function registeredWithGuest(world) {
	const buyer = somebody(world.locale);
	const guest = world.platform.guests ? buyer : unreachable(somebody(world.locale));
	const answer = await world.act('register', {
		buyer,
		tickets: [ticketOf(buyer), ticketOf(guest)],
	});
	const language = world.languageOf(buyer, 'buyer_registration_confirmation');
	const expected = {
		person: buyer,
		template: 'buyer_registration_confirmation',
		values: {
			...occasion(world, language),
			first_name: buyer.firstName,
			ticket_count: '2',
			attendee_names: world.platform.namesHolders
				? both(language, nameOf(buyer), nameOf(guest))
				: nameOf(buyer),
			order_id: world.order ?? answer.order,
		},
	};
	return { buyer, guest, expected, ...answer };
}

/** Trigger → what is done. Each returns what must come of its last step. */
export const cells = {
	'attendee.registration_confirmed': async (world) => {
		const person = somebody(world.locale);
		const buyer = world.platform.reportsBuyer ? somebody(world.locale) : person;
		const answer = await world.act('register', {
			buyer,
			tickets: [ticketOf(person)],
			attendees: true,
		});
		return buyer === person
			? [registration(world, person)]
			: [bought(world, buyer, answer), registration(world, person)];
	},
	'attendee.ticket_reassigned': async (world) => {
		const { ticket } = await registered(world);
		const next = somebody(world.locale);
		await world.act('reassign', { ticket, to: next });
		return [
			{
				person: next,
				template: 'attendee_ticket_reassigned',
				values: {
					...occasion(world, world.languageOf(next, 'reassigned')),
					first_name: next.firstName,
				},
			},
		];
	},
	'attendee.order_cancelled': async (world) => {
		const { person, order, ticket } = await registered(world);
		await world.act('cancel-ticket', { ticket });
		return [
			{
				person,
				template: 'attendee_order_cancelled',
				values: {
					event_name: EVENT.name,
					first_name: person.firstName,
					order_id: world.order ?? order,
				},
			},
		];
	},
	'buyer.registration_confirmed': async (world) => {
		const { expected } = await registeredWithGuest(world);
		return [expected];
	},
	'buyer.order_cancelled': async (world) => {
		const { buyer, expected, order } = await registeredWithGuest(world);
		await world.settle([expected]);
		await world.act('cancel-order', { order });
		const cancelled = (template) => ({
			...{ person: buyer, template },
			values: {
				event_name: EVENT.name,
				first_name: buyer.firstName,
				order_id: world.order ?? order,
			},
		});
		return [
			cancelled('buyer_order_cancelled'),
			...(world.platform.ticketsToo ? [cancelled('attendee_order_cancelled')] : []),
		];
	},
	'speaker.added_to_session': async (world) => {
		const { speaker, session } = await addedSpeaker(world);
		return [speaking(world, speaker, session, 'speaker_added_to_session')];
	},
	'speaker.removed_from_session': async (world) => {
		const { speaker, session, id } = await addedSpeaker(world);
		await world.settle([speaking(world, speaker, session, 'speaker_added_to_session')]);
		await world.act('remove-speaker', { session: session.id, speaker: id });
		return [speaking(world, speaker, session, 'speaker_removed_from_session')];
	},
	'sponsor.welcomed': async (world) => {
		// An event of its own: once a website is live, whoever is confirmed is welcomed at once.
		const event = await world.anotherEvent();
		const contact = somebody(world.locale);
		const company = `${contact.lastName} Industries`;
		// Sponsors come from a list of the organiser's own; no platform reports them.
		const { sponsor } = await world.on('generic').act('propose-sponsor', { company, contact });
		const named = (template) => ({
			...sponsored(contact, company, template),
			// In the language of their proposal, whichever platform publishes the website.
			language: contact.locale,
			// Where the platform does not name the event, the flow's own facts do.
			otherValues: { event_name: event.name },
		});
		await world.on('generic').settle([named('sponsor_proposal_acknowledged')]);
		await world.on('generic').act('confirm-sponsor', { sponsor });
		await world.settle([]);
		await world.act('go-live', {});
		return [named('sponsor_welcome')];
	},
	'sponsor.proposal_acknowledged': async (world) => {
		const contact = somebody(world.locale);
		const company = `${contact.lastName} Works`;
		await world.act('propose-sponsor', { company, contact });
		return [sponsored(contact, company, 'sponsor_proposal_acknowledged')];
	},
	'sponsor.proposal_denied': async (world) => {
		const contact = somebody(world.locale);
		const company = `${contact.lastName} Labs`;
		const { sponsor } = await world.act('propose-sponsor', { company, contact });
		await world.settle([sponsored(contact, company, 'sponsor_proposal_acknowledged')]);
		await world.act('deny-sponsor', { sponsor });
		return [sponsored(contact, company, 'sponsor_proposal_denied')];
	},
};

async function addedSpeaker(world) {
	const speaker = somebody(world.locale);
	const [session] = await world.sessions();
	const answer = await world.act('add-speaker', { session: session.id, speaker });
	return { speaker, session, id: answer.speaker };
}

const speaking = (world, person, session, template) => ({
	person,
	template,
	values: {
		first_name: world.greeted(person, 'speaker'),
		session_title: session.title,
		session_date: world.sessionDate(session, world.languageOf(person)),
		event_name: EVENT.name,
	},
});

const sponsored = (person, company, template) => ({
	person,
	template,
	sponsor: true,
	values: {
		first_name: person.firstName,
		company_name: company,
		event_name: EVENT.name,
		event_url: EVENT.url,
	},
});
