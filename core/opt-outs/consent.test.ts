import { readConsent } from './consent';

describe('consent', () => {
	it.each([true, 'true', 'TRUE', 'yes', 1, '1', 'on', 'はい', 'Sí', 'sim', ' Ｙｅｓ '])(
		'is given: %j',
		(value) => expect(readConsent(value)).toBe(true),
	);

	it.each([false, 'false', 'No', 0, '0', 'off', 'いいえ', 'não', '', ' '])(
		'is not given: %j',
		(value) => expect(readConsent(value)).toBe(false),
	);

	it.each([undefined, null, 'perhaps', {}, [], 2, Number.NaN])('is not told: %j', (value) =>
		expect(readConsent(value)).toBeUndefined(),
	);
});
