import { purchase, useCreditDesk } from './desk';

const desk = useCreditDesk();

test('what was spent, by country and by category', async () => {
	await desk.send(3, 'MARKETING');
	await desk.send(2, 'UTILITY');
	// 3 × 0.0842 + 2 × 0.0113
	expect(await desk.ask({ operation: 'spend', by: 'country' })).toMatchObject({
		currency: 'USD',
		messages: 5,
		total: 0.2752,
		rows: [{ key: 'JP', messages: 5, cost: 0.2752 }],
		timeZone: expect.any(String),
	});
	const { rows } = await desk.ask({ operation: 'spend', by: 'category' });
	expect(rows).toMatchObject([
		{ key: 'MARKETING', cost: 0.2526 },
		{ key: 'UTILITY', cost: 0.0226 },
	]);
	await expect(desk.ask({ operation: 'spend', from: 'yesterday' })).rejects.toMatchObject({
		message: '“yesterday” is no date',
	});
});

const people = [
	{ to: '+81 90-1234-5678' },
	{ to: '+49 1512 3456789' },
	{ to: '+49 1512 3456780' },
	{ to: '12' },
];

test('what messages to a list cost, by country, in money and in credits', async () => {
	const answer = await desk.ask({ operation: 'estimate', options: { creditPrice: 2 } }, people);
	expect(answer).toMatchObject({
		currency: 'USD',
		messages: 3,
		leftOut: 1,
		total: 0.3572,
		unknown: 0,
		countries: [
			{ country: 'DE', messages: 2, price: 0.1365, cost: 0.273 },
			{ country: 'JP', messages: 1, price: 0.0842 },
		],
	});
	expect(answer.credits).toBeCloseTo(0.1786);
});

test('a template says its category, and a rate card of Meta’s in another currency its prices', async () => {
	const template = { __rl: true, mode: 'list', value: 'utility' };
	const fields = { operation: 'estimate', categoryFrom: 'template', template };
	expect(await desk.ask(fields, people)).toMatchObject({ total: 0.1213 });
	const csv = [
		'"Cost per message in EUR",,,,,',
		'Market,Currency,Marketing,Utility,Authentication,"Authentication-\nInternational",Service',
		'Germany,EUR,0.1,0.05,0.05,n/a,0.05',
		'Rest of Asia Pacific,EUR,0.08,0.01,0.01,n/a,0.01',
		'Other,EUR,0.06,0.01,0.01,n/a,0.01',
	].join('\n');
	const rateCards = { card: [{ csv, validFrom: '2026-10-01' }] };
	expect(
		await desk.ask({ ...fields, options: { currency: 'EUR', rateCards } }, people),
	).toMatchObject({ currency: 'EUR', unknown: 0, total: 0.11 });
	const file = Buffer.from(csv).toString('base64');
	const binary = { data: { data: file, mimeType: 'text/csv', fileName: 'rates.csv' } };
	const fromFile = { card: [{ csv: 'data', validFrom: '2026-10-01' }] };
	expect(
		await desk.ask({ ...fields, options: { currency: 'EUR', rateCards: fromFile } }, [
			{ json: people[0] as never, binary },
		]),
	).toMatchObject({ total: 0.01 });
	const broken = { card: [{ csv: 'a;b', validFrom: '2026-10-01' }] };
	await expect(
		desk.ask({ ...fields, options: { rateCards: broken } }, people),
	).rejects.toMatchObject({ description: expect.any(String) });
});

const price = {
	...{ operation: 'price', creditPrice: 2, currency: 'USD', averagePrice: 0.008 },
	...{ compareMix: 'none', taxPercent: 0, fee: 0 },
};

test('40 credits are 10,000 messages', async () => {
	expect(await desk.ask({ ...price, calculate: 'credits', messages: 10_000 })).toMatchObject({
		credits: 40,
		total: 80,
		totalText: '$80.00',
	});
	expect(await desk.ask({ ...price, calculate: 'messages', credits: 40 })).toMatchObject({
		messages: 10_000,
	});
});

test('tax and fee are added, and the fields of a payment at Stripe come with them', async () => {
	const answer = await desk.ask({
		...{ ...price, calculate: 'messages', credits: 40, taxPercent: 10, fee: 5 },
		options: { successUrl: 'https://n8n.example/paid', cancelUrl: 'https://n8n.example/buy' },
	});
	expect(answer.total).toBe(93.5);
	expect(answer.checkout).toMatchObject({
		mode: 'payment',
		'line_items[0][price_data][unit_amount]': '200',
		'line_items[0][quantity]': '40',
		success_url: 'https://n8n.example/paid',
	});
	const { checkout } = answer as { checkout: Record<string, string> };
	expect(checkout['metadata[credit_total]']).toBe('9350');
});

test('where the countries cost more than the average, the price says so', async () => {
	await desk.send(5, 'MARKETING');
	const compared = { ...price, compareMix: 'account', calculate: 'messages', credits: 40 };
	expect(await desk.ask(compared)).toMatchObject({
		realAverage: 0.0842,
		differs: expect.stringMatching(/\d/),
	});
	await expect(desk.ask({ ...price, calculate: 'messages', credits: 0 })).rejects.toMatchObject({
		message: '“0” is no number of credits',
	});
});

test('account health says whether it can send', async () => {
	expect(await desk.ask({ operation: 'health' })).toMatchObject({
		canSend: 'yes',
		sentences: expect.arrayContaining([expect.any(String)]),
	});
	await desk.sim('POST', '/sim/account/ban', {});
	expect(await desk.ask({ operation: 'health' })).toMatchObject({ canSend: 'no' });
});

test('the page shows spend, balance and health, also where one of them cannot be read', async () => {
	await desk.send(2);
	const page = {
		...{ operation: 'page', title: 'Our credits', pageLanguage: 'ja', daysBack: 30 },
		...{ balanceSource: 'prepaid', purchases: JSON.stringify([purchase()]) },
	};
	const { html } = await desk.ask(page);
	expect(html).toMatch(/^<!doctype html>/i);
	expect(html).toContain('Our credits');
	expect(html).toContain('79.98');
	desk.engine.credentials.whatsAppBusinessApi = {
		...desk.simulator.credentials,
		accessToken: 'wrong',
	};
	expect((await desk.ask(page)).html).toContain('Our credits');
});

test('the page leads to the form for own credits, and to Meta’s page where Meta bills', async () => {
	const form = 'https://n8n.example/form/whatsapp-credits-buy';
	const page = { operation: 'page', purchases: '[]', options: { buyUrl: form } };
	const own = await desk.ask({ ...page, balanceSource: 'prepaid' });
	expect(own.html).toContain(`<a href="${form}">Buy credits</a>`);
	const billed = await desk.ask({ ...page, balanceSource: 'meta' });
	expect(billed.html).toMatch(/<a href="https:\/\/business\.facebook\.com[^"]*102290129340398/);
	expect(billed.html).not.toContain(form);
});
