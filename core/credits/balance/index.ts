import type { BalanceSource } from './balance';
import { dialog360 } from './dialog360';
import { gupshup } from './gupshup';
import { infobip } from './infobip';
import { messagebird } from './messagebird';
import { meta } from './meta';
import { prepaid } from './prepaid';
import { twilio } from './twilio';
import { vonage } from './vonage';

/** Everything that can be asked: a new provider is a file of its own and a line here. */
export const balanceSources: readonly BalanceSource[] = [
	meta,
	prepaid,
	dialog360,
	gupshup,
	twilio,
	vonage,
	messagebird,
	infobip,
];

export const balanceSourceById = (id: string): BalanceSource | undefined =>
	balanceSources.find((source) => source.id === id);

export * from './balance';
export * from './guard';
