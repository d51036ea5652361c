import { el, setAttribute } from '../dom.ts';
import { field } from '../fields.ts';
import { categoryName, t } from '../i18n.ts';
import { amountText, countText } from './amount.ts';
import { button, card, factList } from './parts.ts';
import type { AccountState, Funding, Money } from './types.ts';

interface Actions {
	change(change: object): void;
	topUp(amount: number): void;
}

export interface Place {
	element: HTMLElement;
	update(state: AccountState): void;
}

const fundings: readonly Funding[] = ['card', 'none', 'creditLine', 'prepaid'];

/** How the account pays, what is left, and what was spent. */
export function createMoneyPlace(actions: Actions): Place {
	const choices = fundings.map((funding) => ({
		funding,
		element: button(t(`funding_${funding}`), `funding-${funding}`, () =>
			actions.change({ funding }),
		),
	}));
	const explained = el('p', { class: 'hint' });
	const balance = el('p', { class: 'clock-time', attributes: { 'data-testid': 'balance' } });
	const held = el('p', { class: 'hint' });
	const amount = field({
		name: 'topUp',
		label: t('topUpAmount'),
		type: 'number',
		value: '20',
		attributes: { min: 0, step: 'any', inputmode: 'decimal', 'data-testid': 'top-up-amount' },
	});
	const value = (): number => Number(amount.input.value);
	const left = el(
		'div',
		{ class: 'account-balance' },
		balance,
		held,
		amount.element,
		el(
			'div',
			{ class: 'actions' },
			button(t('topUp'), 'top-up', () => actions.topUp(value()), 'first'),
			button(t('setBalance'), 'set-balance', () => actions.change({ balance: value() })),
		),
	);
	const refuse = el('input', { attributes: { type: 'checkbox', 'data-testid': 'refuse' } });
	refuse.addEventListener('change', () => actions.change({ refuse: refuse.checked }));
	const refusing = el('label', { class: 'check' }, refuse, el('span', {}, t('refuseAtOnce')));
	const spent = factList();
	const cards = el('ul', { class: 'plain-list' });
	const element = el(
		'div',
		{ class: 'account-columns' },
		el(
			'div',
			{ class: 'desk-cards' },
			card(
				'howItPays',
				'money-funding',
				el(
					'div',
					{ class: 'actions', attributes: { role: 'group', 'aria-label': t('howItPays') } },
					...choices.map((choice) => choice.element),
				),
				explained,
				left,
				refusing,
			),
		),
		el(
			'div',
			{ class: 'desk-cards' },
			card('spentSoFar', 'money-spent', spent.element),
			card('rateCards', 'money-cards', cards),
		),
	);

	return {
		element,
		update({ money }) {
			const { funding, currency } = money;
			for (const choice of choices) {
				setAttribute(choice.element, 'aria-pressed', String(choice.funding === funding));
			}
			explained.textContent = t(`fundingHint_${funding}`);
			left.hidden = funding !== 'prepaid';
			balance.textContent = amountText(money.balance ?? 0, currency);
			held.textContent = t('heldBack', { amount: amountText(money.held, currency) });
			refusing.hidden = funding === 'card';
			refuse.checked = money.refuse;
			spent.update(spentFacts(money));
			cards.replaceChildren(
				...money.cards.map((one) =>
					el(
						'li',
						{},
						t('rateCardLine', { currency: one.currency, day: one.validFrom, count: one.markets }),
						el('small', {}, one.source),
					),
				),
			);
		},
	};
}

function spentFacts(money: Money): Parameters<ReturnType<typeof factList>['update']>[0] {
	const { currency, funding, creditLine } = money;
	const used = Object.values(money.freeServiceUsed).reduce((sum, one) => sum + one, 0);
	return [
		['spentTotal', amountText(money.spent, currency)],
		[
			'spentMessages',
			t('spentMessagesValue', {
				count: countText(money.messages),
				billable: countText(money.billable),
			}),
		],
		[
			'spentByCategory',
			money.byCategory
				.map(
					({ category, messages, cost }) =>
						`${categoryName(category)}: ${countText(messages)} · ${amountText(cost, currency)}`,
				)
				.join('\n') || '—',
		],
		[
			'freeService',
			t('freeServiceValue', { used: countText(used), limit: countText(money.freeServiceMessages) }),
		],
		...(funding === 'creditLine'
			? ([
					[
						'creditUsed',
						t('creditUsedValue', {
							used: amountText(creditLine.used, currency),
							max: amountText(creditLine.max, currency),
						}),
					],
				] as ['creditUsed', string][])
			: []),
		['timeZoneOfAccount', money.timeZone],
	];
}
