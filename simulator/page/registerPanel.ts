import { api } from './api.ts';
import { registrationFailure, registrationResult } from './callResult.ts';
import { el, setText } from './dom.ts';
import { select } from './fields.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { createPanel } from './panel.ts';
import type { Panel } from './panel.ts';
import { platformName } from './platformName.ts';
import { registrationOf } from './registration.ts';
import { createRegisterFields } from './registerFields.ts';
import { eventDate } from './time.ts';
import { reasonOf, toastFailure } from './toast.ts';
import type { EventInfo, Platform } from './types.ts';

export interface RegisterPanel extends Panel {
	refresh(): Promise<void>;
}

/** The form in which somebody registers for the event, as on a ticketing platform's own page. */
export function createRegisterPanel(
	onToggle: () => void,
	openPlatforms: (id: string) => void,
): RegisterPanel {
	let platforms: Platform[] = [];
	let busy = false;
	const eventName = el('h3', { attributes: { dir: 'auto' } });
	const eventFacts = el('p', { attributes: { dir: 'auto' } });
	const platform = select('platform', t('platform'), []);
	const target = el('div', { class: 'target', attributes: { 'data-testid': 'platform-target' } });
	const fields = createRegisterFields();
	const result = el('div', {
		class: 'result-area',
		attributes: { role: 'status', 'data-testid': 'register-result' },
	});
	const submit = el('button', { class: 'primary', attributes: { type: 'submit' } });
	const form = el(
		'form',
		{
			class: 'panel-form',
			attributes: { 'data-testid': 'register-form' },
			on: {
				submit: (event) => {
					event.preventDefault();
					void register();
				},
			},
		},
		el(
			'div',
			{ class: 'panel-body' },
			el('div', { class: 'event' }, icon('ticket'), el('div', {}, eventName, eventFacts)),
			el('div', {}, platform.element, target),
			fields.element,
		),
		el('div', { class: 'panel-footer' }, result, submit),
	);
	setText(submit, t('registerSubmit'));
	platform.input.addEventListener('change', drawTarget);
	const panel = createPanel(t('register'), 'register-panel', form, onToggle);

	const chosen = (): Platform | undefined =>
		platforms.find(({ id }) => id === platform.input.value);

	function nameOfChosen(): string | undefined {
		const platform = chosen();
		return platform && platformName(platform);
	}

	function drawTarget(): void {
		fields.suit(platform.input.value);
		const address = chosen()?.target;
		target.classList.toggle('is-missing', !address);
		target.replaceChildren(
			...(address
				? [el('small', {}, t('sendsTo', { target: address }))]
				: [
						el('span', {}, t('noTarget')),
						el(
							'button',
							{
								class: 'text-button',
								attributes: { type: 'button' },
								on: { click: () => openPlatforms(platform.input.value) },
							},
							t('setTarget'),
						),
					]),
		);
	}

	async function refresh(): Promise<void> {
		const ticketing = await api.ticketing();
		// Until somebody chooses, the first platform that has an address is the likely one.
		const before = platform.input.value || ticketing.platforms.find((known) => known.target)?.id;
		platforms = ticketing.platforms.filter(({ actions }) => actions.includes('register'));
		platform.input.replaceChildren(
			...platforms.map((one) => el('option', { attributes: { value: one.id } }, platformName(one))),
		);
		if (platforms.some(({ id }) => id === before)) platform.input.value = before ?? '';
		setText(eventName, ticketing.event.name);
		setText(eventFacts, factsOf(ticketing.event));
		drawTarget();
	}

	async function register(): Promise<void> {
		if (busy) return;
		busy = true;
		// Not disabled: a disabled button loses the focus it was pressed with.
		submit.setAttribute('aria-disabled', 'true');
		setText(submit, t('registering'));
		try {
			const registration = registrationOf(fields.read(form));
			const { order, calls } = await api.register(platform.input.value, registration);
			result.replaceChildren(registrationResult(order, calls, nameOfChosen()));
		} catch (error) {
			const advice = chosen()?.target ? undefined : t('adviceNoTarget');
			result.replaceChildren(registrationFailure(reasonOf(error), advice));
		} finally {
			busy = false;
			submit.removeAttribute('aria-disabled');
			setText(submit, t('registerSubmit'));
		}
	}

	return {
		...panel,
		refresh,
		open() {
			result.replaceChildren();
			refresh().catch(toastFailure(form));
			panel.open();
		},
	};
}

function factsOf({ startsAt, timeZone, venue }: EventInfo): string {
	return [startsAt && eventDate(startsAt, timeZone), venue].filter(Boolean).join(' · ');
}
