import type { Router } from '../../http/router.ts';
import { guidOf, numberOf } from '../codes.ts';
import type { TicketingDesk } from '../desk.ts';
import { fullName } from '../person.ts';
import { sessionize } from '../platforms/sessionize.ts';

const ID = 'sessionize';

/**
 * Sessionize's view "All". Shapes: answers of it that consumers have recorded. It has no e-mail
 * addresses; a phone only when the organiser asks for one and shows the answers in this view.
 * Times are the event's own, without an offset; Sessionize writes them in UTC only if told to.
 */
export function addSessionizeApi(router: Router, desk: TicketingDesk): void {
	router.add('GET', `/ticketing/${ID}/api/v2/:key/view/All`, ({ params }) => {
		if (params['key'] !== sessionize.api?.token) return { status: 404, bytes: 'Not found' };
		const sessions = desk.store.all(ID, 'session');
		const speakers = new Map(
			sessions.flatMap((session) => session.speakers.map((one) => [one.id, one])),
		);
		const rooms = [...new Set(sessions.map(({ room }) => room))];
		return {
			status: 200,
			json: {
				sessions: sessions.map((session) => ({
					id: session.id,
					title: session.title,
					description: null,
					startsAt: session.startsAt.slice(0, 19),
					endsAt: session.endsAt.slice(0, 19),
					isServiceSession: false,
					isPlenumSession: false,
					speakers: session.speakers.map(({ id }) => guidOf(id)),
					categoryItems: [],
					questionAnswers: [],
					roomId: numberOf(session.room),
					liveUrl: null,
					recordingUrl: null,
					status: 'Accepted',
					isInformed: true,
					isConfirmed: true,
				})),
				speakers: [...speakers.values()].map((one) => ({
					id: guidOf(one.id),
					firstName: one.firstName,
					lastName: one.lastName,
					bio: '',
					tagLine: '',
					profilePicture: null,
					isTopSpeaker: false,
					links: [],
					sessions: sessions
						.filter((session) => session.speakers.some(({ id }) => id === one.id))
						.map(({ id }) => Number(id)),
					fullName: fullName(one),
					categoryItems: [],
					questionAnswers:
						one.phone === '' ? [] : [{ questionId: PHONE.id, answerValue: one.phone }],
				})),
				questions: [PHONE],
				categories: [],
				rooms: rooms.map((room, sort) => ({ id: numberOf(room), name: room, sort })),
			},
		};
	});
}

const PHONE = { id: 1001, question: 'Mobile phone', questionType: 'Short_Text', sort: 1 };
