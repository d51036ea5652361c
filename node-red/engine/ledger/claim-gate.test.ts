import { MemoryLedger } from '../../../core/ledger/memory-ledger';
import { describeLedger } from '../../../core/testing/ledger-contract';
import { WatchedLedger } from '../../../core/testing/watched-ledger';
import { ClaimGate } from './claim-gate';

describeLedger('a ledger behind a gate', () => new ClaimGate(50).to(new MemoryLedger()));

const settled = async (promise: Promise<unknown>) =>
	await Promise.race([
		promise.then(
			() => true,
			() => true,
		),
		new Promise((resolve) => setImmediate(() => resolve(false))),
	]);

describe('the gate to the ledger', () => {
	test('keeps claims of several runs waiting until there is room, in their order', async () => {
		const watched = new WatchedLedger(new MemoryLedger());
		const gate = new ClaimGate(4);
		const one = gate.to(watched);
		const two = gate.to(watched);
		await one.claim(['a', 'b', 'c']);
		const second = two.claim(['d', 'e']);
		const third = one.claim(['f']);

		expect(await settled(second)).toBe(false);
		// There is room for one, but the other was first.
		expect(await settled(third)).toBe(false);
		await one.settle(['a']);
		expect(await second).toEqual(['claimed', 'claimed']);
		expect(await settled(third)).toBe(false);
		await two.release(['d']);
		expect(await third).toEqual(['claimed']);
		expect(watched.mostOpen).toBe(4);
	});

	test('counts only what was claimed', async () => {
		const gate = new ClaimGate(2);
		const ledger = gate.to(new MemoryLedger());
		await ledger.claim(['a']);
		await ledger.settle(['a']);
		expect(await ledger.claim(['a', 'a'])).toEqual(['duplicate', 'duplicate']);

		expect(await settled(ledger.claim(['b', 'c']))).toBe(true);
	});

	test('opens again when the ledger fails', async () => {
		let failing = true;
		const watched = new WatchedLedger(new MemoryLedger(), () => {
			if (failing) throw new Error('no disk');
		});
		const ledger = new ClaimGate(1).to(watched);
		await expect(ledger.claim(['a'])).rejects.toThrow('no disk');
		failing = false;
		await ledger.claim(['a']);
		failing = true;
		await expect(ledger.settle(['a'])).rejects.toThrow('no disk');
		failing = false;

		expect(await settled(ledger.claim(['b']))).toBe(true);
	});

	test('lets in alone what is more than all there is', async () => {
		const ledger = new ClaimGate(1).to(new MemoryLedger());

		expect(await ledger.claim(['a', 'b'])).toEqual(['claimed', 'claimed']);
	});
});
