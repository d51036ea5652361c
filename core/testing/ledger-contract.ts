import type { DeliveryLedger } from '../ledger/ledger';

/**
 * What every delivery ledger must do, whatever it keeps its keys in.
 *
 * @param create a ledger with an empty store; called before each test
 * @param options.afterCrash the same store, opened by a process that knows nothing of what was in
 * flight; left out where a store does not outlive its process
 */
export function describeLedger(
	name: string,
	create: () => DeliveryLedger | Promise<DeliveryLedger>,
	options: {
		afterCrash?: (ledger: DeliveryLedger) => DeliveryLedger | Promise<DeliveryLedger>;
	} = {},
): void {
	describe(`${name} as a delivery ledger`, () => {
		let ledger: DeliveryLedger;
		beforeEach(async () => {
			ledger = await create();
		});

		it('gives a key to the first who asks', async () => {
			expect(await ledger.claim(['a', 'b'])).toEqual(['claimed', 'claimed']);
		});

		it('calls a key in flight a duplicate', async () => {
			await ledger.claim(['a']);
			expect(await ledger.claim(['a', 'b'])).toEqual(['duplicate', 'claimed']);
		});

		it('calls a key that stands twice in one chunk a duplicate the second time', async () => {
			expect(await ledger.claim(['a', 'b', 'a'])).toEqual(['claimed', 'claimed', 'duplicate']);
		});

		it('gives a key to one only of many who ask at the same moment', async () => {
			const answers = await Promise.all(
				Array.from({ length: 20 }, async () => await ledger.claim(['a', 'b'])),
			);
			expect(answers.filter(([a]) => a === 'claimed')).toHaveLength(1);
			expect(answers.filter(([, b]) => b === 'claimed')).toHaveLength(1);
		});

		it('calls a settled key a duplicate, as often as somebody asks', async () => {
			await ledger.claim(['a']);
			await ledger.settle(['a']);
			expect(await ledger.claim(['a'])).toEqual(['duplicate']);
			expect(await ledger.claim(['a'])).toEqual(['duplicate']);
		});

		it('gives a released key away again', async () => {
			await ledger.claim(['a', 'b']);
			await ledger.release(['a']);
			expect(await ledger.claim(['a', 'b'])).toEqual(['claimed', 'duplicate']);
		});

		it('calls a key that was left unsettled unknown, as often as somebody asks', async () => {
			await ledger.claim(['a']);
			await ledger.leaveUnsettled(['a']);
			expect(await ledger.claim(['a'])).toEqual(['unknown']);
			expect(await ledger.claim(['a'])).toEqual(['unknown']);
		});

		it('settles, releases and leaves keys in chunks, each key by itself', async () => {
			await ledger.claim(['a', 'b', 'c', 'd', 'e']);
			await ledger.settle(['a', 'b']);
			await ledger.leaveUnsettled(['c']);
			await ledger.release(['d']);
			expect(await ledger.claim(['a', 'b', 'c', 'd', 'e'])).toEqual([
				'duplicate',
				'duplicate',
				'unknown',
				'claimed',
				'duplicate',
			]);
		});

		it('remembers a claim that was released, claimed again and settled', async () => {
			await ledger.claim(['a']);
			await ledger.release(['a']);
			await ledger.claim(['a']);
			await ledger.settle(['a']);
			expect(await ledger.claim(['a'])).toEqual(['duplicate']);
		});

		it('takes empty chunks', async () => {
			expect(await ledger.claim([])).toEqual([]);
			await ledger.settle([]);
			await ledger.release([]);
			await ledger.leaveUnsettled([]);
			expect(await ledger.claim(['a'])).toEqual(['claimed']);
		});

		it('takes keys of any text', async () => {
			const keys = [
				'__proto__',
				'constructor',
				'claimed:a',
				'a',
				'x'.repeat(512),
				'tito:A B/c?"\'\\',
			];
			expect(await ledger.claim(keys)).toEqual(keys.map(() => 'claimed'));
			await ledger.settle(keys);
			expect(await ledger.claim(keys)).toEqual(keys.map(() => 'duplicate'));
		});

		const { afterCrash } = options;
		if (afterCrash) {
			it('calls what a crash left in flight unknown, and what was settled a duplicate', async () => {
				await ledger.claim(['settled', 'in flight', 'released']);
				await ledger.settle(['settled']);
				await ledger.release(['released']);
				const later = await afterCrash(ledger);
				const keys = ['settled', 'in flight', 'released', 'new'];
				expect(await later.claim(keys)).toEqual(['duplicate', 'unknown', 'claimed', 'claimed']);
			});
		}
	});
}
