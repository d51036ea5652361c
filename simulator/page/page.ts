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
	speak(language: Language): void;
}

/** Phones or templates: a list on the left and what is chosen beside it; narrow, one or the other. */
export function createPage({ phones: store, templates, desk, speak }: Parts): Page {
	let address: Address = { section: 'phones' };

	// The platforms open over the form, which keeps what was typed.
	const register = createRegisterPanel(draw, (id) => platforms.openAt(id));
	const platforms = createPlatformsPanel(draw, () => void register.refresh());
	const topBar = createTopBar({ register: register.open, platforms: platforms.open, speak });
	const phones = createPhonesView(store, { redraw: draw, register: register.open });
	const desktop = createTemplatesView(templates, desk);
	const side = el(
		'aside',
		{ class: 'side' },
		topBar.element,
		phones.side,
		desktop.side,
		register.element,
		platforms.element,
	);
	const element = el('div', { class: 'page' }, side, phones.main, desktop.main);

	function draw(): void {
		const { section } = address;
		const view = section === 'phones' ? phones : desktop;
		for (const one of [phones, desktop]) one.side.hidden = one.main.hidden = one !== view;
		view.draw();
		element.dataset['view'] = narrow.matches && view.isOpen() ? 'chat' : 'list';
		const panelOpen = register.isOpen() || platforms.isOpen();
		element.classList.toggle('has-panel', panelOpen);
		topBar.element.inert = panelOpen;
		view.side.inert = panelOpen;
		register.element.inert = platforms.isOpen();
		const waiting = templates.waiting().length;
		topBar.update(section, waiting);
		document.title = section === 'phones' ? t('title') : titleOf(waiting);
	}

	return {
		element,
		draw,
		arrived: phones.arrived,
		showConnection: topBar.showConnection,
		tick: desktop.tick,
		show(next) {
			address = next;
			if (next.section === 'phones') phones.choose(next.waId);
			else desktop.show(next);
			draw();
		},
	};
}

function titleOf(waiting: number): string {
	return waiting === 0 ? t('templatesTitle') : `(${waiting}) ${t('templatesTitle')}`;
}
