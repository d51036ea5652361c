import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { RATE_CARDS, type RateCard } from '../../core/credits';
import { readRateCardCsv } from '../../core/credits/read-rate-card-csv';
import type { CreditDesk } from '../../core/credits/desk';
import { creditDeskOf, rateCardRows } from '../engine/credit-desk';
import { nodeErrorSaying } from '../engine/node-error';

/** The fields of the node, which hold for the whole run. */
export class Fields {
	constructor(private readonly context: IExecuteFunctions) {}

	value = (name: string): unknown => this.context.getNodeParameter(name, 0, '') as unknown;

	text = (name: string): string => String(this.value(name) ?? '').trim();

	/** Undefined where nothing was typed: nothing is not 0. */
	number(name: string): number | undefined {
		const typed = this.text(name);
		const number = Number(typed);
		return typed === '' || !Number.isFinite(number) ? undefined : number;
	}

	/** The cards of the package and those of the option, which win where both begin on the same day. */
	async cards(): Promise<readonly RateCard[]> {
		const rows = await rateCardRows(this.context, this.value('options.rateCards'));
		return [
			...RATE_CARDS,
			...rows.map(({ text, validFrom }) => {
				const read = readRateCardCsv(text, { validFrom, source: 'The option Rate Card' });
				if (read.ok) return read.card;
				throw nodeErrorSaying(this.context, read.message, read.whatToDo);
			}),
		];
	}

	/** @param whoIsPaid the name of the field that says who is asked for the balance */
	async desk(whoIsPaid?: 'source' | 'balanceSource'): Promise<CreditDesk> {
		const who = whoIsPaid && this.value(whoIsPaid);
		return await creditDeskOf(this.context, {
			whoIsPaid: who,
			purchases: this.value('purchases'),
			cards: await this.cards(),
			phoneNumberId: this.value('options.phoneNumberId'),
			withoutAccount: whoIsPaid === 'source' && who === 'provider',
		});
	}
}

/** Answers of the whole run: one item, linked to the first that came in. */
export const asItem = (json: object) => [{ json: json as IDataObject, pairedItem: { item: 0 } }];
