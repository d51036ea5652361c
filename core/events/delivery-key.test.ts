import fc from 'fast-check';
import { deliveryKey } from './delivery-key';

const key = (event: string | undefined, entity: string | undefined) =>
	deliveryKey({ event, happening: 'registration_confirmed', entity, version: '1' });

describe('a delivery key', () => {
	it('names event, happening, entity and version', () => {
		expect(key('conf', 'o1')).toBe('conf:registration_confirmed:o1:1');
	});

	it('escapes what separates its parts', () => {
		expect(key('a:b', 'c%3Ad e')).toBe('a%3Ab:registration_confirmed:c%253Ad%20e:1');
	});

	it('is refused where a part is missing', () => {
		expect(key(undefined, 'o1')).toBeUndefined();
		expect(key('conf', ' ')).toBeUndefined();
	});

	it('is never the same for two different orders, nor longer than Meta carries', () => {
		const ids = fc.string({ minLength: 1 }).filter((id) => id.trim() === id);
		fc.assert(
			fc.property(ids, ids, ids, ids, (event, entity, otherEvent, otherEntity) => {
				fc.pre(event !== otherEvent || entity !== otherEntity);
				expect(key(event, entity)).not.toBe(key(otherEvent, otherEntity));
			}),
		);
		expect(key('x'.repeat(1000), 'y'.repeat(1000))!.length).toBeLessThan(256);
	});
});
