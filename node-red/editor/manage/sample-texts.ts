/** Samples for the variables we know, until somebody writes better ones. Made-up people and events. */
const SAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
	en: {
		first_name: 'Aiko',
		event_name: 'Harbour Tech Forum 2027',
		event_date: 'Thursday, March 18, 2027 at 9:30 AM',
		event_url: 'https://example.com/harbour',
		venue: 'Harbour Convention Centre',
		ticket_name: 'General admission',
		ticket_count: '3',
		ticket_url: 'https://example.com/t/E2D4',
		ticket_path: 't/E2D4',
		ticket_code: 'E2D4',
		attendee_names: 'Aiko Tanaka and Ben Lee',
		order_id: 'A-1042',
		previous_holder: 'Ben Lee',
		session_title: 'Opening keynote',
		session_date: 'Thursday, March 18, 2027 at 10:00 AM',
		session_room: 'Hall B',
		company_name: 'Example Ltd.',
	},
	ja: {
		first_name: '美咲',
		event_name: 'みなとテックフォーラム2027',
		event_date: '2027年3月18日木曜日 9:30',
		venue: 'みなと国際会議場 大ホール',
		ticket_name: '一般チケット',
		attendee_names: '田中愛子、佐藤健',
		previous_holder: '佐藤健',
		session_title: '基調講演',
		session_date: '2027年3月18日木曜日 10:00',
		session_room: 'Bホール',
		company_name: '株式会社サンプル',
	},
};

/** A sample of a known variable in the language of the template; undefined for one nobody knows. */
export function sampleOf(name: string, language: string): string | undefined {
	const own = SAMPLES[language.split('_')[0] ?? 'en'];
	return own?.[name] ?? SAMPLES.en?.[name];
}
