import { expectLinear } from './growth';

/** Work that takes as long as it says, on any machine. */
const grows = (msFor: (pieces: number) => number) => {
	let spent = 0;
	expectLinear(
		(pieces) => (spent = msFor(pieces)),
		(work) => {
			work();
			return spent;
		},
	);
};

describe('work that grows with its input', () => {
	it('passes, in the CPU time of this machine too', () => {
		grows((pieces) => pieces / 100);
		expectLinear((pieces) => /^(?:\w+\s)*$/.test('a '.repeat(pieces)));
	});

	it('does not pass when it grows with the square of it', () => {
		expect(() => grows((pieces) => pieces ** 2 / 100_000)).toThrow();
	});

	it('takes what is less than a millisecond for noise', () => {
		grows((pieces) => (pieces > 1_000 ? 30 : 0.01));
		expect(() => grows((pieces) => (pieces > 1_000 ? 50 : 0.01))).toThrow();
	});
});
