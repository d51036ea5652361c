import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';
import type { TicketingAction } from '../types.ts';

/** The word on the button, and the sentence when it is done. */
const words: Record<TicketingAction, { label: Word; done: Word }> = {
	register: { label: 'actionRegister', done: 'doneRegister' },
	reassign: { label: 'actionReassign', done: 'doneReassign' },
	'update-ticket': { label: 'actionUpdateTicket', done: 'doneUpdateTicket' },
	'cancel-ticket': { label: 'actionCancelTicket', done: 'doneCancelTicket' },
	'cancel-order': { label: 'actionCancelOrder', done: 'doneCancelOrder' },
	'add-speaker': { label: 'actionAddSpeaker', done: 'doneAddSpeaker' },
	'remove-speaker': { label: 'actionRemoveSpeaker', done: 'doneRemoveSpeaker' },
	'propose-sponsor': { label: 'actionProposeSponsor', done: 'doneProposeSponsor' },
	'deny-sponsor': { label: 'actionDenySponsor', done: 'doneDenySponsor' },
	'confirm-sponsor': { label: 'actionConfirmSponsor', done: 'doneConfirmSponsor' },
	'go-live': { label: 'actionGoLive', done: 'doneGoLive' },
};

export const allActions = Object.keys(words) as TicketingAction[];

export const actionLabel = (action: TicketingAction): string => t(words[action].label);

/** The same without the dots that say "asks something first". */
export const actionName = (action: TicketingAction): string =>
	actionLabel(action).replace(/…$/, '');

export const doneSentence = (action: TicketingAction, about: string): string =>
	t(words[action].done, { about });
