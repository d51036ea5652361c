import type { IExecuteFunctions } from 'n8n-workflow';

/** An expression that only names a field of the item: `={{ $json.to }}`. */
const FIELD = /^=\{\{\s*\$json\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}$/;

/**
 * A parameter of one item, as `getNodeParameter` gives it. Fixed values and expressions that only
 * name a field are read directly: n8n's expression engine takes milliseconds of processor time for
 * each, which for ten thousand items is more than all the rest of sending them (bench/README.md).
 */
export function itemParameter(
	context: IExecuteFunctions,
	name: string,
	index: number,
	fallback: unknown = '',
): unknown {
	const raw: unknown = context.getNodeParameter(name, index, fallback as string, {
		rawExpressions: true,
	});
	const plain = plainValue(raw, context, index);
	return plain ? plain.value : context.getNodeParameter(name, index, fallback as string);
}

function plainValue(
	raw: unknown,
	context: IExecuteFunctions,
	index: number,
): { value: unknown } | undefined {
	if (raw === null || typeof raw === 'number' || typeof raw === 'boolean') return { value: raw };
	if (typeof raw === 'object') return plainFields(raw, context, index);
	if (typeof raw !== 'string') return undefined;
	if (!raw.startsWith('=')) return { value: raw };
	const field = FIELD.exec(raw)?.[1];
	if (field === undefined) return undefined;
	const json = context.getInputData()[index]?.json ?? {};
	return { value: Object.hasOwn(json, field) ? json[field] : undefined };
}

/** A resource locator or the fields of a template: plain where each of its values is. */
function plainFields(
	raw: object,
	context: IExecuteFunctions,
	index: number,
): { value: unknown } | undefined {
	if (Array.isArray(raw)) return undefined;
	const fields: Array<[string, unknown]> = [];
	for (const [name, value] of Object.entries(raw)) {
		const plain = plainValue(value, context, index);
		if (plain === undefined) return undefined;
		fields.push([name, plain.value]);
	}
	return { value: Object.fromEntries(fields) };
}
