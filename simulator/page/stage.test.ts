import { nextStage } from './stage.ts';

const none = new Set<string>();
const recent = ['d', 'c', 'b', 'a'];

describe('which phones are on stage', () => {
	it('begins with the most recent ones', () => {
		expect(nextStage([], recent, none, 3, none)).toEqual(['d', 'c', 'b']);
	});

	it('lets a newcomer in front and the last one out', () => {
		expect(nextStage(['c', 'b', 'a'], recent, new Set('d'), 3, none)).toEqual(['d', 'c', 'b']);
	});

	it('does not move a phone that is already shown', () => {
		expect(nextStage(['c', 'b', 'a'], ['a', 'c', 'b'], new Set('a'), 3, none)).toEqual([
			'c',
			'b',
			'a',
		]);
	});

	it('keeps the phone somebody is writing on', () => {
		expect(nextStage(['c', 'b', 'a'], recent, new Set('d'), 3, new Set('a'))).toEqual([
			'd',
			'c',
			'a',
		]);
		expect(nextStage(['a'], recent, new Set('dcb'), 1, new Set('a'))).toEqual(['a']);
	});

	it('follows the width, and forgets phones that are gone', () => {
		expect(nextStage(['c', 'b', 'a'], recent, none, 1, none)).toEqual(['c']);
		expect(nextStage(['c', 'x'], recent, none, 3, none)).toEqual(['c', 'd', 'b']);
		expect(nextStage(['x'], [], none, 3, none)).toEqual([]);
	});

	it('shows no more than fit, however many arrive at once', () => {
		expect(nextStage(['a'], recent, new Set(recent), 2, none)).toEqual(['d', 'c']);
	});
});
