import type { MessageTemplate } from '../templates/template';
import { prepareDelivery, type DeliveryRequest } from './prepare-delivery';

const template: MessageTemplate = {
	id: '1',
	name: 'attendee_registration_confirmation',
	language: 'en_US',
	status: 'APPROVED',
	category: 'UTILITY',
	parameterFormat: 'NAMED',
	components: [{ type: 'BODY', text: 'Hi {{first_name}}, see you at {{event_name}}.' }],
};
const values = { first_name: 'Aiko', event_name: 'DevConf' };

const prepare = (request: Partial<DeliveryRequest> = {}) =>
	prepareDelivery(
		{ to: '090-1234-5678', template, values, keyBase: 'e:a:1:1', ...request },
		{ defaultCountry: 'JP', hashKey: 'instance' },
	);

describe('a delivery', () => {
	it('is ready with the body Meta wants, and its key in it', () => {
		const prepared = prepare();
		expect(prepared).toMatchObject({
			ready: {
				to: '+819012345678',
				deliveryKey: expect.stringMatching(/^e:a:1:1:[0-9a-f]{20}$/),
				body: {
					messaging_product: 'whatsapp',
					recipient_type: 'individual',
					to: '+819012345678',
					type: 'template',
					template: {
						name: 'attendee_registration_confirmation',
						language: { code: 'en_US' },
						components: [
							{
								type: 'body',
								parameters: [
									{ type: 'text', parameter_name: 'first_name', text: 'Aiko' },
									{ type: 'text', parameter_name: 'event_name', text: 'DevConf' },
								],
							},
						],
					},
				},
			},
		});
		const ready = 'ready' in prepared ? prepared.ready : undefined;
		expect(ready?.body.biz_opaque_callback_data).toBe(ready?.deliveryKey);
	});

	it('has no components where the template asks for nothing', () => {
		const plain = { ...template, components: [{ type: 'BODY', text: 'Doors are open.' }] };
		const prepared = prepare({ template: plain });
		expect(prepared).toMatchObject({ ready: { body: { template: { name: template.name } } } });
		expect(JSON.stringify(prepared)).not.toContain('"parameters"');
	});

	it('has one key however the number is written', () => {
		const keys = ['090-1234-5678', '+81 90 1234 5678', '０９０１２３４５６７８'].map((to) => {
			const prepared = prepare({ to });
			return 'ready' in prepared && prepared.ready.deliveryKey;
		});
		expect(new Set(keys).size).toBe(1);
	});
});

describe('a delivery that cannot leave', () => {
	it('is skipped for its number, of which four digits show', () => {
		expect(prepare({ to: '+81 90 1234 56789' })).toMatchObject({
			refused: {
				outcome: 'skipped',
				reason: 'phone_invalid',
				recipient: '…6789',
				template: template.name,
				language: 'en_US',
				whatToDo: expect.any(String),
			},
		});
	});

	it('is skipped with everything that is missing', () => {
		expect(prepare({ values: {} })).toMatchObject({
			refused: {
				outcome: 'skipped',
				reason: 'variable_missing',
				message: 'First Name is empty; Event Name is empty',
				recipient: '…5678',
				deliveryKey: expect.stringMatching(/^e:a:1:1:/),
			},
		});
	});

	it.each([[null], [{}], [Object.create(null)], [Symbol('x')]])(
		'never throws for the number %p',
		(to) => {
			expect(prepare({ to })).toMatchObject({
				refused: { reason: 'phone_missing', recipient: '…' },
			});
		},
	);
});

describe('the Marketing Messages API', () => {
	const to = { to: '+819012345678', values, keyBase: 'e:a:1:1' };
	const through = (category: string, marketingMessages?: 'off' | 'fallback' | 'strict') => {
		const prepared = prepareDelivery(
			{ ...to, template: { ...template, category } },
			{ hashKey: 'instance', ...(marketingMessages ? { marketingMessages } : {}) },
		);
		if (!('ready' in prepared)) throw new Error('refused');
		return [prepared.ready.edge, prepared.ready.body.product_policy];
	};

	it('takes marketing templates, with Meta’s word for what else may happen', () => {
		expect(through('MARKETING', 'fallback')).toEqual(['marketing_messages', 'CLOUD_API_FALLBACK']);
		expect(through('MARKETING', 'strict')).toEqual(['marketing_messages', 'STRICT']);
	});

	it('takes nothing else, and nothing at all where it is off', () => {
		for (const category of ['UTILITY', 'AUTHENTICATION', '']) {
			expect(through(category, 'strict')).toEqual([undefined, undefined]);
		}
		expect(through('MARKETING', 'off')).toEqual([undefined, undefined]);
		expect(through('MARKETING')).toEqual([undefined, undefined]);
	});
});

describe('a delivery with a time', () => {
	const offer: MessageTemplate = {
		...template,
		components: [
			{ type: 'BODY', text: 'Soon over.' },
			{ type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'x', has_expiration: true } },
		],
	};
	const until = (offer_expires: string, timeZone: string) =>
		prepareDelivery(
			{ to: '+819012345678', template: offer, values: { offer_expires }, keyBase: 'e' },
			{ hashKey: 'i', moment: { now: Date.UTC(2026, 11, 24, 12), timeZone } },
		);

	it('is refused where that is over on the clocks of its zone', () => {
		expect(until('2026-12-24T13:30', 'Europe/London')).toHaveProperty('ready');
		expect(until('2026-12-24T13:30', 'Asia/Tokyo')).toMatchObject({
			refused: { outcome: 'skipped', reason: 'variable_invalid' },
		});
	});
});
