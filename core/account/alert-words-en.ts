import type { AlertKind, Words } from './alert-words';

/** What is said of an account, with blanks for what is known: `{detail}`, `{number}`, `{template}`, `{until}`, `{billing}`. */
export const ENGLISH: Record<AlertKind, Words> = {
	banned: {
		title: 'WhatsApp has disabled the account',
		message: 'Nothing can be sent or received any more ({detail}).',
		whatToDo:
			'Ask for a review in Account Quality of Meta Business settings. Sending goes on by itself once WhatsApp reinstates the account.',
	},
	banScheduled: {
		title: 'WhatsApp is going to disable the account',
		message: 'The account will be disabled: {detail}. Until then messages still leave.',
		whatToDo: 'Ask for a review in Account Quality of Meta Business settings at once.',
	},
	reinstated: {
		title: 'The account is reinstated',
		message:
			'WhatsApp lets the account send again. What waited goes by itself, within ten minutes.',
		whatToDo: 'Resume only what somebody stopped by hand.',
	},
	restricted: {
		title: 'The account is restricted',
		message: 'Templates cannot be sent {until}. Replies within 24 hours still leave.',
		whatToDo:
			'Look into Account Quality for the reason. Sending goes on by itself when the restriction ends.',
	},
	restrictedReplies: {
		title: 'The account may not reply',
		message: 'Replies to people who write cannot be sent {until}. Templates still leave.',
		whatToDo: 'Look into Account Quality for the reason.',
	},
	restrictedOther: {
		title: 'The account is restricted',
		message: 'WhatsApp has restricted the account {until}: {detail}.',
		whatToDo: 'Look into Account Quality for the reason.',
	},
	violation: {
		title: 'WhatsApp reports a violation',
		message: 'The account broke a WhatsApp policy: {detail}. Further ones lead to restrictions.',
		whatToDo: 'Look into Account Quality, change the templates it names, or ask for a review.',
	},
	deleted: {
		title: 'The account was deleted',
		message: 'The WhatsApp Business account no longer exists, so nothing can be sent.',
		whatToDo: 'Connect another account in the credential.',
	},
	offboarded: {
		title: 'The account left the Cloud API',
		message: 'Somebody disconnected the account ({detail}), so nothing can be sent.',
		whatToDo: 'Connect it again, in the WhatsApp Business app or in Meta Business settings.',
	},
	unpaid: {
		title: 'The account cannot be charged',
		message: 'WhatsApp accepts messages and then does not send them (code 131042): {detail}.',
		// The address stands last: no full stop gets into it.
		whatToDo:
			'Look at the payment method and the balance in Meta’s Billing & payments. What waits is sent by itself, within ten minutes of its being paid: do not send it again. {billing}',
	},
	reconnected: {
		title: 'The account is connected again',
		message: 'Messages can be sent again. What waited goes by itself, within ten minutes.',
		whatToDo: 'Resume only what somebody stopped by hand.',
	},
	partnerRemoved: {
		title: 'A partner lost access to the account',
		message: 'A partner or its app was removed from the account: {detail}.',
		whatToDo: 'If that was not meant, give access again in Meta Business settings.',
	},
	priceTier: {
		title: 'The account reached another price tier',
		message: 'WhatsApp counts another volume tier for this month: {detail}.',
		whatToDo: 'Nothing. Further messages of this kind cost less.',
	},
	prices: {
		title: 'Prices of the account change',
		message: 'WhatsApp announces another way of charging: {detail}.',
		whatToDo: 'Compare the cost of the next notification before sending it.',
	},
	reviewApproved: {
		title: 'WhatsApp approved the account',
		message: 'The review of the account ended well.',
		whatToDo: 'Nothing.',
	},
	reviewRejected: {
		title: 'WhatsApp rejected the account',
		message: 'The account did not pass the review, so nothing can be sent.',
		whatToDo: 'Look into Meta Business settings for the reason, and ask for another review.',
	},
	reviewOpen: {
		title: 'WhatsApp is reviewing the account',
		message: 'The review is not decided yet ({detail}).',
		whatToDo: 'Wait for the decision.',
	},
	alert: {
		title: 'WhatsApp asks for attention',
		message: '{detail}.',
		whatToDo: 'Look into WhatsApp Manager.',
	},
	alertOver: { title: 'A note of WhatsApp', message: '{detail}.', whatToDo: 'Nothing.' },
	qualityLow: {
		title: 'The quality of the number is falling',
		message: 'People block or report {number} ({detail}).',
		whatToDo: 'Pause marketing messages and send only what people expect.',
	},
	qualityBetter: {
		title: 'The number may send more',
		message: '{number}: {detail}.',
		whatToDo: 'Nothing.',
	},
	limit: {
		title: 'The messaging limit of the account',
		message: 'Conversations may be begun with so many people in 24 hours: {detail}.',
		whatToDo: 'Nothing. Bigger notifications take several days.',
	},
	nameApproved: {
		title: 'The display name is approved',
		message: 'The name of {number} is approved{detail}.',
		whatToDo: 'Register the number again if it does not show the name yet.',
	},
	nameRejected: {
		title: 'The display name was rejected',
		message: 'The name of {number} was rejected: {detail}.',
		whatToDo: 'Choose another one in WhatsApp Manager.',
	},
	nameInReview: {
		title: 'The display name is in review',
		message: 'The name of {number} is not decided yet.',
		whatToDo: 'Wait for the decision.',
	},
	pinAsked: {
		title: 'Somebody asked to reset the PIN',
		message: 'The two-step verification PIN of {number} is to be reset.',
		whatToDo: 'If it was none of you, change the PIN in WhatsApp Manager at once.',
	},
	pinChanged: {
		title: 'The PIN was changed',
		message: 'The two-step verification PIN of {number} was changed.',
		whatToDo: 'If it was none of you, look into Meta Business settings who has access.',
	},
	templatePaused: {
		title: 'A template is paused',
		message: '{template} is paused, because people block or report it. It is not sent for now.',
		whatToDo: 'Send it to fewer people, or change its text. It comes back by itself.',
	},
	templateDisabled: {
		title: 'A template is disabled',
		message: '{template} cannot be sent any more.',
		whatToDo: 'Make another one under a new name, and use that.',
	},
	templateBack: {
		title: 'A template can be sent again',
		message: '{template} can be sent again.',
		whatToDo: 'Nothing.',
	},
	templateTrouble: {
		title: 'A template needs attention',
		message: '{template}: {detail}.',
		whatToDo: 'Look at it in WhatsApp Manager.',
	},
	other: {
		title: 'News of the account',
		message: '{detail}.',
		whatToDo: 'Nothing, as far as is known.',
	},
};
