import { el } from '../dom.ts';
import { field } from '../fields.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { toast, toastFailure } from '../toast.ts';
import type { EventInfo } from '../types.ts';
import { ticketingApi } from './ticketingApi.ts';
import { isTimeZone, momentOf, wallTime } from './zonedTime.ts';

export interface EventView {
	element: HTMLElement;
	update(event: EventInfo): void;
}

/** The fields of the event, as every platform reports them. */
export function createEventView(refresh: () => Promise<void>): EventView {
	let drawn = '';
	const form = el('form', {
		class: 'desk-card event-form',
		attributes: { 'data-testid': 'event-form' },
		on: {
			submit: (event) => {
				event.preventDefault();
				save().catch(toastFailure(form));
			},
		},
	});
	const element = el(
		'article',
		{ class: 'template', attributes: { 'data-testid': 'ticketing-event', tabindex: '-1' } },
		el(
			'header',
			{ class: 'template-head' },
			el(
				'a',
				{
					class: 'icon-button template-back',
					attributes: { href: '#ticketing', 'aria-label': t('back') },
				},
				icon('back'),
			),
			el('div', { class: 'template-title' }, el('h2', {}, t('event'))),
		),
		el('p', { class: 'template-intro' }, t('eventIntro')),
		form,
	);

	const zones = el(
		'datalist',
		{ attributes: { id: 'time-zones' } },
		...Intl.supportedValuesOf('timeZone').map((zone) =>
			el('option', { attributes: { value: zone } }),
		),
	);

	function draw(event: EventInfo): void {
		const zone = zoneOf(event);
		const text = (name: string, label: string, value = '', more: object = {}): HTMLElement =>
			field({ name, label, value, ...more }).element;
		const time = { type: 'datetime-local', required: true };
		const zoneField = field({
			name: 'timeZone',
			label: t('timeZone'),
			value: zone,
			required: true,
			attributes: { list: zones.id, dir: 'ltr' },
		});
		zoneField.input.addEventListener('input', () =>
			zoneField.input.setCustomValidity(
				isTimeZone(zoneField.input.value.trim()) ? '' : t('noSuchTimeZone'),
			),
		);
		form.replaceChildren(
			text('name', t('eventName'), event.name, { required: true }),
			el(
				'div',
				{ class: 'columns' },
				text('startsAt', t('startsAt'), wallTime(event.startsAt ?? '', zone), time),
				text('endsAt', t('endsAt'), wallTime(event.endsAt ?? '', zone), {
					...time,
					required: false,
				}),
			),
			zoneField.element,
			text('venue', t('venue'), event.venue),
			text('url', t('website'), event.url, { type: 'url' }),
			zones,
			el(
				'div',
				{ class: 'action-form-buttons' },
				el('button', { class: 'primary', attributes: { type: 'submit' } }, t('saveEvent')),
			),
		);
	}

	async function save(): Promise<void> {
		const data = new FormData(form);
		const text = (name: string): string => String(data.get(name) ?? '').trim();
		const timeZone = text('timeZone');
		await ticketingApi.changeEvent({
			name: text('name'),
			timeZone,
			startsAt: momentOf(text('startsAt'), timeZone),
			...(text('endsAt') === '' ? {} : { endsAt: momentOf(text('endsAt'), timeZone) }),
			venue: text('venue'),
			url: text('url'),
		});
		await refresh();
		toast(t('saved'), { near: form });
	}

	return {
		element,
		update(event) {
			const now = JSON.stringify(event);
			if (now === drawn) return;
			drawn = now;
			draw(event);
		},
	};
}

function zoneOf({ timeZone = '' }: EventInfo): string {
	return isTimeZone(timeZone) ? timeZone : 'UTC';
}
