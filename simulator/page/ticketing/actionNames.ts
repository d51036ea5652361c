import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';
import type { TicketingAction } from '../types.ts';

/** The word on the button, what is reported of it, and the sentence when it is done. */
const words: Record<TicketingAction, { label: Word; topic: Word; done: Word }> = {
	register: { label: 'actionRegister', topic: 'topicRegister', done: 'doneRegister' },
	pay: { label: 'actionPay', topic: 'topicPay', done: 'donePay' },
	reassign: { label: 'actionReassign', topic: 'topicReassign', done: 'doneReassign' },
	'update-ticket': {
		label: 'actionUpdateTicket',
		topic: 'topicUpdateTicket',
		done: 'doneUpdateTicket',
	},
	'cancel-ticket': {
		label: 'actionCancelTicket',
		topic: 'topicCancelTicket',
		done: 'doneCancelTicket',
	},
	'cancel-order': {
		label: 'actionCancelOrder',
		topic: 'topicCancelOrder',
		done: 'doneCancelOrder',
	},
	'add-speaker': { label: 'actionAddSpeaker', topic: 'topicAddSpeaker', done: 'doneAddSpeaker' },
	'remove-speaker': {
		label: 'actionRemoveSpeaker',
		topic: 'topicRemoveSpeaker',
		done: 'doneRemoveSpeaker',
	},
	'propose-sponsor': {
		label: 'actionProposeSponsor',
		topic: 'topicProposeSponsor',
		done: 'doneProposeSponsor',
	},
	'deny-sponsor': {
		label: 'actionDenySponsor',
		topic: 'topicDenySponsor',
		done: 'doneDenySponsor',
	},
	'confirm-sponsor': {
		label: 'actionConfirmSponsor',
		topic: 'topicConfirmSponsor',
		done: 'doneConfirmSponsor',
	},
	'go-live': { label: 'actionGoLive', topic: 'topicGoLive', done: 'doneGoLive' },
};

export const actionLabel = (action: TicketingAction): string => t(words[action].label);

/** What a platform reports, as a plural: cancelled orders. */
export const topicOf = (action: TicketingAction): string => t(words[action].topic);

export const doneSentence = (action: TicketingAction, about: string): string =>
	t(words[action].done, { about });
