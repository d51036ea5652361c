import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exampleBody, receivedAt } from '../../../examples/read-example';
import { isReportType } from '../notice';
import { planMessages } from '../plan-messages';
import { platforms } from './index';

const now = Date.parse(receivedAt);
const options = { now, defaultCountry: 'JP' };
const examples = join(__dirname, '..', '..', '..', 'examples');

/** Every example: the webhooks, and what APIs answer about them. */
const bodies = readdirSync(examples, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.json'))
	.map((file) => exampleBody(file.replace(/\.json$/, '')));

/** Some example with any of its values replaced by anything: closer to a real surprise than noise. */
const disturbed = fc
	.tuple(
		fc.constantFrom(...bodies),
		fc.array(fc.jsonValue(), { minLength: 3, maxLength: 6 }),
		fc.nat(),
	)
	.map(([body, values, seed]) => {
		// One number throws all the dice: drawing each by itself takes a second for a large body.
		let state = seed;
		const roll = (sides: number) => {
			state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
			return (state >> 8) % sides;
		};
		const disturb = (value: unknown): unknown => {
			if (roll(7) === 0) return values[roll(values.length)];
			if (Array.isArray(value)) return value.map(disturb);
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, disturb(part)]));
		};
		return disturb(body);
	});

const headers = fc.record({
	'X-Webhook-Name': fc.oneof(
		fc.constantFrom('ticket.completed', 'registration.completed', 'ticket.reassigned'),
		fc.string(),
	),
});
const query = fc.record({
	action: fc.oneof(fc.constantFrom('order.cancel', 'reassign'), fc.jsonValue()),
});

describe.each(platforms.map((platform) => [platform.id, platform] as const))(
	'%s',
	(_id, platform) => {
		it('reads any JSON without throwing', () => {
			fc.assert(
				fc.property(fc.jsonValue(), headers, query, (body, givenHeaders, givenQuery) => {
					platform.read({ body, headers: givenHeaders, query: givenQuery, receivedAt });
				}),
				{ numRuns: 500 },
			);
		});

		it('reads disturbed bodies into notices that can be planned, whole or left out', () => {
			// A whole answer for every field costs time: one is enough where nothing is fetched.
			const answer = platform.api === undefined ? fc.constant(undefined) : disturbed;
			const fetched = answer.map((order) => order && { order, event: order, items: [order] });
			fc.assert(
				fc.property(
					disturbed,
					headers,
					query,
					fetched,
					(body, givenHeaders, givenQuery, answers) => {
						const reading = platform.read({
							body,
							headers: givenHeaders,
							query: givenQuery,
							receivedAt,
							fetched: answers,
						});
						for (const notice of reading.notices) expect(isReportType(notice.type)).toBe(true);
						for (const message of planMessages(reading.notices, options).messages) {
							expect(message.to).not.toBe('');
							expect(message.deliveryKey.split(':')).toHaveLength(4);
							expect(Object.values(message.variables)).not.toContain('');
						}
					},
				),
				{ numRuns: 1000 },
			);
		});

		it('never believes a call when no secret is set', () => {
			fc.assert(
				fc.property(
					fc.dictionary(fc.string(), fc.string()),
					fc.dictionary(fc.string(), fc.string()),
					(givenHeaders, givenQuery) => {
						const request = {
							rawBody: Buffer.from('{}'),
							headers: givenHeaders,
							query: givenQuery,
						};
						expect(platform.verify({ ...request, secret: '', now: 0 }).ok).toBe(false);
						expect(platform.verify({ ...request, secret: undefined, now: 0 }).ok).toBe(false);
					},
				),
			);
		});
	},
);
