import { el } from '../dom.ts';
import { field } from '../fields.ts';
import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';
import { dateTime, secondTime } from '../time.ts';
import { minorAmountText } from './amount.ts';
import type { Place } from './moneyPlace.ts';
import { button, card } from './parts.ts';
import type { Stripe, StripeEvent, StripeSession } from './types.ts';

interface Actions {
	setEndpoint(endpoint: { url: string; secret?: string }): void;
	act(session: StripeSession, action: string): void;
	resend(event: StripeEvent, how: { repeat?: number; forge?: string }): void;
}

const forgeries = ['signature', 'old', 'amount', 'unsigned'] as const;

/** What Stripe tells and to whom: payment pages, and the events about them. */
export function createStripePlace(actions: Actions): Place {
	const url = field({
		name: 'url',
		label: t('stripeEndpoint'),
		type: 'url',
		placeholder: 'http://127.0.0.1:5678/webhook/…',
		attributes: { 'data-testid': 'stripe-endpoint' },
	});
	const secret = field({
		name: 'secret',
		label: t('stripeSecret'),
		attributes: { dir: 'ltr', 'data-testid': 'stripe-secret' },
	});
	const key = el('code', { attributes: { dir: 'ltr' } });
	const sessions = el('div', { class: 'orders' });
	const events = el('div', { class: 'orders' });
	const form = el(
		'form',
		{
			class: 'action-form',
			on: {
				submit: (event) => {
					event.preventDefault();
					actions.setEndpoint({ url: url.input.value.trim(), secret: secret.input.value.trim() });
				},
			},
		},
		url.element,
		secret.element,
		el(
			'div',
			{ class: 'action-form-buttons' },
			el(
				'button',
				{ class: 'primary', attributes: { type: 'submit', 'data-testid': 'save-endpoint' } },
				t('save'),
			),
		),
		el('p', { class: 'hint' }, t('stripeKey'), ' ', key),
	);
	const element = el(
		'div',
		{ class: 'account-columns' },
		el(
			'div',
			{ class: 'desk-cards' },
			card('stripeSessions', 'stripe-sessions', sessions),
			card('stripeEvents', 'stripe-events', events),
		),
		el('div', { class: 'desk-cards' }, card('stripeWhere', 'stripe-where', form)),
	);
	let drawn = '';
	let shownEndpoint = '';

	return {
		element,
		update({ stripe }) {
			key.textContent = stripe.secretKey;
			const endpoint = JSON.stringify(stripe.endpoint);
			if (endpoint !== shownEndpoint) {
				url.input.value = stripe.endpoint.url ?? '';
				secret.input.value = stripe.endpoint.secret;
			}
			shownEndpoint = endpoint;
			const open = openEvents(events);
			const now = JSON.stringify([stripe.sessions, stripe.events]);
			if (now === drawn) return;
			drawn = now;
			fill(
				sessions,
				'stripeNoSessions',
				stripe.sessions.map((one) => sessionCard(one, actions)),
			);
			fill(events, 'stripeNoEvents', eventCards(stripe, actions, open));
		},
	};
}

function fill(list: HTMLElement, none: Word, rows: HTMLElement[]): void {
	list.replaceChildren(...(rows.length > 0 ? rows : [el('p', { class: 'desk-none' }, t(none))]));
}

function sessionCard(session: StripeSession, actions: Actions): HTMLElement {
	const press = (action: string, word: Word, look?: 'first' | 'danger') =>
		button(t(word), `stripe-${action}`, () => actions.act(session, action), look);
	const open = session.status === 'open';
	const waits = session.status === 'complete' && session.payment_status === 'unpaid';
	const buttons = open
		? [
				press('pay', 'stripePay', 'first'),
				press('pay-later', 'stripePayLater'),
				press('expire', 'stripeExpire'),
			]
		: waits
			? [
					press('async-succeed', 'stripeArrives', 'first'),
					press('async-fail', 'stripeFails', 'danger'),
				]
			: [];
	return el(
		'div',
		{
			class: 'order',
			attributes: { 'data-testid': 'stripe-session', 'data-status': session.status },
		},
		el(
			'div',
			{ class: 'order-head' },
			el('h4', {}, minorAmountText(session.amount_total, session.currency)),
			el(
				'small',
				{},
				`${session.status} · ${session.payment_status} · ${dateTime(session.created * 1000)}`,
			),
		),
		buttons.length > 0 && el('div', { class: 'actions' }, ...buttons),
		el(
			'a',
			{
				class: 'text-button account-page-link',
				attributes: { href: session.page, target: '_blank', rel: 'noopener' },
			},
			t('stripeOpenPage'),
		),
	);
}

/** Whose forgeries are unfolded: they stay so when the list is drawn anew. */
function openEvents(list: HTMLElement): Set<string | undefined> {
	const unfolded = list.querySelectorAll<HTMLElement>('[data-event]:has(details[open])');
	return new Set([...unfolded].map((card) => card.dataset['event']));
}

function eventCards(
	{ events }: Stripe,
	actions: Actions,
	open: ReadonlySet<string | undefined>,
): HTMLElement[] {
	return events.map((event) =>
		el(
			'div',
			{ class: 'order', attributes: { 'data-testid': 'stripe-event', 'data-event': event.id } },
			el(
				'div',
				{ class: 'order-head' },
				el('h4', {}, event.type),
				el('small', {}, secondTime(event.at), ' · ', callsText(event)),
			),
			el(
				'div',
				{ class: 'actions' },
				button(t('sendAgain'), 'stripe-again', () => actions.resend(event, {})),
				button(t('troubleAtOnce'), 'stripe-at-once', () => actions.resend(event, { repeat: 5 })),
			),
			el(
				'details',
				{ class: 'more-actions', attributes: { open: open.has(event.id) } },
				el('summary', {}, t('forgeIt')),
				el(
					'div',
					{ class: 'actions' },
					...forgeries.map((forge) =>
						button(
							t(`forge_${forge}`),
							`stripe-forge-${forge}`,
							() => actions.resend(event, { forge }),
							'danger',
						),
					),
				),
			),
		),
	);
}

function callsText({ calls }: StripeEvent): string {
	const [last] = calls;
	if (last === undefined) return t('stripeUnsentShort');
	return t('stripeCalls', { count: calls.length, status: last.status || (last.error ?? '—') });
}
