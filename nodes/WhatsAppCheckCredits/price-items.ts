import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
	creditsForMessages,
	messagesForCredits,
	writeMoney,
	type CreditPrice,
	type CreditSettings,
} from '../../core/credits';
import type { CreditDesk } from '../../core/credits/desk';
import { checkoutForm } from '../../core/credits/purchases/stripe';
import { nodeErrorSaying } from '../engine/node-error';
import { asItem, Fields } from './read-fields';

const DAYS_OF_THE_MIX = 30;

/** One item: credits, messages and what they cost; with the fields of Stripe's Checkout, where it is to be paid there. */
export async function priceItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const fields = new Fields(context);
	const forMessages = fields.value('calculate') !== 'messages';
	const name = forMessages ? 'messages' : 'credits';
	const wanted = fields.number(name);
	if (wanted === undefined || wanted <= 0) {
		const typed = fields.text(name);
		throw nodeErrorSaying(context, `“${typed}” is no number of ${name}`, 'Write a number above 0.');
	}
	const settings = await settingsOf(fields);
	const price = forMessages
		? creditsForMessages(wanted, settings)
		: messagesForCredits(wanted, settings);
	const { currency } = price;
	const money = (amount: number) => writeMoney({ amount, currency });
	return [
		asItem({
			...price,
			netText: money(price.net),
			feeText: money(price.fee),
			taxText: money(price.tax),
			totalText: money(price.total),
			...checkoutOf(fields, price, settings),
		}),
	];
}

async function settingsOf(fields: Fields): Promise<CreditSettings> {
	const settings: CreditSettings = {
		creditPrice: fields.number('creditPrice'),
		averagePrice: fields.number('averagePrice'),
		currency: fields.text('currency').toUpperCase() || undefined,
		taxPercent: fields.number('taxPercent'),
		fee: fields.number('fee'),
	};
	if (fields.value('compareMix') !== 'account') return settings;
	const desk = await fields.desk();
	const { timeZone } = await desk.billing();
	return {
		...settings,
		...{ cards: desk.cards, at: desk.now(), mix: await mixOf(desk) },
		timeZone: fields.text('options.timeZone') || timeZone,
	};
}

/** What the account really sent; an account that cannot be asked leaves the average as it is. */
async function mixOf(desk: CreditDesk): Promise<CreditSettings['mix']> {
	const spend = await desk.spendOfDays(DAYS_OF_THE_MIX).catch(() => undefined);
	const mix = (spend?.points ?? []).flatMap(({ country, category, volume }) =>
		category === undefined ? [] : [{ country, category, messages: volume }],
	);
	return mix.length > 0 ? mix : undefined;
}

function checkoutOf(
	fields: Fields,
	price: CreditPrice,
	{ creditPrice = 2 }: CreditSettings,
): { checkout?: Record<string, string> } {
	const successUrl = fields.text('options.successUrl');
	if (successUrl === '') return {};
	const { credits, currency, tax, fee } = price;
	return {
		checkout: checkoutForm({
			...{ credits, creditPrice, currency, successUrl },
			cancelUrl: fields.text('options.cancelUrl') || successUrl,
			productName: fields.text('options.productName') || undefined,
			...(tax > 0 ? { tax: { name: fields.text('options.taxName') || 'Tax', amount: tax } } : {}),
			...(fee > 0 ? { fee: { name: fields.text('options.feeName') || 'Fee', amount: fee } } : {}),
			reference: fields.text('options.reference') || undefined,
		}),
	};
}
