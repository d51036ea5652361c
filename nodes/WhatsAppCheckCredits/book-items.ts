import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { bookByHand, bookStripePayment, type Booking } from '../../core/credits/desk';
import { n8nClock } from '../engine/clock';
import { nodeErrorSaying } from '../engine/node-error';
import { readStripeSecrets } from '../engine/provider-access';

/** One item per payment: the row for the table of purchases, or why there is none. */
export async function bookItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const byStripe = context.getNodeParameter('paidBy', 0) === 'stripe';
	const secrets = byStripe ? await readStripeSecrets(context) : [];
	const bookings = await Promise.all(
		context.getInputData().map(async (_, index): Promise<INodeExecutionData> => {
			const booking = byStripe
				? await stripeBooking(context, index, secrets)
				: handBooking(context, index);
			return { json: booking as unknown as IDataObject, pairedItem: { item: index } };
		}),
	);
	return [bookings];
}

async function stripeBooking(
	context: IExecuteFunctions,
	index: number,
	secrets: string[],
): Promise<Booking> {
	const field = String(context.getNodeParameter('body', index, 'data'));
	const header = context.getNodeParameter('signature', index, '') as unknown;
	if (!context.getInputData()[index]?.binary?.[field]) {
		throw nodeErrorSaying(
			context,
			`The item has no raw body in the field “${field}”`,
			'Switch on the option Raw Body in the Webhook step before.',
		);
	}
	const rawBody = await context.helpers.getBinaryDataBuffer(index, field);
	const signature = header === '' || header === undefined ? undefined : String(header);
	return bookStripePayment({ rawBody, signature }, secrets, n8nClock.now());
}

function handBooking(context: IExecuteFunctions, index: number): Booking {
	const typed = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	return bookByHand(
		{
			paymentId: typed('paymentId'),
			credits: typed('creditsBought'),
			amount: typed('amountPaid'),
			currency: typed('currencyPaid'),
			paidAt: typed('paidAt'),
			by: 'hand',
			note: typed('note'),
		},
		n8nClock.now(),
	);
}
