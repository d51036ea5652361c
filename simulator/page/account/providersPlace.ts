import { el, setText } from '../dom.ts';
import { field, select } from '../fields.ts';
import { t } from '../i18n.ts';
import { amountText } from './amount.ts';
import type { Place } from './moneyPlace.ts';
import { button } from './parts.ts';
import type { Provider } from './types.ts';

const faults = ['refused', 'timeout', 'malformed', 'html', 'down'] as const;

/** What each provider says of its balance, and what goes wrong there. */
export function createProvidersPlace(change: (provider: Provider, change: object) => void): Place {
	const element = el('div', { class: 'account-columns' });
	const cards = new Map<string, ReturnType<typeof providerCard>>();
	return {
		element,
		update({ providers }) {
			for (const provider of providers) {
				let one = cards.get(provider.id);
				if (one === undefined) {
					one = providerCard(provider, change);
					cards.set(provider.id, one);
					element.append(one.element);
				}
				one.update(provider);
			}
		},
	};
}

function providerCard(first: Provider, change: (provider: Provider, change: object) => void) {
	const balance = el('p', { class: 'clock-time' });
	const asked = el('p', { class: 'hint' });
	const amount = field({
		name: 'amount',
		label: t('providerAmount', { currency: first.currency }),
		type: 'number',
		value: String(first.amount),
		attributes: { step: 'any', inputmode: 'decimal' },
		onChange: (input) => change(first, { amount: Number(input.value) }),
	});
	const fault = select('fault', t('providerFault'), [
		{ value: '', label: t('fault_none') },
		...faults.map((value) => ({ value, label: t(`fault_${value}`) })),
	]);
	fault.input.addEventListener('change', () =>
		change(first, { fault: fault.input.value === '' ? null : fault.input.value }),
	);
	const element = el(
		'section',
		{
			class: 'desk-card',
			attributes: { 'data-testid': 'provider', 'data-provider': first.id },
		},
		el('h3', {}, first.name),
		balance,
		asked,
		el('div', { class: 'columns' }, amount.element, fault.element),
		el(
			'details',
			{ class: 'more-actions' },
			el('summary', {}, t('providerAccess')),
			el(
				'dl',
				{ class: 'facts account-access' },
				...[['URL', first.url] as const, ...Object.entries(first.access)].flatMap(
					([name, value]) => [
						el('dt', {}, name),
						el('dd', {}, el('code', { attributes: { dir: 'ltr' } }, value)),
					],
				),
			),
		),
		el(
			'div',
			{ class: 'actions' },
			button(t('providerEmpty'), 'provider-empty', () => change(first, { amount: 0 })),
		),
	);
	return {
		element,
		update(provider: Provider) {
			setText(balance, amountText(provider.amount, provider.currency));
			setText(asked, t('providerAsked', { count: provider.asked }));
			if (document.activeElement !== amount.input) amount.input.value = String(provider.amount);
			if (document.activeElement !== fault.input) fault.input.value = provider.fault ?? '';
		},
	};
}
