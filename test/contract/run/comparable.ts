/** What is another one each time, and says nothing about what an engine does. */
const DRAWN: Array<[RegExp, string]> = [
	[/wamid\.[A-Za-z0-9+/=_-]{12,}/g, 'wamid.…'],
	[/("fbtraceId":"|fbtrace_id )A[\w-]{20,}/g, '$1…'],
	// The hash of a recipient is keyed by a secret of the engine.
	[/:[0-9a-f]{20}"/g, ':…"'],
	[/("person":")[0-9a-f]{20}"/g, '$1…"'],
	// Without a delivery key, the run and the values stand for it.
	[/"run:[\w-]+:([a-z_]*):[0-9a-f]{16}/g, '"run:…:$1:…'],
	// A file is a name beside the item in one engine, and bytes in another.
	[/(header_media":)(?:"header_file_of_\w+"|\{"type":"Buffer"[^}]*\})/g, '$1"…"'],
	// How a file is found, and what it is called, is each engine's own.
	[/cannot be read: [^"]*/g, 'cannot be read: …'],
	[/“(banner|sample)\.\w+”/g, '“…”'],
	[/http:\/\/127\.0\.0\.1:\d+/g, 'http://127.0.0.1:…'],
	[/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '…'],
	[/\d\d:\d\d:\d\d UTC/g, '…'],
	[/"id":"\d{10,}"/g, '"id":"…"'],
	// A platform that is asked has given the order its number in the simulator of each engine.
	[
		/"(orderId|order_id|ticketId|noticeId|ticket_code|ticket_path|ticket_url)":"[^"]+"/g,
		'"$1":"…"',
	],
	[/(:registration_confirmed:)[^:"]+/g, '$1…'],
	[/"id":"(pretix|eventbrite):[0-9a-f]+"/g, '"id":"$1:…"'],
];

/** Everything an engine gave back, for comparison word by word with what another one gave. */
export const comparable = (observed: unknown): unknown =>
	JSON.parse(
		DRAWN.reduce(
			(text, [drawn, instead]) => text.replace(drawn, instead),
			JSON.stringify(observed),
		),
	);
