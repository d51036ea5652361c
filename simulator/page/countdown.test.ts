import { countdown, nextChange } from './countdown.ts';
import { setLanguage } from './i18n.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

describe('the countdown of an offer', () => {
	afterEach(() => setLanguage('en'));

	it.each([
		[2 * DAY + 5 * HOUR + 59 * MINUTE, 'Ends in 2 days 5 hr'],
		[DAY + 30 * MINUTE, 'Ends in 1 day'],
		[5 * HOUR + 7 * MINUTE + 8000, 'Ends in 5 hr 7 min'],
		[HOUR, 'Ends in 1 hr'],
		[HOUR - 1, 'Ends in 59 min'],
		[MINUTE, 'Ends in 1 min'],
		[MINUTE - 1, 'Ends in 59 sec'],
		[1, 'Ends in 0 sec'],
		[0, 'Offer ended'],
		[-1, 'Offer ended'],
	])('says of %i milliseconds: %s', (left, words) => {
		expect(countdown(left)).toBe(words);
	});

	it('speaks Japanese', () => {
		setLanguage('ja');
		expect(countdown(2 * DAY + 5 * HOUR)).toBe('終了まで 2日5時間');
		expect(countdown(0)).toBe('オファーは終了しました');
	});

	it('changes every minute, in the last one every second', () => {
		for (let left = 3 * MINUTE; left > 0; left -= nextChange(left)) {
			const step = nextChange(left);
			expect(countdown(left - step)).not.toBe(countdown(left));
			expect(step).toBeLessThanOrEqual(left > MINUTE + 1000 ? MINUTE + 1 : 1001);
		}
	});
});
