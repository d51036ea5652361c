// The event of every case, and how its dates read in each language: written by hand.
export const EVENT = {
	id: 'makers-2027',
	name: 'Nagoya Makers Summit',
	startsAt: '2027-03-12T10:00:00+09:00',
	timeZone: 'Asia/Tokyo',
	venue: 'Portmesse Nagoya, Hall 3',
	url: 'https://makers.example/',
};

/** Platforms that know the day only leave out the time. */
export const WHEN = {
	en: { time: 'Friday, March 12, 2027 at 10:00 AM', day: 'Friday, March 12, 2027' },
	ja: { time: '2027年3月12日金曜日 10:00', day: '2027年3月12日金曜日' },
	es: { time: 'viernes, 12 de marzo de 2027, 10:00', day: 'viernes, 12 de marzo de 2027' },
	pt_BR: {
		time: 'sexta-feira, 12 de março de 2027 às 10:00',
		day: 'sexta-feira, 12 de março de 2027',
	},
};

const AND = { en: ' and ', ja: '、', es: ' y ', pt_BR: ' e ' };

/** Two names as one reads them. */
export const both = (language, one, other) => `${one}${AND[language]}${other}`;

/** Of the flow, for people whose language the platform does not tell. */
export const FALLBACK = 'en';
