import type { INodeProperties } from 'n8n-workflow';
import { balanceProperties } from '../engine/balance-properties';
import { guardProperties, whenUnknown } from './properties-guard';
import { messageProperties } from './properties-messages';
import { operation, withBalance } from './properties-operation';
import { optionProperties } from './properties-options';
import { pageProperties } from './properties-page';
import { priceProperties } from './properties-price';
import { purchaseProperties } from './properties-purchase';
import { spendProperties } from './properties-spend';

/** Fields in the order one fills them. */
export const properties: INodeProperties[] = [
	operation,
	...pageProperties,
	...balanceProperties('source', { operation: ['balance'] }),
	...balanceProperties('balanceSource', { operation: withBalance }),
	...guardProperties,
	...spendProperties,
	...messageProperties,
	whenUnknown,
	...priceProperties,
	...purchaseProperties,
	...optionProperties,
];
