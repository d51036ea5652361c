/** Sets what today is for the tests of a file; timers stay real. */
export function setDate(iso: string): void {
	beforeEach(() => {
		jest.useFakeTimers({
			now: new Date(iso),
			doNotFake: [
				'hrtime',
				'nextTick',
				'performance',
				'queueMicrotask',
				'setImmediate',
				'clearImmediate',
				'setInterval',
				'clearInterval',
				'setTimeout',
				'clearTimeout',
			],
		});
	});
	afterEach(() => void jest.useRealTimers());
}
