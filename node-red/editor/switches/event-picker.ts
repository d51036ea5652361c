import type { SwitchRow } from '../../../core/events/switches';
import type { SentNote } from '../api';
import { el } from '../dom';
import { t } from '../words';

export interface EventPicker {
	element: HTMLElement;
	/** The event's id, or its name where it has none; empty for all events. */
	value(): string;
	/** Offers the events that messages were sent for, that have switches, and that nodes of the flows name. */
	offer(sent: readonly SentNote[], rows: readonly SwitchRow[]): void;
}

const ANOTHER = '\u0000another';

/** All events, one that is known, or another one by its name or id. */
export function eventPicker(onChange: () => void): EventPicker {
	const select = el('select', { 'aria-label': t('switches.event') });
	const typed = el('input', { type: 'text', placeholder: t('switches.eventPlaceholder') });
	typed.hidden = true;
	let events: KnownEvent[] = [];
	const fill = (chosen: string): void => {
		select.replaceChildren(
			el('option', { value: '' }, t('switches.allEvents')),
			...events.map(({ value, label }) => el('option', { value }, label)),
			el('option', { value: ANOTHER }, t('switches.anotherEvent')),
		);
		select.value = chosen;
	};
	select.addEventListener('change', () => {
		typed.hidden = select.value !== ANOTHER;
		if (!typed.hidden) typed.focus();
		onChange();
	});
	typed.addEventListener('input', onChange);
	return {
		element: el('div', { class: 'wae-switches-event' }, select, typed),
		value: () => (select.value === ANOTHER ? typed.value.trim() : select.value),
		offer(sent, rows) {
			const chosen = select.value;
			events = knownEvents([
				...sent.map(({ event, eventName }) => ({ id: event, name: eventName })),
				...eventsOfNodes(),
				...rows.map(({ event }) => ({ id: event })),
			]);
			fill(chosen);
		},
	};
}

interface KnownEvent {
	value: string;
	label: string;
}

interface NamedEvent {
	id?: string;
	name?: string;
}

/** What event nodes say of their event, deployed or not. */
function eventsOfNodes(): NamedEvent[] {
	const found: NamedEvent[] = [];
	RED.nodes.eachNode(({ type, event }) => {
		if (type.startsWith('whatsapp-event-')) found.push((event ?? {}) as NamedEvent);
	});
	return found;
}

/** The same event named by id here and by name there is one line. */
function knownEvents(all: readonly NamedEvent[]): KnownEvent[] {
	const events: Array<{ id: string; name: string }> = [];
	for (const { id = '', name = '' } of all) {
		const given = [id, name].filter((text) => text.trim() !== '');
		if (given.length === 0) continue;
		const same = (text: string) => given.some((one) => one.toLowerCase() === text.toLowerCase());
		const known = events.find((event) => [event.id, event.name].filter(Boolean).some(same));
		if (known === undefined) events.push({ id, name: name === id ? '' : name });
		else if (known.name === '' && name !== known.id) known.name = name;
	}
	return events
		.map(({ id, name }) => ({
			value: id || name,
			label: name !== '' && id !== '' ? `${name} (${id})` : name || id,
		}))
		.sort((one, other) => one.label.localeCompare(other.label));
}
