import { arrange, el, setAttribute } from '../dom.ts';
import { t } from '../i18n.ts';
import type { Platform } from '../types.ts';
import { createActionButton } from './actionButton.ts';
import { createDeskSection } from './deskSection.ts';
import { createFormSlot } from './formSlot.ts';
import type { Section } from './ordersSection.ts';
import { createSponsorForm } from './personForm.ts';
import { createPersonLine } from './personLine.ts';
import { createStateBadge } from './stateBadge.ts';
import type { Act, Sponsor, TicketingState } from './types.ts';

interface SponsorRow {
	element: HTMLElement;
	update(sponsor: Sponsor, platform: Platform, noteId: string): void;
}

/** Sponsorships: proposed, then denied or confirmed. */
export function createSponsorsSection(platformId: string, act: Act): Section {
	const rows = new Map<string, SponsorRow>();
	const slot = createFormSlot();
	const propose = createActionButton({
		action: 'propose-sponsor',
		asks: true,
		onPress: (button) =>
			slot.toggle(button, createSponsorForm, (given) =>
				act('propose-sponsor', given, String(given['company'])),
			),
	});
	const list = el('div', { class: 'tickets' });
	const none = el('p', { class: 'desk-none' }, t('noSponsors'));
	const section = createDeskSection(
		{
			title: t('sponsors'),
			testId: 'sponsors',
			actions: ['propose-sponsor', 'deny-sponsor', 'confirm-sponsor'],
			buttons: [propose.element],
		},
		slot.element,
		none,
		list,
	);
	return {
		element: section.element,
		update(state: TicketingState, platform) {
			section.explain(platform, state.platforms);
			propose.update(platform, true, section.noteId);
			const sponsors = state.sponsors.filter((sponsor) => sponsor.platform === platformId);
			none.hidden = sponsors.length > 0 || propose.element.disabled;
			list.hidden = sponsors.length === 0;
			arrange(
				list,
				sponsors.map((sponsor) => {
					const row = rows.get(sponsor.id) ?? sponsorRow(sponsor, act);
					rows.set(sponsor.id, row);
					row.update(sponsor, platform, section.noteId);
					return row.element;
				}),
			);
		},
	};
}

function sponsorRow({ id, company }: Sponsor, act: Act): SponsorRow {
	const person = createPersonLine();
	const badge = createStateBadge();
	const deny = createActionButton({
		action: 'deny-sponsor',
		danger: true,
		onPress: () => void act('deny-sponsor', { sponsor: id }, company),
	});
	const confirm = createActionButton({
		action: 'confirm-sponsor',
		onPress: () => void act('confirm-sponsor', { sponsor: id }, company),
	});
	const element = el(
		'div',
		{
			class: 'ticket is-row',
			attributes: {
				role: 'group',
				tabindex: '-1',
				'aria-label': t('sponsorNamed', { company }),
				'data-testid': 'sponsor',
				'data-id': id,
			},
		},
		el(
			'div',
			{ class: 'ticket-line' },
			el('div', {}, el('h4', { attributes: { dir: 'auto' } }, company), person.element),
			badge.element,
		),
		el('div', { class: 'actions' }, deny.element, confirm.element),
	);
	return {
		element,
		update(sponsor, platform, noteId) {
			person.update(sponsor.contact);
			badge.show(sponsor.state);
			setAttribute(element, 'data-status', sponsor.state);
			deny.update(platform, sponsor.state !== 'denied', noteId);
			confirm.update(platform, sponsor.state !== 'confirmed', noteId);
		},
	};
}
