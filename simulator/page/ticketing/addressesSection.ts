import { el } from '../dom.ts';
import { t } from '../i18n.ts';
import { platformName } from '../platformName.ts';
import { toast, toastFailure } from '../toast.ts';
import type { Platform, Target } from '../types.ts';
import { topicOf } from './actionNames.ts';
import { createFormSlot } from './formSlot.ts';
import type { Section } from './ordersSection.ts';
import { createTargetForm } from './targetForm.ts';
import { ticketingApi } from './ticketingApi.ts';
import type { TargetSetting } from './ticketingApi.ts';

/** Where the webhooks of a platform go, or where a workflow asks it; and what to do while nobody listens. */
export function createAddressesSection(platformId: string, refresh: () => Promise<void>): Section {
	let platform: Platform | undefined;
	let drawn = '';
	const slot = createFormSlot();
	const title = el('h3', { attributes: { id: `addresses-${platformId}` } });
	const add = el(
		'button',
		{
			class: 'action',
			attributes: { type: 'button', 'aria-expanded': 'false', 'data-testid': 'add-address' },
			on: { click: () => ask(add) },
		},
		t('addAddress'),
	);
	const body = el('div', { class: 'addresses' });
	const folded = el('details', { class: 'more-actions addresses-folded' });
	const element = el(
		'section',
		{
			class: 'desk-card',
			attributes: { 'aria-labelledby': title.id, 'data-testid': 'addresses' },
		},
		el('div', { class: 'desk-card-head' }, title, el('div', { class: 'actions' }, add)),
		slot.element,
		body,
	);

	function ask(button: HTMLElement, known?: Target): void {
		const of = platform;
		if (of === undefined) return;
		slot.toggle(
			button,
			(asking) => createTargetForm(of, asking, known),
			(given) => save(given as unknown as TargetSetting),
		);
	}

	async function save(setting: TargetSetting): Promise<boolean> {
		try {
			await ticketingApi.addTarget(platformId, setting);
			folded.open = true;
			await refresh();
			toast(t('saved'), { near: element });
			return true;
		} catch (error) {
			toastFailure(element)(error);
			return false;
		}
	}

	function remove(known: Target): void {
		ticketingApi.removeTarget(platformId, known.id).then(refresh).catch(toastFailure(element));
	}

	function update(_: unknown, next: Platform): void {
		platform = next;
		const now = JSON.stringify([next.targets, next.api]);
		if (now === drawn) return;
		drawn = now;
		slot.close();
		const polled = next.arrival === 'poll';
		title.replaceChildren(t(polled ? 'whereToAsk' : 'whereItReports'));
		add.hidden = polled;
		const targets = next.targets.map((target) => targetLine(target, ask, remove));
		const lines = [
			...(polled || targets.length > 0 ? [] : [nobodyListens(next)]),
			...targets,
			...(next.api === undefined ? [] : [apiFacts(next.api, polled)]),
		];
		body.replaceChildren(...(targets.length > 1 ? [fold(next.targets, lines)] : lines));
	}

	/** Several would push what one came to do off the screen. One that has ended is to be seen. */
	function fold(targets: readonly Target[], lines: readonly HTMLElement[]): HTMLElement {
		if (targets.some(({ ended }) => ended === true)) folded.open = true;
		folded.replaceChildren(
			el('summary', {}, t('foldedAddresses', { count: targets.length })),
			el('div', { class: 'addresses' }, ...lines),
		);
		return folded;
	}

	return { element, update };
}

function targetLine(
	known: Target,
	ask: (button: HTMLElement, known: Target) => void,
	remove: (known: Target) => void,
): HTMLElement {
	const hears = known.actions?.map(topicOf).join(', ');
	const change = el(
		'button',
		{
			class: 'text-button',
			attributes: { type: 'button', 'aria-expanded': 'false' },
			on: { click: () => ask(change, known) },
		},
		t('changeAddress'),
	);
	return el(
		'div',
		{
			class: 'address',
			attributes: {
				role: 'group',
				'aria-label': t('addressNamed', { target: known.target }),
				'data-testid': 'address',
			},
		},
		el('code', { attributes: { dir: 'ltr' } }, known.target),
		el(
			'small',
			{},
			[
				t(known.secretSet ? 'secretIsSet' : 'secretIsNotSet'),
				hears === undefined ? t('hearsEverything') : t('hearsSome', { actions: hears }),
			].join(' · '),
		),
		known.ended === true && el('small', { class: 'hint is-warning' }, t('addressEnded')),
		el(
			'div',
			{ class: 'actions' },
			change,
			el(
				'button',
				{
					class: 'text-button',
					attributes: { type: 'button' },
					on: { click: () => remove(known) },
				},
				t('removeAddress'),
			),
		),
	);
}

function nobodyListens(platform: Platform): HTMLElement {
	return el(
		'div',
		{ class: 'nobody-listens', attributes: { 'data-testid': 'nobody-listens' } },
		el('strong', {}, t('nobodyListens')),
		el(
			'ol',
			{},
			el('li', {}, t('listenFirst', { platform: platformName(platform) })),
			el('li', {}, t('listenThen')),
			el('li', {}, t('listenLast')),
		),
	);
}

function apiFacts({ url, token, ...more }: Record<string, string>, polled: boolean): HTMLElement {
	const facts = [[t('apiAddress'), url], [t('apiToken'), token], ...Object.entries(more)];
	return el(
		'div',
		{ class: 'address', attributes: { 'data-testid': 'platform-api' } },
		el('p', { class: 'hint' }, t(polled ? 'apiPolled' : 'apiForMore')),
		el(
			'dl',
			{ class: 'facts' },
			...facts.flatMap(([name, value]) =>
				value === undefined
					? []
					: [el('dt', {}, name), el('dd', {}, el('code', { attributes: { dir: 'ltr' } }, value))],
			),
		),
	);
}
