import { el, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { platformName } from '../platformName.ts';
import type { Platform } from '../types.ts';
import { createAddressesSection } from './addressesSection.ts';
import { createDeliveriesSection } from './deliveriesSection.ts';
import type { Resend } from './deliveryRow.ts';
import { createOrdersSection } from './ordersSection.ts';
import { createSessionsSection } from './sessionsSection.ts';
import { createSponsorsSection } from './sponsorsSection.ts';
import type { Act, TicketingState } from './types.ts';
import { createWebsiteSection } from './websiteSection.ts';

export interface PlatformView {
	element: HTMLElement;
	update(state: TicketingState, platform: Platform): void;
}

interface Actions {
	act: Act;
	resend: Resend;
	refresh(): Promise<void>;
}

/** One platform as its organiser has it: orders, sessions, sponsors, website; beside it what it sent. */
export function createPlatformView(first: Platform, actions: Actions): PlatformView {
	const { id } = first;
	const arrival = el('p', { class: 'template-origin' });
	const sections = {
		addresses: createAddressesSection(id, actions.refresh),
		orders: createOrdersSection(id, actions.act),
		sessions: createSessionsSection(id, actions.act),
		sponsors: createSponsorsSection(id, actions.act),
		website: createWebsiteSection(actions.act),
		deliveries: createDeliveriesSection(id, actions.resend),
	};
	const { deliveries, ...desk } = sections;
	const element = el(
		'article',
		{
			class: 'template platform-desk',
			attributes: { 'data-testid': 'platform', 'data-platform': id, tabindex: '-1' },
		},
		el(
			'header',
			{ class: 'template-head' },
			el(
				'a',
				{
					class: 'icon-button template-back',
					attributes: { href: '#ticketing', 'aria-label': t('backToPlatforms') },
				},
				icon('back'),
			),
			el('div', { class: 'template-title' }, el('h2', {}, platformName(first)), arrival),
		),
		el(
			'div',
			{ class: 'platform-columns' },
			el('div', { class: 'desk-cards' }, ...Object.values(desk).map((one) => one.element)),
			deliveries.element,
		),
	);
	return {
		element,
		update(state, platform) {
			setText(arrival, t(arrivalWord(platform)));
			for (const section of Object.values(sections)) section.update(state, platform);
		},
	};
}

function arrivalWord({ arrival, api }: Platform): 'arrivesPolled' | 'arrivesById' | 'arrivesWhole' {
	if (arrival === 'poll') return 'arrivesPolled';
	return api === undefined ? 'arrivesWhole' : 'arrivesById';
}
