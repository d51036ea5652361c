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
	if (typeof raw === 'number' || typeof raw === 'boolean') return { value: raw };
	if (isLocator(raw)) {
		const plain = plainValue(raw.value, context, index);
		return plain && { value: { ...raw, value: plain.value } };
	}
	if (typeof raw !== 'string') return undefined;
	if (!raw.startsWith('=')) return { value: raw };
	const field = FIELD.exec(raw)?.[1];
	if (field === undefined) return undefined;
	const json = context.getInputData()[index]?.json ?? {};
	return { value: Object.hasOwn(json, field) ? json[field] : undefined };
}

function isLocator(raw: unknown): raw is { __rl: true; value: unknown } {
	return typeof raw === 'object' && raw !== null && '__rl' in raw && 'value' in raw;
}
