import { readValues } from './read-values';

test.each([
	['lines', 'event_name = DevConf: Tokyo\n\n {{venue}}: Hall 3 = B \r\n'],
	['an object', { event_name: 'DevConf: Tokyo', venue: 'Hall 3 = B' }],
	['JSON', '{"event_name":"DevConf: Tokyo","venue":"Hall 3 = B"}'],
])('values for everybody may be %s', (_what, given) => {
	expect(readValues(given)).toEqual({ event_name: 'DevConf: Tokyo', venue: 'Hall 3 = B' });
});

test.each([[undefined], [null], [''], [' \n ']])('there may be none: %j', (given) => {
	expect(readValues(given)).toEqual({});
});

test.each([['DevConf'], ['{"a":'], [7], ['first name = A']])(
	'%j are none, and what they look like is said',
	(given) => {
		expect(() => readValues(given)).toThrow('e.g. event_name = Tokyo Tech Summit');
	},
);
