import { maskPhone } from '../messages/recipient';
import type { Audience, Automation } from './automations';
import type { Notice, Person } from './notice';
import type { LeftOut, LeftOutReason } from './planned-message';

const sentences: Record<LeftOutReason, { message: string; whatToDo: string }> = {
	test_order: {
		message: 'This is a test order.',
		whatToDo:
			'Nothing, unless you want to see the message yourself: then switch on Include Test Orders.',
	},
	not_paid: {
		message: 'The order is not paid yet, so the registration is not complete.',
		whatToDo: 'Wait for the payment: the ticketing platform reports the order again then.',
	},
	payment_unknown: {
		message:
			'The order costs something, and the ticketing platform does not say whether it is paid.',
		whatToDo:
			'Fetch the order before this step, or allow messages for orders whose payment is unknown.',
	},
	too_old: {
		message: 'It happened too long ago to be news.',
		whatToDo: 'Raise Maximum Age if such notices should still be sent.',
	},
	event_over: {
		message: 'The event is over.',
		whatToDo: 'Nothing, unless the dates of the event are wrong: then correct them.',
	},
	switched_off: {
		message: 'This automatic trigger is switched off, for all events or for this one.',
		whatToDo: 'Switch the trigger on if the message should be sent.',
	},
	phone_missing: {
		message: 'The ticketing platform gives no phone number for this person.',
		whatToDo: 'Ask for the phone number in the registration form, and make the field required.',
	},
	person_missing: {
		message: 'The notice names nobody to write to.',
		whatToDo:
			'Check that the ticketing platform, or the mapping, passes on the person’s name and phone.',
	},
	id_missing: {
		message:
			'The event, the order or the session has no number, so it could not be ensured that nobody gets the message twice.',
		whatToDo:
			'Map a number of the event and of the order, or fill in the name or the ID under Event.',
	},
	no_automation: {
		message: 'No automatic trigger answers this kind of notice.',
		whatToDo:
			'Nothing, unless you want a message for it: then connect a Send Template of your own.',
	},
	not_compared: {
		message:
			'The platform only says what is now, and nothing is known of what was before, so nobody can say what changed.',
		whatToDo:
			'Give this step what was seen before: in Node-RED it remembers by itself, in n8n connect the table as the shipped flow does.',
	},
	first_seen: {
		message:
			'This is seen for the first time, so nothing can have changed yet. It is remembered now.',
		whatToDo: 'Nothing: the next change is told.',
	},
	out_of_date: {
		message: 'A newer report of the same thing came before this one.',
		whatToDo: 'Nothing: the newer one was answered.',
	},
	already_known: {
		message: 'This report was answered before, and the platform delivers it once more.',
		whatToDo: 'Nothing.',
	},
	no_sponsors: {
		message: 'The event website is live, but no confirmed sponsor of this event is known.',
		whatToDo:
			'Confirm the sponsors in your list. Whoever is confirmed later is welcomed then; see the sponsor flow.',
	},
};

/** Says, in an organiser's words, why somebody gets no message. */
export function leftOut(
	reason: LeftOutReason,
	notice: Notice,
	whom: {
		automation?: Automation;
		person?: Person;
		/** Whose message the person gets all the same. */
		instead?: Audience;
	} = {},
): LeftOut {
	const { automation, person, instead } = whom;
	const { message, whatToDo } = sentences[reason];
	return {
		reason,
		message: instead ? `${message} The person gets the ${instead}’s message instead.` : message,
		whatToDo: instead ? whatToDoInstead(instead) : whatToDo,
		noticeId: notice.id,
		noticeType: notice.type,
		...(notice.order?.id !== undefined && { orderId: notice.order.id }),
		...(automation && { audience: automation.audience, automation: automation.id }),
		...(person && { who: maskPerson(person) }),
	};
}

const whatToDoInstead = (audience: Audience): string =>
	`Nothing, if that is meant. Switch the ${audience}’s trigger off as well if nobody should be written to.`;

function maskPerson({ name, firstName, phone }: Person): NonNullable<LeftOut['who']> {
	const shown = name ?? firstName;
	return {
		...(shown !== undefined && { name: shown }),
		...(phone !== undefined && { phone: maskPhone(phone) }),
	};
}
