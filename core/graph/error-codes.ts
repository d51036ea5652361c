/**
 * Meta's error codes by what one can do about them. Source: "Error codes" of the Cloud API
 * documentation; a code is listed once, under the class that decides what happens next.
 */
export type ErrorClass =
	| 'auth'
	| 'permission'
	| 'rate'
	| 'transient'
	| 'wait'
	| 'policy'
	| 'recipient'
	| 'window'
	| 'money'
	| 'setup'
	| 'request'
	| 'template'
	| 'unknown';

export interface ErrorCodeFacts {
	class: ErrorClass;
	/** A sentence for the organiser: what to do next. */
	whatToDo: string;
	/** Milliseconds after which Meta says trying again makes sense. */
	waitMs?: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const NEW_TOKEN =
	'Create a new system user token with access to this WhatsApp account and put it into the credential.';
const ASSET_ACCESS =
	'Give the system user access to this WhatsApp account in Meta Business settings, with the permissions whatsapp_business_messaging and whatsapp_business_management.';
const SLOW_DOWN = 'Send more slowly: lower Messages per Second, or wait a few minutes.';
const MAYBE_LEFT =
	'The message may have been sent all the same. Wait for its status before sending it again.';
const CHECK_FIELDS = 'Compare the values with the template in WhatsApp Manager.';

type Row = [codes: number[], errorClass: ErrorClass, whatToDo: string, waitMs?: number];

const table: Row[] = [
	[[0, 190], 'auth', NEW_TOKEN],
	[[3, 10, 131005], 'permission', ASSET_ACCESS],
	[[4, 80007, 80008, 130429], 'rate', SLOW_DOWN],
	[
		[131056],
		'rate',
		'This person gets too many messages at once: leave 6 seconds between two.',
		4000,
	],
	[[1, 2, 131000, 131016, 131057, 133004, 2494100], 'transient', MAYBE_LEFT],
	[
		[131049],
		'wait',
		'This person has had enough marketing messages for now, Meta says. Try again after 24 hours.',
		24 * HOUR,
	],
	[[133016], 'wait', 'Wait 72 hours before registering this number again.', 72 * HOUR],
	[[133008, 133009], 'wait', 'Too many wrong PINs or tries: wait as long as Meta says.'],
	[[133015], 'wait', 'Wait 5 minutes and try again.', 5 * MINUTE],
	[[132069], 'wait', 'This flow was throttled: wait an hour.', HOUR],
	[[134101], 'wait', 'The template is still being synchronised: wait 10 minutes.', 10 * MINUTE],
	[
		[368, 131031, 130497],
		'policy',
		'Meta has blocked or restricted the account. Open Account Quality in Meta Business settings.',
	],
	[
		[131048],
		'policy',
		'Too many people blocked or reported this number. Pause sending and check its quality rating.',
	],
	[
		[131064],
		'policy',
		'Too many templates were put into the wrong category. Correct them in WhatsApp Manager.',
	],
	[
		[130472],
		'policy',
		'Meta leaves this person out as part of an experiment. Use another channel.',
	],
	[[131021], 'recipient', 'The number is the sender itself. Use the number of the attendee.'],
	[
		[131026],
		'recipient',
		'The number is not on WhatsApp, or cannot receive this message. Use another channel.',
	],
	[[131030], 'recipient', 'Add the number to the allowed recipients of the test number.'],
	[[131050], 'recipient', 'This person has stopped marketing messages. Do not send them any more.'],
	[[130403], 'recipient', 'This person or country cannot be written to from this number.'],
	[[131062], 'recipient', 'This kind of message needs a phone number, not a user id.'],
	[[137000], 'recipient', 'The identity of the recipient has changed: confirm it first.'],
	[
		[131047],
		'window',
		'More than 24 hours have passed since this person wrote. Send an approved template.',
	],
	[
		[131042],
		'money',
		'The account cannot be charged. Check the payment method or the balance in Meta’s Billing & payments: after that it can be sent.',
	],
	[
		[33, 131037, 131045, 133000, 133005, 133006, 133010, 136024, 134011],
		'setup',
		'Finish the set-up of this phone number in WhatsApp Manager.',
	],
	[[100, 131008, 131009, 131051, 135000], 'request', CHECK_FIELDS],
	[
		[131055, 134100],
		'request',
		'The Marketing Messages API sends marketing templates only. Choose one, or set the option Marketing Messages API to Off.',
	],
	[
		[131063],
		'request',
		'The Marketing Messages API does not take this message. Set the option Marketing Messages API to With Fallback or to Off.',
	],
	[
		[131061],
		'request',
		'This template has a highest price, which only the Marketing Messages API keeps to. Set the option Marketing Messages API to With Fallback.',
	],
	[
		[131052, 131053],
		'request',
		'Check the header file: its type, its size and that its link is public.',
	],
	[[132000], 'template', 'Fill exactly the variables the template has.'],
	[[132001], 'template', 'Choose a template that exists in this language and is approved.'],
	[[132005], 'template', 'Shorten the values: the filled template is too long.'],
	[[132007], 'template', 'The text breaks a WhatsApp policy. Change the template.'],
	[[132008, 132012, 132018], 'template', CHECK_FIELDS],
	[
		[132015],
		'template',
		'The template is paused for low quality. Wait, or change it and ask for approval again.',
	],
	[[132016], 'template', 'The template is disabled. Create a new one.'],
	[
		[134102],
		'template',
		// HTTP 500 though it is: “Template unavailable for use” is an answer, and nothing left.
		'The Marketing Messages API cannot use this template, or the account is not set up for it. Look into WhatsApp Manager, or set the option Marketing Messages API to With Fallback.',
	],
	[[132068], 'template', 'The flow of this template is blocked. Correct it in WhatsApp Manager.'],
];

const byCode = new Map<number, ErrorCodeFacts>(
	table.flatMap(([codes, errorClass, whatToDo, waitMs]) =>
		codes.map((code) => [code, { class: errorClass, whatToDo, waitMs }] as const),
	),
);

const UNKNOWN: ErrorCodeFacts = {
	class: 'unknown',
	whatToDo:
		'Look the code up in Meta’s list of error codes, and keep the fbtrace_id for Meta’s support.',
};

/** What is known of one of Meta's codes. 200 to 299 are permissions, whatever the number. */
export function factsOfCode(code: number | undefined): ErrorCodeFacts {
	if (code === undefined) return UNKNOWN;
	const listed = byCode.get(code);
	if (listed) return listed;
	if (code >= 200 && code <= 299) return { class: 'permission', whatToDo: ASSET_ACCESS };
	return UNKNOWN;
}

/** Every code that is listed, for tests and documentation. */
export function listedCodes(): number[] {
	return [...byCode.keys()];
}
