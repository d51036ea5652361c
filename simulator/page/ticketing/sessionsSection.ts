import { arrange, el, setAttribute, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import { sessionTime } from '../time.ts';
import type { Person, Platform } from '../types.ts';
import { createActionButton } from './actionButton.ts';
import { createDeskSection } from './deskSection.ts';
import { createFormSlot } from './formSlot.ts';
import type { Section } from './ordersSection.ts';
import { createPersonForm } from './personForm.ts';
import { createPersonLine, fullName } from './personLine.ts';
import type { Act, Session, Speaker, TicketingState } from './types.ts';

type Update<T> = (thing: T, platform: Platform, noteId: string) => void;

/** The sessions of the event and who speaks there. */
export function createSessionsSection(platformId: string, act: Act): Section {
	const rows = new Map<string, { element: HTMLElement; update: Update<Session> }>();
	const list = el('div', { class: 'orders' });
	const section = createDeskSection(
		{ title: t('sessions'), testId: 'sessions', actions: ['add-speaker', 'remove-speaker'] },
		list,
	);
	return {
		element: section.element,
		update(state: TicketingState, platform) {
			section.explain(platform, state.platforms);
			const sessions = state.sessions.filter((session) => session.platform === platformId);
			arrange(
				list,
				sessions.map((session) => {
					const row = rows.get(session.id) ?? sessionRow(session, act, state.event.timeZone);
					rows.set(session.id, row);
					row.update(session, platform, section.noteId);
					return row.element;
				}),
			);
		},
	};
}

function sessionRow({ id }: Session, act: Act, timeZone?: string) {
	const speakers = new Map<string, { element: HTMLElement; update: Update<Speaker> }>();
	const title = el('h4', { attributes: { dir: 'auto' } });
	const facts = el('small', {});
	const slot = createFormSlot();
	const add = createActionButton({
		action: 'add-speaker',
		asks: true,
		onPress: (button) =>
			slot.toggle(
				button,
				(asking) =>
					createPersonForm({
						...asking,
						legend: 'speaker',
						confirm: 'confirmAddSpeaker',
						testId: 'confirm-add-speaker',
						given: (speaker) => ({ session: id, speaker }),
					}),
				(given) => act('add-speaker', given, fullName(given['speaker'] as Person)),
			),
	});
	const list = el('div', { class: 'tickets' });
	const nobody = el('p', { class: 'desk-none' }, t('noSpeakers'));
	const element = el(
		'div',
		{
			class: 'order',
			attributes: { role: 'group', tabindex: '-1', 'data-testid': 'session', 'data-id': id },
		},
		el('div', { class: 'order-head' }, el('div', {}, title, facts), add.element),
		slot.element,
		list,
		nobody,
	);
	const update: Update<Session> = (session, platform, noteId) => {
		setText(title, session.title);
		const place = [sessionTime(session.startsAt, timeZone), session.room];
		setText(facts, place.filter(Boolean).join(' · '));
		setAttribute(element, 'aria-label', session.title);
		add.update(platform, true, noteId);
		nobody.hidden = session.speakers.length > 0;
		list.hidden = session.speakers.length === 0;
		arrange(
			list,
			session.speakers.map((speaker) => {
				const row = speakers.get(speaker.id) ?? speakerRow(id, speaker, act);
				speakers.set(speaker.id, row);
				row.update(speaker, platform, noteId);
				return row.element;
			}),
		);
	};
	return { element, update };
}

function speakerRow(session: string, { id }: Speaker, act: Act) {
	let name = '';
	const person = createPersonLine();
	const remove = createActionButton({
		action: 'remove-speaker',
		danger: true,
		onPress: () => void act('remove-speaker', { session, speaker: id }, name),
	});
	const element = el(
		'div',
		{
			class: 'ticket is-row',
			attributes: { role: 'group', tabindex: '-1', 'data-testid': 'speaker', 'data-id': id },
		},
		person.element,
		remove.element,
	);
	const update: Update<Speaker> = (speaker, platform, noteId) => {
		name = fullName(speaker);
		person.update(speaker);
		setAttribute(element, 'aria-label', t('speakerNamed', { name }));
		remove.update(platform, true, noteId);
	};
	return { element, update };
}
