import { describeLedger } from '../../../core/testing/ledger-contract';
import { ContextLedger } from './context-ledger';

type Done = (error?: unknown, value?: unknown) => void;

/** A context store that keeps JSON and answers later, as the one that writes files does. */
class SlowContext {
	text: string | undefined;

	failing = false;

	get(_name: string, done: Done): void {
		const value: unknown = this.text === undefined ? undefined : JSON.parse(this.text);
		setImmediate(() => (this.failing ? done(new Error('no disk')) : done(undefined, value)));
	}

	set(_name: string, value: unknown, done: Done): void {
		if (!this.failing) this.text = JSON.stringify(value);
		setImmediate(() => (this.failing ? done(new Error('no disk')) : done()));
	}
}

const remembered = { rememberMs: 1000 };

let context: SlowContext;
let now: number;
beforeEach(() => {
	context = new SlowContext();
	now = 1_800_000_000_000;
});

const open = () => new ContextLedger(context as never, () => now);

describeLedger('the context ledger', () => open().ledger(remembered), {
	afterCrash: () => open().ledger(remembered),
});

describe('the context ledger', () => {
	test('gives a key away again when it has expired, and not before', async () => {
		const ledger = open().ledger(remembered);
		await ledger.claim(['a', 'b']);
		await ledger.settle(['a']);
		await ledger.leaveUnsettled(['b']);

		now += 999;
		expect(await ledger.claim(['a', 'b'])).toEqual(['duplicate', 'unknown']);
		now += 1;
		expect(await ledger.claim(['a', 'b'])).toEqual(['claimed', 'claimed']);
	});

	test('takes expired deliveries out of the context', async () => {
		const ledger = open().ledger(remembered);
		await ledger.claim(['a']);
		now += 1000;
		await ledger.claim(['b']);

		expect(context.text).not.toContain('"a"');
		expect(context.text).toContain('"b"');
	});

	test('sends again what was sent when it is asked to, and never what is under way', async () => {
		const store = open();
		const ledger = store.ledger(remembered);
		await ledger.claim(['sent', 'under way']);
		await ledger.settle(['sent']);

		const again = store.ledger({ ...remembered, sendAgain: true });
		expect(await again.claim(['sent', 'under way'])).toEqual(['claimed', 'duplicate']);
	});

	test('makes a duplicate of what was unknown when a status comes in', async () => {
		const store = open();
		const ledger = store.ledger(remembered);
		await ledger.claim(['a']);
		await ledger.leaveUnsettled(['a']);
		await store.settle(['a', 'nobody claimed this']);

		expect(await ledger.claim(['a', 'nobody claimed this'])).toEqual(['duplicate', 'claimed']);
	});

	test('keeps the hash key for as long as the store is there', async () => {
		const first = open();
		const keys = await Promise.all([first.hashKey(), first.hashKey()]);

		expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
		expect(keys[1]).toBe(keys[0]);
		expect(await open().hashKey()).toBe(keys[0]);
	});

	test('takes back claims that could not be written: nothing of them has left', async () => {
		const ledger = open().ledger(remembered);
		await ledger.claim(['under way']);
		context.failing = true;
		await expect(ledger.claim(['a', 'under way'])).rejects.toThrow('no disk');
		context.failing = false;

		expect(await ledger.claim(['a', 'under way'])).toEqual(['claimed', 'duplicate']);
	});

	test('asks a store again that could not be read', async () => {
		context.failing = true;
		const store = open();
		await expect(store.hashKey()).rejects.toThrow('no disk');
		context.failing = false;

		expect(await store.hashKey()).toMatch(/^[0-9a-f]{64}$/);
	});
});
