import { MemoryLedger } from '../ledger/memory-ledger';
import { WatchedLedger } from '../testing/watched-ledger';
import { LedgerWindow } from './ledger-window';

const logger = { info: () => {}, warn: () => {} };

/** Lets promises go on `times` steps and no further. */
async function steps(times: number): Promise<void> {
	for (let i = 0; i < times; i++) await Promise.resolve();
}

describe('the window of open claims', () => {
	it('has room for a quarter at a time while it is small', async () => {
		const window = new LedgerWindow(new MemoryLedger(), 20, logger);
		expect(await window.room()).toBe(5);
	});

	it('tells how much room there is, from a twelfth to a quarter of a big one', async () => {
		const window = new LedgerWindow(new MemoryLedger(), 480, logger);
		expect(await window.room()).toBe(120);
		for (let i = 0; i < 440; i++) window.open(Promise.resolve());
		expect(await window.room()).toBe(40);
	});

	it('opens again when claims have ended and the ledger knows', async () => {
		const ledger = new WatchedLedger(new MemoryLedger());
		const window = new LedgerWindow(ledger, 4, logger);
		for (let i = 0; i < 4; i++) window.open(Promise.resolve());
		let room = 0;
		void window.room().then((free) => (room = free));
		await steps(20);
		expect(room).toBe(0);
		window.close('a', 'settle');
		await steps(20);
		expect(room).toBe(1);
		expect(ledger.calls).toEqual([{ call: 'settle', keys: ['a'] }]);
	});

	it.each(Array.from({ length: 12 }, (_, i) => i))(
		'tells the ledger of a claim that ends %i steps after another',
		async (between) => {
			const ledger = new WatchedLedger(new MemoryLedger());
			const window = new LedgerWindow(ledger, 4, logger);
			const end = async (key: string, after: number) => {
				await steps(after);
				window.close(key, 'settle');
			};
			window.open(end('a', 1));
			window.open(end('b', 1 + between));
			await window.drain();
			expect(ledger.keysOf('settle').sort()).toEqual(['a', 'b']);
		},
	);

	it('has nothing to tell where nothing was claimed', async () => {
		const ledger = new WatchedLedger(new MemoryLedger());
		await new LedgerWindow(ledger, 4, logger).drain();
		expect(ledger.calls).toEqual([]);
	});
});
