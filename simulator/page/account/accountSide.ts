import { el, setAttribute, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { amountText } from './amount.ts';
import { canSendWord } from './standingPlace.ts';
import type { AccountState } from './types.ts';

export const accountPlaces = ['money', 'standing', 'stripe', 'providers'] as const;
export type AccountPlace = (typeof accountPlaces)[number];

/** The four places of the side, each with how things stand there. */
export function createAccountSide(): {
	element: HTMLElement;
	update(state: AccountState | undefined, shown: AccountPlace | undefined): void;
} {
	const links = accountPlaces.map((place) => {
		const said = el('small', {});
		const element = el(
			'a',
			{
				class: 'account-link',
				attributes: { href: `#account/${place}`, 'data-testid': `account-${place}` },
			},
			icon(place === 'standing' ? 'chat' : place === 'providers' ? 'settings' : 'ticket'),
			el('span', {}, el('strong', {}, t(`account_${place}`)), said),
		);
		return { place, element, said };
	});
	const element = el(
		'div',
		{ class: 'templates-side' },
		el('p', { class: 'ticketing-intro' }, t('accountIntro')),
		...links.map((link) => link.element),
	);
	return {
		element,
		update(state, shown) {
			for (const { place, element: link, said } of links) {
				setAttribute(link, 'aria-current', place === shown ? 'page' : undefined);
				setText(said, state === undefined ? '' : summary(place, state));
			}
		},
	};
}

function summary(
	place: AccountPlace,
	{ money, standing, stripe, providers }: AccountState,
): string {
	switch (place) {
		case 'money':
			return money.funding === 'prepaid'
				? t('moneyLeft', { amount: amountText(money.balance ?? 0, money.currency) })
				: t('moneySpent', { amount: amountText(money.spent, money.currency) });
		case 'standing':
			return t(canSendWord(standing.canSend));
		case 'stripe':
			return stripe.sessions.length === 1
				? t('stripeSummaryOne')
				: t('stripeSummary', { count: stripe.sessions.length });
		case 'providers':
			return providers.map(({ name }) => name).join(', ');
	}
}
