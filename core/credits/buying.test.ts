import { balanceSources } from './balance';
import { buyingPlace, buyUrl } from './buying';

test('an account that Meta bills leads to Meta’s page, and says why', () => {
	const place = buyingPlace({
		source: 'meta',
		businessAccountId: '102290129340398',
		businessId: '42',
	});
	expect(place).toMatchObject({
		by: 'meta',
		url: 'https://business.facebook.com/billing_hub/accounts/details/?business_id=42&asset_id=102290129340398&account_type=whatsapp-business-account',
		confirmed: false,
	});
	expect(place.message).toMatch(/nobody but Meta can take that money/);
});

test('what is not known is left out of the address', () => {
	expect(buyingPlace({ source: 'meta', businessAccountId: '1/2' }).url).toBe(
		'https://business.facebook.com/billing_hub/accounts/details/?asset_id=1%2F2&account_type=whatsapp-business-account',
	);
	expect(buyingPlace({ source: 'meta' }).url).not.toMatch(/[{}]|=&|=$/);
});

test('the organiser’s own address counts', () => {
	const address = 'https://agency.example/topup?account={businessAccountId}';
	expect(buyingPlace({ source: 'meta', businessAccountId: '7', address })).toMatchObject({
		url: 'https://agency.example/topup?account=7',
		confirmed: true,
	});
	expect(buyingPlace({ source: 'twilio', address }).url).toBe('https://agency.example/topup');
});

test('a page leads to the form for own credits, and past it for whoever is billed', () => {
	const form = 'https://n8n.example/form/whatsapp-credits-buy';
	expect(buyUrl({ source: 'prepaid' }, form)).toBe(form);
	expect(buyUrl({ source: 'prepaid' })).toBeUndefined();
	expect(buyUrl({ source: 'meta', businessAccountId: '7' }, form)).toMatch(/facebook.*asset_id=7/);
	expect(buyUrl({ source: 'twilio' }, form)).toBe('https://console.twilio.com');
});

test('own credits are bought with Stripe', () => {
	expect(buyingPlace({ source: 'prepaid' })).toMatchObject({ by: 'stripe' });
});

test.each(balanceSources.map(({ id, name }) => [id, name] as const))(
	'%s: a place and a sentence',
	(source, name) => {
		const { by, url, message } = buyingPlace({ source, businessAccountId: '1' });
		expect(message.length).toBeGreaterThan(20);
		if (by !== 'stripe') expect(url).toMatch(/^https:\/\//);
		if (by === 'provider') expect(message).toContain(name);
	},
);
