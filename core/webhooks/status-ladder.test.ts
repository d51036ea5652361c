import fc from 'fast-check';
import { laterStatus } from './status-ladder';

const after = (...statuses: string[]) =>
	statuses.reduce<string | undefined>((current, next) => laterStatus(current, next), undefined);

describe('the status ladder', () => {
	it.each([
		[['sent', 'delivered', 'read'], 'read'],
		[['read', 'sent', 'delivered'], 'read'],
		[['delivered', 'delivered'], 'delivered'],
		[['read', 'played'], 'played'],
		[['sent', 'failed'], 'failed'],
		[['failed', 'sent'], 'failed'],
		[['failed', 'delivered'], 'delivered'],
		[['delivered', 'failed'], 'delivered'],
		[['failed', 'read', 'failed'], 'read'],
		[['sent', 'pinned'], 'sent'],
		[['pinned', 'sent'], 'sent'],
		[['sent', 'toString'], 'sent'],
	])('reads %j as %s', (statuses, expected) => {
		expect(after(...statuses)).toBe(expected);
	});

	it('ends the same in whatever order the webhooks come', () => {
		const statuses = fc.array(fc.constantFrom('sent', 'delivered', 'read', 'played', 'failed'), {
			minLength: 1,
		});
		fc.assert(
			fc.property(statuses, (given) => {
				expect(after(...given)).toBe(after(...[...given].reverse()));
			}),
		);
	});
});
