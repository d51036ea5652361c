import { el, setAttribute } from '../dom.ts';
import type { Platform, TicketingAction } from '../types.ts';
import { actionLabel } from './actionNames.ts';

export interface ActionButton {
	element: HTMLButtonElement;
	/**
	 * @param fits whether there is something to do it to
	 * @param noteId the sentence why a platform does not report it
	 */
	update(platform: Platform, fits: boolean, noteId: string): void;
}

interface Parts {
	action: TicketingAction;
	/** It asks something first. */
	asks?: boolean;
	danger?: boolean;
	primary?: boolean;
	onPress(button: HTMLButtonElement): void;
}

/** The button of one action; greyed out where the platform does not report it. */
export function createActionButton({ action, ...parts }: Parts): ActionButton {
	const look = parts.primary === true ? ' is-first' : parts.danger === true ? ' is-danger' : '';
	const element = el(
		'button',
		{
			class: `action${look}`,
			attributes: {
				type: 'button',
				'data-testid': `do-${action}`,
				'aria-expanded': parts.asks === true ? 'false' : undefined,
			},
			// Another button may stand under the second click of two.
			on: { click: (event) => (event as MouseEvent).detail < 2 && parts.onPress(element) },
		},
		actionLabel(action),
	);
	return {
		element,
		update(platform, fits, noteId) {
			const reported = platform.actions.includes(action);
			element.disabled = !reported || !fits;
			setAttribute(element, 'aria-describedby', reported ? undefined : noteId);
		},
	};
}
