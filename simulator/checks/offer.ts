import { GraphError } from '../graph/error.ts';
import { asArray, asObject, type JsonObject } from '../json.ts';
import type { BubbleOffer } from '../phones/message.ts';
import { componentOf, type Template } from '../template.ts';
import { countDetails } from './parameters.ts';

/**
 * Checks the end of a limited-time offer, which a template with `has_expiration` needs and no other
 * takes. Source: Meta, "Limited-time offer templates › Send". That a time in the past is refused is
 * not documented: Meta's own example has one in 1970.
 *
 * @throws {GraphError} 132000 count · 132012 wrong kind · 131008 no time · 131009 no time to come
 */
export function fillOffer(
	template: Template,
	sent: JsonObject | undefined,
	now: number,
): BubbleOffer | undefined {
	const label = 'limited_time_offer';
	const parameters = asArray(sent?.['parameters']);
	const offer = asObject(componentOf(template, 'LIMITED_TIME_OFFER')?.[label]);
	const expected = offer?.['has_expiration'] === true ? [label] : [];
	if (parameters.length !== expected.length) {
		throw new GraphError(132000, { details: countDetails(label, parameters, expected) });
	}
	if (offer === undefined) return undefined;
	const text = String(offer['text'] ?? '');
	if (expected.length === 0) return { text };
	return { text, expiresAt: new Date(readTime(asObject(parameters[0]), now)).toISOString() };
}

function readTime(parameter: JsonObject | undefined, now: number): number {
	const label = 'limited_time_offer';
	if (parameter?.['type'] !== label) {
		const received = String(parameter?.['type'] ?? 'unknown').toUpperCase();
		throw new GraphError(132012, {
			details: `${label}: Format mismatch, expected LIMITED_TIME_OFFER, received ${received}`,
		});
	}
	const given = asObject(parameter[label])?.['expiration_time_ms'];
	if (given === undefined || given === null || given === '') {
		throw new GraphError(131008, { details: `${label}: expiration_time_ms is required` });
	}
	const time = Number(given);
	// Above this no date exists.
	if (!Number.isInteger(time) || time > 8.64e15 || time <= now) {
		throw new GraphError(131009, {
			details: `${label}: expiration_time_ms must be a time to come, in milliseconds since 1970`,
		});
	}
	return time;
}
