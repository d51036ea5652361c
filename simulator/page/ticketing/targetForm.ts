import { createActionForm } from '../actionForm.ts';
import type { ActionForm } from '../actionForm.ts';
import { el, setText } from '../dom.ts';
import { checkbox, field, select } from '../fields.ts';
import { t } from '../i18n.ts';
import type { Platform, Target } from '../types.ts';
import { topicOf } from './actionNames.ts';
import type { Asking } from './formSlot.ts';
import type { TargetSetting } from './ticketingApi.ts';

/** Asks for the address of a flow: its secret, and what it wants to hear of. */
export function createTargetForm(platform: Platform, asking: Asking, known?: Target): ActionForm {
	const target = field({
		name: 'target',
		label: t('target'),
		type: 'url',
		value: known?.target ?? '',
		placeholder: 'http://127.0.0.1:5678/webhook/…',
		required: true,
		attributes: { readonly: known !== undefined },
	});
	const secret = field({
		name: 'secret',
		label: t('secret'),
		type: 'password',
		placeholder: t(known?.secretSet === true ? 'secretSet' : 'secretUnset'),
		hint: t('secretHint'),
		attributes: { autocomplete: 'new-password' },
	});
	const place = select('secretIn', t('secretPlace'), [
		{ value: '', label: t('secretPlaceUsual') },
		{ value: 'query', label: t('secretPlaceQuery') },
		{ value: 'header', label: t('secretPlaceHeader') },
		{ value: 'basic', label: t('secretPlaceBasic') },
	]);
	place.input.value = known?.secretIn ?? '';
	const header = field({
		name: 'secretHeader',
		label: t('secretHeader'),
		value: known?.secretHeader ?? 'X-Webhook-Secret',
	});
	const drawHeader = (): void => void (header.element.hidden = place.input.value !== 'header');
	place.input.addEventListener('change', drawHeader);
	drawHeader();
	const wanted = platform.actions.map((action) => ({
		action,
		box: checkbox(action, topicOf(action), known?.actions?.includes(action) ?? true),
	}));
	const hears = el('fieldset', { class: 'hears' }, el('legend', {}, t('hearsOf')));
	hears.append(el('div', { class: 'checks' }, ...wanted.map(({ box }) => box)));
	const summary = el('summary', {});
	setText(summary, t('moreSettings'));

	function read(): TargetSetting {
		const actions = wanted
			.filter(({ box }) => box.querySelector('input')?.checked)
			.map(({ action }) => action);
		return {
			target: target.input.value.trim(),
			...(secret.input.value === '' ? {} : { secret: secret.input.value }),
			...placeOf(place.input.value),
			...(place.input.value === 'header' ? { secretHeader: header.input.value.trim() } : {}),
			...(actions.length === wanted.length ? {} : { actions }),
		};
	}

	return createActionForm(
		{
			...asking,
			testId: 'confirm-target',
			confirm: 'saveAddress',
			first: known === undefined ? target.input : secret.input,
			read: () => ({ ...read() }),
		},
		target.element,
		secret.element,
		el(
			'details',
			{ class: 'faults' },
			summary,
			el('div', { class: 'faults-fields' }, place.element, header.element, hears),
		),
	);
}

function placeOf(value: string): Pick<TargetSetting, 'secretIn'> {
	return value === 'query' || value === 'header' || value === 'basic' ? { secretIn: value } : {};
}
