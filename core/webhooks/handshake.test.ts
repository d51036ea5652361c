import { answerHandshake } from './handshake';

const query = {
	'hub.mode': 'subscribe',
	'hub.challenge': '1158201444',
	'hub.verify_token': 'meatyhamhock',
};

describe('the check of a new webhook address', () => {
	it('gets the challenge back, and nothing else', () => {
		expect(answerHandshake({ query, verifyToken: 'meatyhamhock' })).toEqual({
			status: 200,
			body: '1158201444',
		});
	});

	it('reads a query parser that nests at dots', () => {
		const nested = { hub: { mode: 'subscribe', challenge: '7', verify_token: 'meatyhamhock' } };
		expect(answerHandshake({ query: nested, verifyToken: 'meatyhamhock' }).body).toBe('7');
	});

	it.each([
		['a wrong token', query, 'another'],
		['an empty token, however the call looks', { ...query, 'hub.verify_token': '' }, ''],
		['another mode', { ...query, 'hub.mode': 'unsubscribe' }, 'meatyhamhock'],
		['no challenge', { ...query, 'hub.challenge': undefined }, 'meatyhamhock'],
		[
			'a token given twice',
			{ ...query, 'hub.verify_token': ['meatyhamhock', 'x'] },
			'meatyhamhock',
		],
		['nothing at all', {}, 'meatyhamhock'],
	])('is refused for %s', (_what, given, verifyToken) => {
		expect(answerHandshake({ query: given, verifyToken })).toMatchObject({
			status: 403,
			body: 'Forbidden',
		});
	});
});
