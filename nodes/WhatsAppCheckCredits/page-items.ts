import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { guardAnswer } from '../../core/credits/desk';
import { creditsPage } from '../../core/credits/page';
import { asItem, Fields } from './read-fields';

/** What is low on the page: a week, as the flow that alerts takes it. */
const LOW_DAYS = 7;

/** One item with the page as `html`. What could not be read is said on it. */
export async function pageItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const fields = new Fields(context);
	const desk = await fields.desk('balanceSource');
	const [spend, balance, health, guard] = await Promise.all([
		desk.spendOfDays(fields.number('daysBack') ?? 30).catch(() => undefined),
		desk.balance(),
		desk.health(),
		guardAnswer(desk, { days: LOW_DAYS, budget: fields.number('options.budget') }),
	]);
	const html = creditsPage({
		title: fields.text('title') || 'WhatsApp credits',
		language: fields.text('pageLanguage') || 'en',
		...{ spend, balance, health, guard, cards: desk.cards },
		purchases: desk.purchases,
		buyUrl: desk.buyUrl(fields.text('options.buyUrl') || undefined),
		creditPrice: {
			amount: fields.number('options.creditPrice') ?? 2,
			currency: balance.currency ?? 'USD',
		},
		asOf: new Date(desk.now()).toISOString(),
	});
	return [asItem({ html, balance, canSend: health.canSend })];
}
