import { platformAddress } from './address.ts';
import { api } from './api.ts';
import { callLine } from './callResult.ts';
import { el } from './dom.ts';
import { field } from './fields.ts';
import { t } from './i18n.ts';
import { createPanel } from './panel.ts';
import type { Panel } from './panel.ts';
import { platformName } from './platformName.ts';
import { toast, toastFailure } from './toast.ts';
import type { Platform } from './types.ts';

const callsShown = 20;

export interface PlatformsPanel extends Panel {
	/** Opens with the cursor in this platform's address. */
	openAt(id?: string): void;
}

/** Where each platform reports to, with which secret, and what came of the last calls. */
export function createPlatformsPanel(onToggle: () => void, onSaved: () => void): PlatformsPanel {
	const forms = el('div', { class: 'platforms' });
	const log = el('ul', { class: 'calls' });
	const body = el(
		'div',
		{ class: 'panel-body' },
		el('p', { class: 'hint' }, t('platformsIntro')),
		forms,
		el('h3', {}, t('lastCalls')),
		log,
	);
	const panel = createPanel(t('platforms'), 'platforms-panel', body, onToggle);

	async function refresh(): Promise<void> {
		const { platforms, log: calls } = await api.ticketing();
		const told = platforms.filter(({ arrival }) => arrival === 'webhook');
		forms.replaceChildren(
			...told.map((platform) =>
				platform.targets.length > 1 ? severalAddresses(platform) : platformForm(platform, onSaved),
			),
		);
		const nameOf = (id: string) =>
			platformName(platforms.find((known) => known.id === id) ?? { id, name: id });
		const newest = calls.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, callsShown);
		log.replaceChildren(
			...(newest.length > 0
				? newest.map((call) => callLine(call, nameOf(call.platform), true))
				: [el('li', { class: 'hint' }, t('noCalls'))]),
		);
	}

	function openAt(id?: string): void {
		panel.open();
		refresh()
			.then(() => {
				const all = [...forms.querySelectorAll('form')];
				const form = all.find((each) => each.dataset['platform'] === id) ?? all[0];
				form?.querySelector('input')?.focus();
			})
			.catch(toastFailure(body));
	}

	return { ...panel, openAt, open: () => openAt() };
}

/** Saving one address here would drop the others. */
function severalAddresses(platform: Platform): HTMLElement {
	return el(
		'div',
		{ class: 'platform', attributes: { 'data-platform': platform.id } },
		el('h3', {}, platformName(platform)),
		el('p', { class: 'hint' }, t('severalAddresses', { count: platform.targets.length })),
		el(
			'a',
			{ class: 'secondary', attributes: { href: platformAddress(platform.id) } },
			t('toTicketing'),
		),
	);
}

function platformForm(platform: Platform, onSaved: () => void): HTMLFormElement {
	let { secretSet } = platform;
	const target = field({
		name: 'target',
		label: t('target'),
		type: 'url',
		value: platform.target ?? '',
		placeholder: 'http://127.0.0.1:5678/webhook/…',
	});
	const secret = field({
		name: 'secret',
		label: t('secret'),
		type: 'password',
		placeholder: t(secretSet ? 'secretSet' : 'secretUnset'),
		attributes: { autocomplete: 'new-password' },
	});

	async function save(): Promise<void> {
		const typed = secret.input.value;
		await api.setPlatform(platform.id, {
			target: target.input.value.trim(),
			...(typed === '' ? {} : { secret: typed }),
		});
		secretSet ||= typed !== '';
		secret.input.value = '';
		secret.input.placeholder = t(secretSet ? 'secretSet' : 'secretUnset');
		toast(`${platformName(platform)}: ${t('saved')}`, { near: form });
		onSaved();
	}

	const form = el(
		'form',
		{
			class: 'platform',
			attributes: { 'data-testid': 'platform-form', 'data-platform': platform.id },
			on: {
				submit: (event) => {
					event.preventDefault();
					save().catch(toastFailure(form));
				},
			},
		},
		el('h3', {}, platformName(platform)),
		target.element,
		secret.element,
		el('button', { class: 'secondary', attributes: { type: 'submit' } }, t('save')),
	);
	return form;
}
