import { GraphError, missingParameter } from '../graph/error.ts';
import { listOf, type FieldCall } from '../graph/fieldCalls.ts';
import type { JsonObject } from '../json.ts';
import type { World } from '../world.ts';
import { bucketOf, type Granularity } from './buckets.ts';
import { countryOfNumber } from './countryOfNumber.ts';
import { periodOf } from './pricingAnalytics.ts';

const GRANULARITIES: Readonly<Record<string, Granularity>> = {
	HALF_HOUR: 'HALF_HOUR',
	DAY: 'DAILY',
	MONTH: 'MONTHLY',
};

/**
 * `analytics` of the account: messages sent and delivered. Source: Meta, "Messaging analytics",
 * reference §6.
 *
 * @throws {GraphError} 100 a parameter is missing or unknown
 */
export function messageAnalytics(world: World, call: FieldCall): JsonObject {
	const { from, until } = periodOf(world, call);
	const asked = call.get('granularity');
	if (asked === undefined) throw missingParameter('granularity');
	const granularity = GRANULARITIES[asked];
	if (granularity === undefined) {
		const known = Object.keys(GRANULARITIES).join(', ');
		throw new GraphError(100, { message: `(#100) Param granularity must be one of {${known}}` });
	}
	const countries = listOf(call.get('country_codes'));
	const points = new Map<number, { start: number; end: number; sent: number; delivered: number }>();
	const count = (at: string | undefined, what: 'sent' | 'delivered') => {
		const time = Date.parse(at ?? '');
		if (!(time >= from && time < until)) return;
		const { start, end } = bucketOf(time, granularity, world.money.state.timeZone);
		const point = points.get(start) ?? {
			start: start / 1000,
			end: end / 1000,
			sent: 0,
			delivered: 0,
		};
		point[what] += 1;
		points.set(start, point);
	};
	for (const { waId, message } of world.messages.fromBusiness()) {
		if (countries.length > 0 && !countries.includes(countryOfNumber(waId))) continue;
		count(message.statusAt?.sent, 'sent');
		count(message.statusAt?.delivered ?? message.statusAt?.read, 'delivered');
	}
	return {
		phone_numbers: [...world.numbers.values()].map((number) =>
			number.displayPhoneNumber.replace(/\D/g, ''),
		),
		granularity: asked,
		data_points: [...points.values()].sort((one, other) => one.start - other.start),
	};
}
