import { el, row } from './dom';
import { t } from './words';

/** Facts of the event that the platform does not tell. */
export type EventFacts = Record<string, string>;

const FIELDS = ['name', 'startsAt', 'endsAt', 'timeZone', 'venue', 'ticketName', 'url', 'id'];
const MOMENTS = ['startsAt', 'endsAt'];
const EXAMPLES: Record<string, string> = {
	timeZone: 'Asia/Tokyo',
	url: 'https://events.example.org/summit',
};

export interface FactsEditor {
	element: HTMLElement;
	value(): EventFacts;
}

export function factsEditor(facts: EventFacts): FactsEditor {
	const inputs = FIELDS.map((name) => [name, inputFor(name, facts[name] ?? '')] as const);
	const zones = el(
		'datalist',
		{ id: 'wae-time-zones' },
		...Intl.supportedValuesOf('timeZone').map((zone) => el('option', { value: zone })),
	);
	return {
		element: el(
			'div',
			{},
			el('p', { class: 'wae-hint' }, t('event.hint')),
			...inputs.map(([name, input]) =>
				row(t(`event.${name}`), input, {
					forId: input.id,
					hint: ['id', 'timeZone', 'ticketName'].includes(name)
						? t(`event.${name}Hint`)
						: undefined,
				}),
			),
			zones,
		),
		// Facts this dialog does not know stay as they are.
		value: () => {
			const all = {
				...facts,
				...Object.fromEntries(inputs.map(([n, { value }]) => [n, value.trim()])),
			};
			return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ''));
		},
	};
}

function inputFor(name: string, value: string): HTMLInputElement {
	// A day alone, or a time with its zone, is fine too; the field for dates would drop it.
	const dated =
		MOMENTS.includes(name) && (value === '' || /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(value));
	const input = el('input', {
		id: `wae-event-${name}`,
		type: dated ? 'datetime-local' : 'text',
		list: name === 'timeZone' ? 'wae-time-zones' : undefined,
		placeholder: EXAMPLES[name] ?? t(`event.${name}Example`, { defaultValue: '' }),
	});
	input.value = value;
	return input;
}
