import { platformAddress } from '../address.ts';
import { adviceFor } from '../advice.ts';
import { arrange, el, setAttribute, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { moveAlong } from '../moveAlong.ts';
import { platformName } from '../platformName.ts';
import { eventDate } from '../time.ts';
import type { Platform, TicketingCall } from '../types.ts';
import type { TicketingState } from './types.ts';

export interface PlatformsSide {
	element: HTMLElement;
	/** @param shown the platform that is open, or `event` */
	update(state: TicketingState | undefined, shown: string | undefined): void;
}

/** The platforms, and the way to the event. */
export function createPlatformsSide(): PlatformsSide {
	const rows = new Map<string, ReturnType<typeof platformRow>>();
	const list = el('ul', { class: 'list' });
	const name = el('strong', { attributes: { dir: 'auto' } });
	const facts = el('small', {});
	const event = el(
		'a',
		{
			class: 'account-link',
			attributes: { href: '#ticketing/event', 'data-testid': 'open-event' },
		},
		icon('ticket'),
		el('span', {}, name, facts),
	);
	const element = el(
		'div',
		{ class: 'templates-side' },
		el('p', { class: 'ticketing-intro' }, t('ticketingIntro')),
		el(
			'nav',
			{
				class: 'list-scroll',
				attributes: { 'aria-label': t('platforms') },
				on: { keydown: (event) => moveAlong(list, event as KeyboardEvent) },
			},
			list,
		),
		event,
	);
	return {
		element,
		update(state, shown) {
			event.hidden = state === undefined;
			if (state === undefined) return;
			setText(name, state.event.name);
			const { startsAt, timeZone } = state.event;
			const date = startsAt === undefined ? '' : eventDate(startsAt, timeZone);
			setText(facts, [t('eventFields'), date].filter(Boolean).join(' · '));
			setAttribute(event, 'aria-current', shown === 'event' ? 'true' : undefined);
			arrange(
				list,
				state.platforms.map((platform) => {
					const row = rows.get(platform.id) ?? platformRow(platform);
					rows.set(platform.id, row);
					const last = state.log.find(
						(call) => call.platform === platform.id && call.forge === undefined,
					);
					row.update(platform, last, platform.id === shown);
					return row.element;
				}),
			);
		},
	};
}

function platformRow(platform: Platform) {
	const { id } = platform;
	const dot = el('span', { class: 'quality-dot', attributes: { 'aria-hidden': 'true' } });
	const facts = el('span', { class: 'template-row-facts' });
	const link = el(
		'a',
		{
			class: 'template-row',
			attributes: {
				href: platformAddress(id),
				'data-testid': 'platform-row',
				'data-platform': id,
			},
		},
		el('span', { class: 'template-row-name' }, platformName(platform)),
		el('span', { class: 'template-row-line' }, dot, facts),
	);
	return {
		element: el('li', {}, link),
		update(platform: Platform, last: TicketingCall | undefined, isShown: boolean) {
			const { word, tone } = standing(platform, last);
			dot.className = `quality-dot is-${tone}`;
			setText(facts, word);
			setAttribute(link, 'aria-current', isShown ? 'page' : undefined);
		},
	};
}

/** Whether anybody listens, and how the last webhook went. */
function standing(platform: Platform, last: TicketingCall | undefined) {
	if (platform.arrival === 'poll') return { word: t('rowPolled'), tone: 'none' };
	const count = platform.targets.filter(({ ended }) => ended !== true).length;
	if (count === 0) return { word: t('rowNobody'), tone: 'none' };
	const failed = last !== undefined && adviceFor(last) !== 'adviceAnswered';
	const word = count === 1 ? t('rowListens') : t('rowListen', { count });
	return { word: failed ? `${word} · ${t('rowFailed')}` : word, tone: failed ? 'red' : 'green' };
}
