import { listedCodes } from '../graph/error-codes';
import { readGraphError } from '../graph/error';
import { refusal } from '../testing/scripted-transport';
import { haltsBatch, LONGEST_WAIT_MS, refusesTemplate, waitBeforeRetry } from './retry';

const error = (code: number, minutes?: number) =>
	readGraphError({
		...refusal(code),
		headers: minutes
			? {
					'x-business-use-case-usage': JSON.stringify({
						1: [{ estimated_time_to_regain_access: minutes }],
					}),
				}
			: {},
	});

/** All waits in seconds until it is given up. */
const waits = (code: number, minutes?: number): number[] => {
	const all: number[] = [];
	for (let tries = 1; tries < 50; tries++) {
		const wait = waitBeforeRetry(error(code, minutes), tries);
		if (wait === undefined) return all;
		all.push(wait / 1000);
	}
	throw new Error('It is never given up');
};

describe('the wait before another try', () => {
	it('is 4, 16 and 64 seconds for one person who gets too much', () => {
		expect(waits(131056)).toEqual([4, 16, 64]);
	});

	it.each([130429, 80007, 4])('doubles from a second to thirty for %i', (code) => {
		expect(waits(code)).toEqual([1, 2, 4, 8, 16, 30, 30]);
	});

	it('is what the usage header says, where it says something', () => {
		expect(waits(80007, 2)).toEqual(Array.from({ length: 7 }, () => 120));
	});

	it('is not sat out where it is long', () => {
		expect(waits(80007, 3)).toEqual([]);
		expect(LONGEST_WAIT_MS).toBe(120_000);
	});

	it.each(listedCodes().filter((code) => ![4, 80007, 130429, 131056].includes(code)))(
		'does not exist for %i: it may have left, or waiting does not help',
		(code) => {
			expect(waits(code)).toEqual([]);
			expect(waits(code, 1)).toEqual([]);
		},
	);

	it('does not exist for an answer that is not Meta’s', () => {
		expect(
			waitBeforeRetry(readGraphError({ status: 503, headers: {}, body: '' }), 1),
		).toBeUndefined();
	});
});

describe('what a refusal means for the others', () => {
	const halting = listedCodes().filter((code) => haltsBatch(error(code)));
	const refusing = listedCodes().filter((code) => refusesTemplate(error(code)));

	it('is a halt for token, permission, money, account, number and spam', () => {
		expect(halting.sort((a, b) => a - b)).toEqual([
			0, 3, 10, 33, 190, 368, 131005, 131031, 131037, 131042, 131045, 131048, 131064, 133000,
			133005, 133006, 133010, 134011, 136024,
		]);
	});

	it('is a halt where the whole app has to wait long', () => {
		expect(haltsBatch(error(80007, 20))).toBe(true);
		expect(haltsBatch(error(4, 20))).toBe(true);
		expect(haltsBatch(error(80007, 2))).toBe(false);
		expect(haltsBatch(error(130429, 20))).toBe(false);
	});

	it('is the end of one template for what is wrong with the template itself', () => {
		expect(refusing.sort((a, b) => a - b)).toEqual([
			131055, 131061, 132001, 132007, 132015, 132016, 132068, 134100, 134101, 134102,
		]);
	});

	it('is nothing for one recipient, one set of values, or an answer nobody knows', () => {
		for (const code of [131026, 131050, 131049, 132000, 132012, 131056, 131000, 100]) {
			expect(haltsBatch(error(code)) || refusesTemplate(error(code))).toBe(false);
		}
		expect(haltsBatch(readGraphError({ status: 413, headers: {}, body: '' }))).toBe(false);
	});
});
