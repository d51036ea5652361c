import { DurableLedger } from './durable-ledger';
import { describeLedger } from './ledger-contract';

describeLedger('a ledger that outlives its process', () => new DurableLedger(), {
	afterCrash: (ledger) => (ledger as DurableLedger).reopened(),
});
