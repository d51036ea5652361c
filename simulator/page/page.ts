import { createEmptyState } from './emptyState.ts';
import { arrange, el } from './dom.ts';
import type { Language } from './i18n.ts';
import type { Connection } from './live.ts';
import { createPhoneList } from './phoneList.ts';
import { createPhoneView } from './phoneView.ts';
import type { PhoneView } from './phoneView.ts';
import { createPlatformsPanel } from './platformsPanel.ts';
import { createRegisterPanel } from './registerPanel.ts';
import { nextStage } from './stage.ts';
import type { PhoneStore } from './store.ts';
import { createTopBar } from './topBar.ts';

const narrow = matchMedia('(max-width: 720px)');
const phoneWidth = 300;
const gap = 28;

export interface Page {
	element: HTMLElement;
	draw(): void;
	/** This phone got something new: it comes on stage. */
	arrived(waId: string): void;
	choose(waId: string | undefined): void;
	showConnection(state: Connection): void;
}

/** List on the left, phones on the right; on a narrow screen one or the other. */
export function createPage(store: PhoneStore, speak: (language: Language) => void): Page {
	let stage: string[] = [];
	let chosen: string | undefined;
	const arrivals = new Set<string>();
	const views = new Map<string, PhoneView>();

	// The platforms open over the form, which keeps what was typed.
	const register = createRegisterPanel(draw, (id) => platforms.openAt(id));
	const platforms = createPlatformsPanel(draw, () => void register.refresh());
	const topBar = createTopBar({ register: register.open, platforms: platforms.open, speak });
	const list = createPhoneList(store, (waId) => {
		// On a narrow screen the browser's back button leads to the list again.
		if (narrow.matches) location.hash = waId;
		else choose(waId);
	});
	const empty = createEmptyState(register.open);
	const phones = el('div', { class: 'stage-phones' });
	const main = el('main', { class: 'stage' }, phones, empty);
	const side = el(
		'aside',
		{ class: 'side' },
		topBar.element,
		list.element,
		register.element,
		platforms.element,
	);
	const element = el('div', { class: 'page' }, side, main);
	new ResizeObserver(() => draw()).observe(main);

	function columns(): number {
		if (narrow.matches) return 1;
		return Math.max(1, Math.floor((main.clientWidth - gap) / (phoneWidth + gap)));
	}

	function choose(waId: string | undefined): void {
		chosen = waId !== undefined && store.get(waId) ? waId : undefined;
		if (chosen !== undefined) arrivals.add(chosen);
		draw();
		if (chosen !== undefined) views.get(chosen)?.highlight();
	}

	function chooseStage(): string[] {
		const recentFirst = store.recentFirst().map(({ waId }) => waId);
		if (narrow.matches) return chosen !== undefined && store.get(chosen) ? [chosen] : [];
		const busy = new Set(stage.filter((waId) => views.get(waId)?.isBusy() || waId === chosen));
		return nextStage(stage, recentFirst, arrivals, columns(), busy);
	}

	function draw(): void {
		stage = chooseStage();
		arrivals.clear();
		element.dataset['view'] = narrow.matches && stage.length > 0 ? 'chat' : 'list';
		const panelOpen = register.isOpen() || platforms.isOpen();
		element.classList.toggle('has-panel', panelOpen);
		topBar.element.inert = panelOpen;
		list.element.inert = panelOpen;
		register.element.inert = platforms.isOpen();
		empty.hidden = store.size > 0;
		for (const [waId, view] of views) {
			if (stage.includes(waId)) continue;
			view.element.remove();
			views.delete(waId);
		}
		const entered: PhoneView[] = [];
		for (const waId of stage) {
			if (!views.has(waId)) entered.push(createView(waId));
			store.unread.delete(waId);
		}
		arrange(
			phones,
			stage.flatMap((waId) => views.get(waId)?.element ?? []),
		);
		for (const waId of stage) {
			const phone = store.get(waId);
			if (phone) views.get(waId)?.update(phone);
		}
		for (const view of entered) view.toBottom();
		list.update(stage);
	}

	function createView(waId: string): PhoneView {
		const phone = store.get(waId) ?? { waId, display: '', name: '', messages: [] };
		const view = createPhoneView(phone, () => (location.hash = ''));
		views.set(waId, view);
		return view;
	}

	return {
		element,
		draw,
		choose,
		arrived: (waId) => arrivals.add(waId),
		showConnection: topBar.showConnection,
	};
}
