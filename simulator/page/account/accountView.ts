import type { Address } from '../address.ts';
import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { keepFocusNear } from '../keepFocusNear.ts';
import { narrow } from '../narrow.ts';
import { createOutcome } from '../ticketing/outcome.ts';
import type { Told } from '../ticketing/outcome.ts';
import { reasonOf, toastRegion } from '../toast.ts';
import { accountApi } from './accountApi.ts';
import type { AccountDesk } from './accountDesk.ts';
import { createAccountSide } from './accountSide.ts';
import type { AccountPlace } from './accountSide.ts';
import { createMoneyPlace } from './moneyPlace.ts';
import type { Place } from './moneyPlace.ts';
import { createProvidersPlace } from './providersPlace.ts';
import { saidOfAction, saidOfEvent } from './said.ts';
import { createStandingPlace } from './standingPlace.ts';
import { createStripePlace } from './stripePlace.ts';

type Shown = Extract<Address, { section: 'account' }>;

export interface AccountView {
	side: HTMLElement;
	main: HTMLElement;
	show(place: Shown): void;
	draw(): void;
	/** Whether something other than the list is open. */
	isOpen(): boolean;
}

/** Money and Meta: how the account pays and stands, who sells credits, and what they say. */
export function createAccountView(desk: AccountDesk): AccountView {
	let shown: Shown = { section: 'account', at: 'list' };
	const side = createAccountSide();
	const outcome = createOutcome();
	const places: Record<AccountPlace, Place> = {
		money: createMoneyPlace({
			change: (change) => run(() => accountApi.changeMoney(change)),
			topUp: (amount) =>
				run(
					() => accountApi.topUp(amount),
					() => plain(t('doneTopUp'), t('doneTopUpHint')),
				),
		}),
		standing: createStandingPlace((action, given, title) =>
			run(
				() => accountApi.act(action, given),
				({ told }) => saidOfAction(title, told),
			),
		),
		stripe: createStripePlace({
			setEndpoint: (endpoint) =>
				run(
					() => accountApi.setEndpoint(endpoint),
					() => plain(t('saved'), ''),
				),
			act: (session, action) =>
				run(
					() => accountApi.actOnSession(session.id, action),
					({ calls }) => saidOfEvent(t('doneStripe'), 'checkout.session', calls),
				),
			resend: (event, how) =>
				run(
					() => accountApi.resend(event.id, how),
					({ calls }) =>
						saidOfEvent(
							t(how.forge === undefined ? 'doneStripeAgain' : 'doneStripeForged'),
							event.type,
							calls,
							how.forge !== undefined,
						),
				),
		}),
		providers: createProvidersPlace((provider, change) =>
			run(() => accountApi.changeProvider(provider.id, change)),
		),
	};
	const articles = new Map<AccountPlace, HTMLElement>();
	const content = el('div', { class: 'templates-content' });
	const main = el(
		'main',
		{ class: 'stage ticketing-main' },
		content,
		outcome.element,
		toastRegion(),
	);

	/** Does it, draws what has changed, and says what came of it. */
	function run<T>(ask: () => Promise<T>, said?: (answer: T) => Told): void {
		ask()
			.then(async (answer) => {
				await desk.refresh();
				if (said === undefined) outcome.hide();
				else outcome.show(said(answer));
			})
			.catch(async (error: unknown) => {
				await desk.refresh();
				draw();
				outcome.show({ title: t('notDone'), said: { advice: reasonOf(error), good: false } });
			});
	}

	function placeShown(): AccountPlace | undefined {
		if (shown.at !== 'list') return shown.at;
		return narrow.matches ? undefined : 'money';
	}

	function articleOf(place: AccountPlace): HTMLElement {
		let article = articles.get(place);
		if (article === undefined) {
			article = el(
				'article',
				{
					class: 'template platform-desk',
					attributes: { 'data-testid': `account-${place}-place`, tabindex: '-1' },
				},
				el(
					'header',
					{ class: 'template-head' },
					el(
						'a',
						{
							class: 'icon-button template-back',
							attributes: { href: '#account', 'aria-label': t('back') },
						},
						icon('back'),
					),
					el('div', { class: 'template-title' }, el('h2', {}, t(`account_${place}`))),
				),
				el('p', { class: 'template-intro' }, t(`accountHint_${place}`)),
				places[place].element,
			);
			articles.set(place, article);
		}
		return article;
	}

	function draw(): void {
		keepFocusNear(drawAll);
	}

	function drawAll(): void {
		const place = placeShown();
		side.update(desk.state, place);
		if (desk.state === undefined || place === undefined) return;
		places[place].update(desk.state);
		const article = articleOf(place);
		if (content.firstElementChild === article) return;
		content.replaceChildren(article);
		content.scrollTop = 0;
		outcome.hide();
	}

	return {
		side: side.element,
		main,
		draw,
		isOpen: () => shown.at !== 'list',
		show(next) {
			shown = next;
			void desk.refresh();
			draw();
		},
	};
}

function plain(title: string, advice: string): Told {
	return { title, said: { advice, good: true } };
}
