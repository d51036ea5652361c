/** Values a message template can be filled with. The names are those in the ready-made templates. */
export const variableNames = [
	'first_name',
	'event_name',
	'event_date',
	'event_url',
	'venue',
	'ticket_name',
	'ticket_count',
	'ticket_path',
	'attendee_names',
	'order_id',
	'previous_holder',
	'session_title',
	'session_date',
	'session_room',
	'company_name',
] as const;

export type VariableName = (typeof variableNames)[number];
