import { GraphError, missingParameter } from '../graph/error.ts';
import { listOf, type FieldCall } from '../graph/fieldCalls.ts';
import type { JsonObject } from '../json.ts';
import type { Charge } from '../storage/chargeStore.ts';
import type { World } from '../world.ts';
import { bucketOf, type Granularity } from './buckets.ts';
import { toAmount } from './millionths.ts';
import { tierOf } from './volumeTier.ts';

/** How far back analytics go. Source: Meta, "Analytics": one year since December 2025. */
const LOOKBACK_MS = 365 * 24 * 3_600_000;

const GRANULARITIES = ['HALF_HOUR', 'DAILY', 'MONTHLY'];
const DIMENSIONS = ['COUNTRY', 'PHONE', 'PRICING_CATEGORY', 'PRICING_TYPE', 'TIER'];
const METRICS = ['COST', 'VOLUME'];

/** From when until when an analytics field asks, in milliseconds. @throws {GraphError} 100 */
export function periodOf(world: World, call: FieldCall): { from: number; until: number } {
	const [from, until] = ['start', 'end'].map((name) => {
		const text = call.get(name);
		if (text === undefined) throw missingParameter(name);
		if (!/^\d+$/.test(text)) {
			throw new GraphError(100, { message: `(#100) Param ${name} must be a UNIX timestamp` });
		}
		return Number(text) * 1000;
	}) as [number, number];
	if (until <= from) {
		throw new GraphError(100, { message: '(#100) Param end must be after start' });
	}
	return { from: Math.max(from, world.clock.now() - LOOKBACK_MS), until };
}

/**
 * `pricing_analytics` of the account, from what was really delivered. Source: Meta, "Pricing
 * analytics", reference §6.
 *
 * @throws {GraphError} 100 a parameter is missing or unknown · 100 only COST is asked, of a partner's
 * credit line (its code is not published)
 */
export function pricingAnalytics(world: World, call: FieldCall): JsonObject {
	const { from, until } = periodOf(world, call);
	const granularity = one(call, 'granularity', GRANULARITIES) as Granularity;
	const dimensions = some(call, 'dimensions', DIMENSIONS);
	const metrics = some(call, 'metric_types', METRICS);
	const { funding, creditLine, timeZone } = world.money.state;
	const hidden = funding === 'creditLine' && creditLine.partner;
	if (hidden && metrics.length === 1 && metrics[0] === 'COST') throw costUnavailable();
	const wants = (metric: string) => metrics.length === 0 || metrics.includes(metric);
	const points = new Map<string, { point: JsonObject; volume: number; cost: number }>();
	for (const charge of world.money.charges.delivered(from, until)) {
		if (!fits(world, charge, call)) continue;
		const { start, end } = bucketOf(charge.at, granularity, timeZone);
		const point = {
			start: start / 1000,
			end: end / 1000,
			...cut(world, charge, dimensions),
		};
		const key = JSON.stringify(point);
		const sum = points.get(key) ?? { point, volume: 0, cost: 0 };
		sum.volume += 1;
		sum.cost += charge.price ?? 0;
		points.set(key, sum);
	}
	const data_points = [...points.values()].map(({ point, volume, cost }) => ({
		...point,
		...(wants('VOLUME') ? { volume } : {}),
		...(wants('COST') && !hidden ? { cost: toAmount(cost) } : {}),
	}));
	return { data: [{ data_points }] };
}

function fits(world: World, charge: Charge, call: FieldCall): boolean {
	const among = (name: string, value: string) => {
		const wanted = listOf(call.get(name));
		return wanted.length === 0 || wanted.includes(value);
	};
	return (
		among('country_codes', charge.country) &&
		among('pricing_categories', charge.category) &&
		among('pricing_types', charge.type) &&
		among('phone_numbers', digitsOf(world, charge.phoneNumberId))
	);
}

function cut(world: World, charge: Charge, dimensions: readonly string[]): JsonObject {
	const by = (dimension: string) => dimensions.includes(dimension);
	return {
		...(by('PHONE') ? { phone_number: digitsOf(world, charge.phoneNumberId) } : {}),
		...(by('COUNTRY') ? { country: charge.country } : {}),
		// Free messages count towards no tier, and have none.
		...(by('TIER') && charge.type === 'REGULAR'
			? { tier: tierOf(charge.market, charge.category) }
			: {}),
		...(by('PRICING_TYPE') ? { pricing_type: charge.type } : {}),
		...(by('PRICING_CATEGORY') ? { pricing_category: charge.category } : {}),
	};
}

function digitsOf(world: World, phoneNumberId: string): string {
	return world.numbers.get(phoneNumberId)?.displayPhoneNumber.replace(/\D/g, '') ?? '';
}

function one(call: FieldCall, name: string, known: readonly string[]): string {
	const [value] = listOf(call.get(name));
	if (value === undefined) throw missingParameter(name);
	if (!known.includes(value)) throw unknown(name, known);
	return value;
}

function some(call: FieldCall, name: string, known: readonly string[]): string[] {
	const values = listOf(call.get(name));
	if (values.some((value) => !known.includes(value))) throw unknown(name, known);
	return values;
}

function unknown(name: string, known: readonly string[]): GraphError {
	return new GraphError(100, {
		message: `(#100) Param ${name} must be one of {${known.join(', ')}}`,
	});
}

function costUnavailable(): GraphError {
	return new GraphError(100, {
		userTitle: 'Cost not available',
		userMessage:
			'Cost is no longer shown for businesses that are charged through a partner (i.e., BSP). ' +
			'To understand your charges, contact your partner.',
	});
}
