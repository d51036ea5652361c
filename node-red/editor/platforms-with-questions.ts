/** Platforms whose forms have questions of the organiser's own: one of them asks for the phone. */
export const platformsWithQuestions = [
	'pretix',
	'hi-events',
	'eventbrite',
	'ticket-tailor',
	'luma',
	'cvent',
	'pretalx',
	'sessionize',
];
