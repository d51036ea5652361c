import type { SpendPoint } from './spend';

/**
 * Meta's answer → its points: `{pricing_analytics: {data: [{data_points: [{start, end, country, tier, pricing_type,
 * pricing_category, phone_number, volume, cost}]}]}, id}`, times in seconds.
 *
 * @throws {Error} with the place that is not as Meta writes it
 */
export function readPoints(answer: Record<string, unknown>): SpendPoint[] {
	const analytics = objectOf(answer.pricing_analytics);
	if (!analytics)
		throw malformed('it has no pricing_analytics. Give the token whatsapp_business_management');
	const groups = analytics.data;
	if (!Array.isArray(groups)) throw malformed('pricing_analytics has no list of data');
	return groups.flatMap((group: unknown, g) => {
		const points = objectOf(group)?.data_points;
		if (!Array.isArray(points)) throw malformed(`part ${g + 1} of it has no data_points`);
		return points.map((point: unknown, p) => readPoint(point, p + 1));
	});
}

function readPoint(value: unknown, place: number): SpendPoint {
	const point = objectOf(value);
	if (!point) throw malformed(`point ${place} is none`);
	const [start, end] = [numberAt(point, 'start', place), numberAt(point, 'end', place)];
	const [volume, cost] = [numberAt(point, 'volume', place), numberAt(point, 'cost', place)];
	if (start === undefined || end === undefined) throw malformed(`point ${place} has no time`);
	if (volume === undefined) throw malformed(`point ${place} has no volume`);
	const text = (key: string) => {
		const found = point[key];
		return typeof found === 'string' && found !== '' ? found : undefined;
	};
	const country = text('country')?.toUpperCase();
	const category = text('pricing_category')?.toUpperCase();
	const pricingType = text('pricing_type')?.toUpperCase();
	const phone = text('phone_number');
	const tier = text('tier');
	return {
		from: start * 1000,
		until: end * 1000,
		...(country === undefined ? {} : { country }),
		...(category === undefined ? {} : { category }),
		...(pricingType === undefined ? {} : { pricingType }),
		...(phone === undefined ? {} : { phone }),
		...(tier === undefined ? {} : { tier }),
		volume,
		...(cost === undefined ? {} : { cost }),
	};
}

/** Graph writes some numbers as text. What is there and no number is not left out quietly. */
function numberAt(point: Record<string, unknown>, key: string, place: number): number | undefined {
	const value = point[key];
	if (value == null) return undefined;
	const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof read === 'number' && Number.isFinite(read) && read >= 0) return read;
	throw malformed(`the ${key} of point ${place} is no number`);
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: undefined;
}

const malformed = (what: string): Error =>
	new Error(
		`Reading the spend: WhatsApp's answer cannot be read, since ${what}. Nothing is known of what was spent.`,
	);
