import { platformAddress, readAddress, templateAddress } from './address.ts';

describe('the address of the page', () => {
	it('names a phone, as before', () => {
		expect(readAddress('')).toEqual({ section: 'phones' });
		expect(readAddress('#819012345678')).toEqual({ section: 'phones', waId: '819012345678' });
		expect(readAddress('#+81 90-1234-5678')).toMatchObject({ waId: '819012345678' });
	});

	it('names the templates, the account, one template', () => {
		expect(readAddress('#templates')).toEqual({ section: 'templates', at: 'list' });
		expect(readAddress('#templates/account')).toEqual({ section: 'templates', at: 'account' });
		expect(readAddress('#templates/order_2/pt_BR')).toEqual({
			section: 'templates',
			at: 'template',
			name: 'order_2',
			language: 'pt_BR',
		});
	});

	it('names the ticketing platforms, one of them, and the event', () => {
		expect(readAddress('#ticketing')).toEqual({ section: 'ticketing', at: 'list' });
		expect(readAddress('#/ticketing/')).toEqual({ section: 'ticketing', at: 'list' });
		expect(readAddress('#ticketing/event')).toEqual({ section: 'ticketing', at: 'event' });
		expect(readAddress(platformAddress('hi-events'))).toEqual({
			section: 'ticketing',
			at: 'platform',
			platform: 'hi-events',
		});
	});

	it('names the account and its places', () => {
		expect(readAddress('#/account')).toEqual({ section: 'account', at: 'list' });
		expect(readAddress('#account/stripe')).toEqual({ section: 'account', at: 'stripe' });
		expect(readAddress('#account/nothing')).toEqual({ section: 'account', at: 'list' });
	});

	it('leads back to the same template', () => {
		const template = { name: 'a/b%c #', language: 'en_US' };
		expect(readAddress(templateAddress(template))).toMatchObject(template);
		expect(readAddress('#templates/%E0%A4/en')).toMatchObject({ name: '%E0%A4' });
	});
});
