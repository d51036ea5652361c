import { createEmptyState } from './emptyState.ts';
import { arrange, el } from './dom.ts';
import { narrow } from './narrow.ts';
import { createPhoneList } from './phoneList.ts';
import { createPhoneView } from './phoneView.ts';
import type { PhoneView } from './phoneView.ts';
import { nextStage } from './stage.ts';
import type { PhoneStore } from './store.ts';

const phoneWidth = 300;
const gap = 28;

export interface PhonesView {
	side: HTMLElement;
	main: HTMLElement;
	draw(): void;
	/** This phone got something new: it comes on stage. */
	arrived(waId: string): void;
	choose(waId: string | undefined): void;
	/** Whether a phone is open, on a narrow screen, where one sees the list or a phone. */
	isOpen(): boolean;
}

interface Actions {
	redraw(): void;
	register(): void;
}

/** Everybody in a list, and the phones of those who got something last beside it. */
export function createPhonesView(store: PhoneStore, actions: Actions): PhonesView {
	let stage: string[] = [];
	let chosen: string | undefined;
	const arrivals = new Set<string>();
	const views = new Map<string, PhoneView>();

	const list = createPhoneList(store, (waId) => {
		// On a narrow screen the browser's back button leads to the list again.
		if (narrow.matches) location.hash = waId;
		else choose(waId);
	});
	const empty = createEmptyState(actions.register);
	const phones = el('div', { class: 'stage-phones' });
	const main = el('main', { class: 'stage' }, phones, empty);
	new ResizeObserver(() => actions.redraw()).observe(main);

	function columns(): number {
		if (narrow.matches) return 1;
		return Math.max(1, Math.floor((main.clientWidth - gap) / (phoneWidth + gap)));
	}

	function choose(waId: string | undefined): void {
		chosen = waId !== undefined && store.get(waId) ? waId : undefined;
		if (chosen !== undefined) arrivals.add(chosen);
		actions.redraw();
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
		side: list.element,
		main,
		draw,
		choose,
		arrived: (waId) => arrivals.add(waId),
		isOpen: () => narrow.matches && stage.length > 0,
	};
}
