import fc from 'fast-check';
import { deliveryKey, keyOfNextTry, recipientHash } from './delivery-key';

const base = 'tito-42:attendee.registration_confirmed:T-7:1';
const to = '+819012345678';

describe('a delivery key', () => {
	it('is readable: what happened, then the recipient’s hash', () => {
		expect(deliveryKey(base, to, 'instance')).toBe(`${base}:${recipientHash(to, 'instance')}`);
	});

	it('is the same for the same recipient, and another for anybody else', () => {
		expect(deliveryKey(base, to, 'instance')).toBe(deliveryKey(base, to, 'instance'));
		expect(deliveryKey(base, to, 'instance')).not.toBe(
			deliveryKey(base, '+819012345679', 'instance'),
		);
		expect(deliveryKey(base, to, 'instance')).not.toBe(deliveryKey(`${base}2`, to, 'instance'));
	});

	it('cannot be compared between instances', () => {
		expect(recipientHash(to, 'one')).not.toBe(recipientHash(to, 'other'));
	});

	it('hides a base that is too long, not plain, or could come back changed', () => {
		for (const odd of ['x'.repeat(500), 'イベント:1', ' leading', 'a\nb', '', 'é']) {
			expect(deliveryKey(odd, to, 'k')).toMatch(/^[0-9a-f]{64}:[0-9a-f]{20}$/);
		}
	});

	it.each(['order:+819012345678', 'order:819012345678:1', '090-1234-5678'])(
		'hides a base in which somebody put the number: %s',
		(withNumber) => {
			expect(deliveryKey(withNumber, to, 'k').replace(/\D/g, '')).not.toContain('12345678');
			expect(deliveryKey(withNumber, to, 'k')).toMatch(/^[0-9a-f]{64}:/);
		},
	);

	it('fits into what a status brings back, and never holds the number', () => {
		const number = fc.stringMatching(/^\+[1-9]\d{9,14}$/);
		fc.assert(
			fc.property(
				fc.string({ unit: 'binary', maxLength: 700 }),
				number,
				fc.string(),
				(anyBase, e164, hashKey) => {
					const key = deliveryKey(anyBase, e164, hashKey);
					expect(key).toMatch(/^[\x20-\x7e]{22,512}$/);
					expect(key).not.toContain(e164.slice(1));
					expect(deliveryKey(anyBase, e164, hashKey)).toBe(key);
				},
			),
		);
	});

	it('tells bases apart that differ anywhere', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 600 }), fc.string({ maxLength: 600 }), (one, other) => {
				expect(deliveryKey(one, to, 'k') === deliveryKey(other, to, 'k')).toBe(one === other);
			}),
		);
	});
});

describe('the key of the next try', () => {
	it('is another one each time, of the same person', () => {
		const first = deliveryKey('e:a:1:1', to, 'k');
		const second = keyOfNextTry(first);
		expect(second).toBe(first.replace(':1:1:', ':1:1:try-2:'));
		expect(keyOfNextTry(String(second))).toBe(first.replace(':1:1:', ':1:1:try-3:'));
	});

	it('is made again from its base, whatever the base is', () => {
		// The digits of a try cannot make a number of a base: with one that nearly is, this holds for the first try only.
		const plain = fc.string({ maxLength: 520 }).filter((base) => !/\d/.test(base));
		fc.assert(
			fc.property(plain, fc.integer({ min: 1, max: 12 }), (base, tries) => {
				let key = deliveryKey(base, to, 'k');
				const seen = new Set([key]);
				for (let i = 0; i < tries; i++) {
					key = String(keyOfNextTry(key));
					expect(deliveryKey(key.replace(/:[^:]*$/, ''), to, 'k')).toBe(key);
					seen.add(key);
				}
				expect(seen.size).toBe(tries + 1);
			}),
		);
	});

	it.each(['', 'order-1', 'their own', `:${'a'.repeat(20)}`])('none of another’s: %p', (key) => {
		expect(keyOfNextTry(key)).toBeUndefined();
	});
});
