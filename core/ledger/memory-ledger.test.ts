import { describeLedger } from '../testing/ledger-contract';
import { MemoryLedger } from './memory-ledger';

describeLedger('the memory ledger', () => new MemoryLedger());
