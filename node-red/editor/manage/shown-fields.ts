import { byId } from '../dom';

/** What decides which fields a dialog has. */
export interface Shape {
	operation: string;
	/** Where the definition comes from; empty for operations without one. */
	from: string;
	wait: boolean;
}

/** Shows what the operation needs, and nothing else. */
export function showFields({ operation, from, wait }: Shape): void {
	for (const field of document.querySelectorAll<HTMLElement>('.wae-form [data-for]')) {
		field.hidden = !(field.dataset.for ?? '').split(' ').includes(operation);
	}
	for (const field of document.querySelectorAll<HTMLElement>('.wae-form [data-from]')) {
		field.hidden = field.dataset.from !== from;
	}
	const canWait = ['apply', 'submit', 'getStatus'].includes(operation);
	byId<HTMLElement>('wae-wait').hidden = !canWait || !wait;
	// A typed field that is born hidden has no width yet.
	window.dispatchEvent(new Event('resize'));
}

export const isShown = ({ from }: Shape, source: string): boolean => from === source;
