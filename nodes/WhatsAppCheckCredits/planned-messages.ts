import type { IExecuteFunctions, INodeParameterResourceLocator } from 'n8n-workflow';
import { accountKey } from '../../core/account/account';
import { estimateCost, type Estimate } from '../../core/credits';
import type { CreditDesk } from '../../core/credits/desk';
import { normaliseRecipient } from '../../core/messages/recipient';
import { templateSource } from '../../core/templates/read-templates';
import { parseTemplateKey } from '../../core/templates/template';
import { readAccount } from '../engine/account';
import { itemParameter } from '../engine/item-parameter';
import { nodeErrorSaying } from '../engine/node-error';
import { templateCache } from '../engine/templates';
import { n8nTransport } from '../engine/transport';
import type { Fields } from './read-fields';

const TIMEOUT_MS = 30_000;

/** The people of the items → what messages to them cost; `leftOut` are those whose number is none. */
export async function estimateOf(
	context: IExecuteFunctions,
	fields: Fields,
	desk: CreditDesk,
): Promise<Estimate & { leftOut: number }> {
	const messages: Array<{ country?: string; category: string }> = [];
	let leftOut = 0;
	const categoryAt = await categories(context, fields);
	const country = fields.text('options.defaultCountry');
	for (const [index] of context.getInputData().entries()) {
		const recipient = normaliseRecipient(itemParameter(context, 'to', index), country);
		if (recipient.ok) messages.push({ country: recipient.country, category: categoryAt(index) });
		else leftOut++;
	}
	const { currency: billed, timeZone } = await desk.billing();
	const currency = (fields.text('options.currency') || billed || 'USD').toUpperCase();
	const creditPrice = fields.number('options.creditPrice');
	const estimate = estimateCost(messages, {
		...{ cards: desk.cards, currency, at: desk.now() },
		timeZone: fields.text('options.timeZone') || timeZone,
		...(creditPrice ? { creditPrice: { amount: creditPrice, currency } } : {}),
	});
	return { ...estimate, leftOut };
}

/** The category of each item's message: one template for all, or what each item says. */
async function categories(
	context: IExecuteFunctions,
	fields: Fields,
): Promise<(index: number) => string> {
	if (fields.value('categoryFrom') === 'category') {
		return (index) => String(itemParameter(context, 'category', index, 'UTILITY')).toUpperCase();
	}
	const chosen = fields.value('template') as INodeParameterResourceLocator | string;
	const { name } = parseTemplateKey(
		String((typeof chosen === 'object' ? chosen?.value : chosen) ?? ''),
	);
	if (!name) {
		throw nodeErrorSaying(
			context,
			'No template is chosen',
			'Choose one, or set What Is Sent to “A Kind of Message”.',
		);
	}
	const account = await readAccount(context);
	const source = templateSource(account, n8nTransport(context, account.apiUrl), TIMEOUT_MS);
	const [template] = await templateCache.translations(accountKey(account), source, name);
	if (!template) {
		throw nodeErrorSaying(
			context,
			`There is no template “${name}” in this account`,
			'Choose a template from the list.',
		);
	}
	return () => template.category;
}
