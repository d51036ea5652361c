import type { Answer, Request, Router } from '../../http/router.ts';
import { lettersOf, numberOf } from '../codes.ts';
import type { TicketingDesk } from '../desk.ts';
import { fullName } from '../person.ts';
import { pretalx } from '../platforms/pretalx.ts';
import type { Session, Speaker } from '../records.ts';
import { slashMissing } from './slash.ts';

const ID = 'pretalx';
const EVENT = `/ticketing/${ID}/api/events/:event`;

/**
 * pretalx's API: the event, submissions and speakers, with what `expand` asks for (`speakers`,
 * `speakers.answers.question`, `slots.room`, …). Shapes: pretalx/pretalx,
 * `src/pretalx/api/serializers/*.py` (August 2026). A phone is nowhere but in an answer.
 */
export function addPretalxApi(router: Router, desk: TicketingDesk): void {
	const get = (path: string, answer: (request: Request, expand: Expand) => object | undefined) =>
		router.add('GET', `${EVENT}${path}`, (request) => {
			const redirect = slashMissing(request);
			if (redirect !== undefined) return redirect;
			if (request.headers.authorization !== `Token ${pretalx.api?.token}`) {
				return detail(401, 'Invalid token.');
			}
			if (request.params['event'] !== desk.event.id) return detail(404, 'Not found.');
			const json = answer(request, expandOf(request));
			return json === undefined ? detail(404, 'Not found.') : { status: 200, json };
		});
	const sessions = () => desk.store.all(ID, 'session');
	const codeOf = ({ id }: { id: string }) => lettersOf(id, 'ABCDEFGHJKLMNPQRSTUVWXYZ3789', 6);
	const submission = (session: Session, expand: Expand) => ({
		code: codeOf(session),
		title: session.title,
		speakers: session.speakers.map((one) =>
			expand.has('speakers') ? speaker(one, below(expand, 'speakers')) : codeOf(one),
		),
		submission_type: 1,
		track: null,
		tags: [],
		state: 'confirmed',
		abstract: '',
		description: '',
		duration: 60,
		slot_count: 1,
		content_locale: 'en',
		do_not_record: false,
		image: null,
		resources: [],
		slots: [expand.has('slots') ? slot(session, expand) : numberOf(session.id)],
		answers: [],
		pending_state: null,
		is_featured: false,
	});
	const slot = (session: Session, expand: Expand) => ({
		id: numberOf(session.id),
		room: expand.has('slots.room')
			? { id: numberOf(session.room), name: { en: session.room }, description: null }
			: numberOf(session.room),
		start: session.startsAt,
		end: session.endsAt,
		submission: codeOf(session),
		description: null,
		duration: 60,
	});
	const speaker = (one: Speaker, expand: Expand) => ({
		code: codeOf(one),
		name: fullName(one),
		biography: '',
		submissions: sessions()
			.filter(({ speakers }) => speakers.some(({ id }) => id === one.id))
			.map(codeOf),
		avatar_url: null,
		answers: one.phone === '' ? [] : [expand.has('answers') ? answer(one, expand) : answerId(one)],
		email: one.email,
		timezone: desk.event.timeZone,
		locale: one.locale ?? 'en',
		is_managed: false,
		has_arrived: false,
		internal_notes: null,
	});
	const answerId = ({ id }: Speaker) => numberOf(`answer ${id}`);
	const answer = (one: Speaker, expand: Expand) => ({
		id: answerId(one),
		question: expand.has('answers.question') ? PHONE : PHONE.id,
		answer: one.phone,
		answer_file: null,
		submission: null,
		review: null,
		person: codeOf(one),
		options: [],
	});
	const everybody = () => {
		const all = sessions().flatMap(({ speakers }) => speakers);
		return [...new Map(all.map((one) => [one.id, one])).values()];
	};
	get('', () => ({
		name: { en: desk.event.name },
		slug: desk.event.id,
		is_public: true,
		date_from: desk.event.startsAt.slice(0, 10),
		date_to: desk.event.endsAt.slice(0, 10),
		timezone: desk.event.timeZone,
		locale: 'en',
		locales: ['en', 'ja'],
		content_locales: ['en', 'ja'],
	}));
	get('/submissions', (request, expand) => {
		return page(
			request,
			desk,
			sessions().map((session) => submission(session, expand)),
		);
	});
	get('/submissions/:code', ({ params }, expand) => {
		const found = sessions().find((session) => codeOf(session) === params['code']);
		return found && submission(found, expand);
	});
	get('/speakers', (request, expand) => {
		return page(
			request,
			desk,
			everybody().map((one) => speaker(one, expand)),
		);
	});
	get('/speakers/:code', ({ params }, expand) => {
		const found = everybody().find((one) => codeOf(one) === params['code']);
		return found && speaker(found, expand);
	});
	get('/questions', (request) => page(request, desk, [PHONE]));
}

const PHONE = {
	id: 1,
	identifier: 'PHONE',
	question: { en: 'Mobile phone' },
	variant: 'string',
	target: 'speaker',
};

type Expand = ReadonlySet<string>;

/** `a.b` expands `a` as well. */
function expandOf({ query }: Request): Expand {
	const asked = (query.get('expand') ?? '').split(',').map((path) => path.trim().split('.'));
	return new Set(
		asked.flatMap((parts) => parts.map((_, end) => parts.slice(0, end + 1).join('.'))),
	);
}

function below(expand: Expand, name: string): Expand {
	const prefix = `${name}.`;
	const paths = [...expand].filter((path) => path.startsWith(prefix));
	return new Set(paths.map((path) => path.slice(prefix.length)));
}

function page(request: Request, desk: TicketingDesk, all: object[]): object {
	const size = Math.max(1, Number(request.query.get('page_size')) || 50);
	const number = Math.max(1, Number(request.query.get('page')) || 1);
	const link = (to: number) => {
		if (to < 1 || to > Math.ceil(all.length / size)) return null;
		// Below the address that the API has here, as the real one names its own.
		const url = new URL(request.path, desk.apiUrl(ID));
		for (const [name, value] of request.query) url.searchParams.set(name, value);
		url.searchParams.set('page', String(to));
		return url.href;
	};
	return {
		count: all.length,
		next: link(number + 1),
		previous: link(number - 1),
		results: all.slice((number - 1) * size, number * size),
	};
}

const detail = (status: number, text: string): Answer => ({ status, json: { detail: text } });
