import type { AccountDesk } from './account/accountDesk.ts';
import { createAccountView } from './account/accountView.ts';
import type { Address } from './address.ts';
import { el } from './dom.ts';
import { t } from './i18n.ts';
import type { Language } from './i18n.ts';
import type { Connection } from './live.ts';
import { narrow } from './narrow.ts';
import { createPhonesView } from './phonesView.ts';
import { createPlatformsPanel } from './platformsPanel.ts';
import { createRegisterPanel } from './registerPanel.ts';
import type { PhoneStore } from './store.ts';
import type { TemplateDesk } from './templates/templateDesk.ts';
import type { TemplateStore } from './templates/templateStore.ts';
import { createTemplatesView } from './templates/templatesView.ts';
import type { TicketingDesk } from './ticketing/ticketingDesk.ts';
import { createTicketingView } from './ticketing/ticketingView.ts';
import { createTopBar } from './topBar.ts';

export interface Page {
	element: HTMLElement;
	draw(): void;
	/** This phone got something new: it comes on stage. */
	arrived(waId: string): void;
	show(address: Address): void;
	showConnection(state: Connection): void;
	/** The simulated clock runs on. */
	tick(): void;
}

interface Parts {
	phones: PhoneStore;
	templates: TemplateStore;
	desk: TemplateDesk;
	ticketing: TicketingDesk;
	account: AccountDesk;
	speak(language: Language): void;
}

/** Phones, templates, ticketing or the account: a list on the left and what is chosen beside it; narrow, one or the other. */
export function createPage(parts: Parts): Page {
	const { phones: store, templates, desk, ticketing, speak } = parts;
	let address: Address = { section: 'phones' };

	// The platforms open over the form, which keeps what was typed.
	const register = createRegisterPanel(draw, (id) => platforms.openAt(id));
	const platforms = createPlatformsPanel(draw, () => void register.refresh());
	const topBar = createTopBar({ register: register.open, platforms: platforms.open, speak });
	const phones = createPhonesView(store, { redraw: draw, register: register.open });
	const desktop = createTemplatesView(templates, desk);
	const platformDesk = createTicketingView(ticketing);
	const account = createAccountView(parts.account);
	const views = { phones, templates: desktop, ticketing: platformDesk, account };
	const side = el(
		'aside',
		{ class: 'side' },
		topBar.element,
		phones.side,
		desktop.side,
		platformDesk.side,
		account.side,
		register.element,
		platforms.element,
	);
	const mains = Object.values(views).map(({ main }) => main);
	const element = el('div', { class: 'page' }, side, ...mains);

	function draw(): void {
		const { section } = address;
		const view = views[section];
		for (const one of Object.values(views)) one.side.hidden = one.main.hidden = one !== view;
		view.draw();
		element.dataset['view'] = narrow.matches && view.isOpen() ? 'chat' : 'list';
		const panelOpen = register.isOpen() || platforms.isOpen();
		element.classList.toggle('has-panel', panelOpen);
		topBar.element.inert = panelOpen;
		view.side.inert = panelOpen;
		register.element.inert = platforms.isOpen();
		const waiting = templates.waiting().length;
		topBar.update(section, waiting);
		document.title = section === 'templates' ? titleOf(waiting) : t(titles[section]);
	}

	return {
		element,
		draw,
		arrived: phones.arrived,
		showConnection: topBar.showConnection,
		tick: desktop.tick,
		show(next) {
			if (next.section !== address.section) platforms.close();
			address = next;
			if (next.section === 'phones') phones.choose(next.waId);
			else if (next.section === 'templates') desktop.show(next);
			else if (next.section === 'ticketing') platformDesk.show(next);
			else account.show(next);
			draw();
		},
	};
}

const titles = { phones: 'title', ticketing: 'ticketingTitle', account: 'accountTitle' } as const;

function titleOf(waiting: number): string {
	return waiting === 0 ? t('templatesTitle') : `(${waiting}) ${t('templatesTitle')}`;
}
