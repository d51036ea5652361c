import type { JsonObject } from '../json.ts';
import { GraphError } from './error.ts';

/**
 * Names in a `fields` parameter; nested ones are cut off at the name:
 * `id,health_status{entities},pricing_analytics.start(1).end(2)` → `['id', 'health_status', …]`.
 */
export function splitFields(fields: string): string[] {
	const names: string[] = [];
	let depth = 0;
	let name = '';
	for (const character of fields) {
		if (character === ',' && depth === 0) {
			names.push(name);
			name = '';
			continue;
		}
		if ('({['.includes(character)) depth += 1;
		if (')}]'.includes(character)) depth -= 1;
		name += character;
	}
	names.push(name);
	return names.map((one) => one.trim().replace(/[.({[].*$/s, '')).filter(Boolean);
}

/**
 * The asked fields of a node; its id always comes along. Source: Graph API, "Field expansion".
 *
 * @param known every field the node may have; one without a value is left out of the answer
 * @throws {GraphError} 100 for a field the node type does not have
 */
export function pickFields(
	node: JsonObject,
	asked: string | null,
	options: { defaults: readonly string[]; known: readonly string[]; nodeType: string },
): JsonObject {
	const names = asked === null || asked === '' ? options.defaults : splitFields(asked);
	const picked: JsonObject = {};
	for (const name of names) {
		if (!options.known.includes(name)) {
			throw new GraphError(100, {
				message: `(#100) Tried accessing nonexisting field (${name}) on node type (${options.nodeType})`,
			});
		}
		if (node[name] !== undefined) picked[name] = node[name];
	}
	picked['id'] = node['id'];
	return picked;
}
