import type { Address } from '../address.ts';
import { SimulatorError } from '../api.ts';
import { el } from '../dom.ts';
import { keepFocusNear } from '../keepFocusNear.ts';
import { narrow } from '../narrow.ts';
import { t } from '../i18n.ts';
import { reasonOf, toastRegion } from '../toast.ts';
import type { Platform, TicketingCall } from '../types.ts';
import { doneSentence } from './actionNames.ts';
import { adviceOnAction, adviceOnResend } from './adviceOnCalls.ts';
import type { Resending } from './deliveryRow.ts';
import { createEventView } from './eventView.ts';
import { createOutcome } from './outcome.ts';
import type { Told } from './outcome.ts';
import { createPlatformsSide } from './platformsSide.ts';
import { createPlatformView } from './platformView.ts';
import type { PlatformView } from './platformView.ts';
import { ticketingApi } from './ticketingApi.ts';
import type { TicketingDesk } from './ticketingDesk.ts';
import type { Act } from './types.ts';

type Place = Extract<Address, { section: 'ticketing' }>;

export interface TicketingView {
	side: HTMLElement;
	main: HTMLElement;
	show(place: Place): void;
	draw(): void;
	/** Whether something other than the list is open. */
	isOpen(): boolean;
}

/** The organiser's side of the ticketing platforms: a list of them, and one of them or the event. */
export function createTicketingView(desk: TicketingDesk): TicketingView {
	let place: Place = { section: 'ticketing', at: 'list' };
	const views = new Map<string, PlatformView>();
	/** Where somebody was when they left: they come back to it. */
	const scrolled = new WeakMap<Element, number>();
	let lastShown: string | undefined;
	const side = createPlatformsSide();
	const refresh = (): Promise<void> => desk.refresh();
	const event = createEventView(refresh);
	const outcome = createOutcome();
	const content = el('div', { class: 'templates-content' });
	const main = el(
		'main',
		{ class: 'stage ticketing-main' },
		content,
		outcome.element,
		toastRegion(),
	);

	function shown(): Platform | undefined {
		const platforms = desk.state?.platforms ?? [];
		if (place.at === 'platform') {
			const { platform } = place;
			return platforms.find(({ id }) => id === platform);
		}
		if (place.at === 'event' || narrow.matches) return undefined;
		// Until somebody chooses, the first platform that somebody listens to is the likely one.
		return (
			platforms.find(({ id }) => id === lastShown) ??
			platforms.find(({ targets }) => targets.length > 0) ??
			platforms[0]
		);
	}

	function actOn(platform: Platform): Act {
		return (action, given, about) =>
			tell(async () => {
				const { order, calls } = await ticketingApi.act(platform.id, action, given);
				if (given['badSignature'] === true) {
					return { title: t('doneForgedAction'), said: adviceOnResend(calls, 'signature'), calls };
				}
				const title = doneSentence(action, about);
				return {
					title: action === 'register' && order ? `${title} ${t('order', { order })}` : title,
					said: adviceOnAction(platform, action, calls),
					calls,
				};
			}, platform);
	}

	async function resend(call: TicketingCall, how: Resending): Promise<void> {
		await tell(async () => {
			const calls: TicketingCall[] = [];
			for (let time = 0; time < (how.times ?? 1); time += 1) {
				const repeat = how.atOnce === undefined ? {} : { repeat: how.atOnce };
				const forge = how.forge === undefined ? {} : { forge: how.forge };
				calls.push(...(await ticketingApi.resend(call.id, { ...repeat, ...forge })).calls);
			}
			const title = t(how.title, { webhook: call.webhook });
			return { title, said: adviceOnResend(calls, how.forge), calls };
		});
	}

	/** Does it, and when the page shows what has changed, says what came of it. */
	async function tell(run: () => Promise<Told>, platform?: Platform): Promise<boolean> {
		let told: Told;
		let done = true;
		try {
			told = await run();
		} catch (error) {
			done = false;
			told = { title: t('notDone'), said: { advice: whyNotDone(error, platform), good: false } };
		}
		await desk.refresh();
		draw();
		outcome.show(told);
		return done;
	}

	function viewOf(platform: Platform): PlatformView {
		let view = views.get(platform.id);
		if (view === undefined) {
			const act: Act = (...given) => actOn(current(platform))(...given);
			view = createPlatformView(platform, { act, resend, refresh });
			views.set(platform.id, view);
		}
		return view;
	}

	function current(platform: Platform): Platform {
		return desk.state?.platforms.find(({ id }) => id === platform.id) ?? platform;
	}

	function put(element: HTMLElement): void {
		if (content.firstElementChild === element) return;
		content.replaceChildren(element);
		content.scrollTop = scrolled.get(element) ?? 0;
		outcome.hide();
	}

	content.addEventListener(
		'scroll',
		() => {
			const shownNow = content.firstElementChild;
			// A hidden page says that it is at its top.
			if (shownNow !== null && !main.hidden) scrolled.set(shownNow, content.scrollTop);
		},
		{ passive: true },
	);

	function draw(): void {
		keepFocusNear(drawAll);
	}

	function drawAll(): void {
		const { state } = desk;
		const platform = shown();
		side.update(state, place.at === 'event' ? 'event' : platform?.id);
		if (state === undefined) return;
		if (place.at === 'event') {
			event.update(state.event);
			put(event.element);
		} else if (platform !== undefined) {
			const view = viewOf(platform);
			view.update(state, platform);
			put(view.element);
		} else if (place.at === 'platform') {
			put(missing(place.platform));
		}
	}

	return {
		side: side.element,
		main,
		draw,
		isOpen: () => place.at !== 'list',
		show(next) {
			place = next;
			if (next.at === 'platform') lastShown = next.platform;
			void desk.refresh();
			draw();
		},
	};
}

function whyNotDone(error: unknown, platform?: Platform): string {
	const unheard = platform?.arrival === 'webhook' && platform.targets.length === 0;
	const refused = error instanceof SimulatorError && error.status === 400;
	return unheard && refused ? t('adviceNobodyListens') : reasonOf(error);
}

function missing(id: string): HTMLElement {
	return el(
		'div',
		{ class: 'template-missing', attributes: { 'data-testid': 'platform-missing' } },
		el('p', {}, t('noSuchPlatform', { id })),
		el('a', { class: 'secondary', attributes: { href: '#ticketing' } }, t('platforms')),
	);
}
