import { GraphError } from '../graph/error.ts';
import { asArray, asText, type JsonObject } from '../json.ts';
import type { BubbleButton } from '../phones/message.ts';
import type { TemplateButton } from '../template.ts';
import { fillButton, kindOf, takesParameters, type ButtonContext } from './buttonKinds.ts';

/** Meta's list, as its refusal names it. Source: a refusal that a client has reported. */
const SUB_TYPES = [
	'BOOKING_CONFIRMATION',
	'CATALOG',
	'COPY_CODE',
	'FLOW',
	'MPM',
	'ORDER_DETAILS',
	'QUICK_REPLY',
	'REMINDER',
	'URL',
	'VOICE_CALL',
];

/**
 * Checks the button components of a message, or of a card, against the template's buttons.
 *
 * @throws {GraphError} 131008 a parameter is missing · 100 unknown index, wrong sub_type, or a
 * parameter that the button does not take · 131009 a value that is too long, a flow button that is
 * not named · 132068 a blocked flow
 */
export function fillButtons(
	buttons: TemplateButton[],
	sent: JsonObject[],
	context: ButtonContext,
): BubbleButton[] {
	const byIndex = new Map<number, JsonObject>();
	for (const component of sent) {
		const index = readIndex(buttons, component, context);
		if (byIndex.has(index)) refuse(context, `Button at index ${index} is given twice`);
		byIndex.set(index, component);
	}
	return buttons.map((button, index) => {
		const component = byIndex.get(index);
		if (component !== undefined) checkSubType(button, index, component, context);
		return { index, type: kindOf(button).type, ...fillButton(button, index, component, context) };
	});
}

/**
 * Graph itself takes no other `sub_type`, whatever the template's button is.
 *
 * @throws {GraphError} 100 names the component and the list
 */
export function checkSubTypes(components: JsonObject[]): void {
	components.forEach((component, position) => {
		const given = subTypeOf(component);
		if (given === undefined || SUB_TYPES.includes(given)) return;
		throw new GraphError(100, {
			message:
				`(#100) Param template['components'][${position}]['sub_type'] must be one of ` +
				`{${SUB_TYPES.join(', ')}} - got "${asText(component['sub_type'])}".`,
		});
	});
}

function readIndex(buttons: TemplateButton[], component: JsonObject, context: ButtonContext) {
	const given = asText(component['index']);
	if (given === undefined) {
		// Meta's own example of a call button has none.
		const call = buttons.findIndex(({ type }) => type.toUpperCase() === 'VOICE_CALL');
		if (subTypeOf(component) === 'VOICE_CALL' && call >= 0) return call;
		throw new GraphError(131008, { details: `${context.where}buttons: index is required` });
	}
	const index = Number(given);
	if (!Number.isInteger(index) || index < 0 || index >= buttons.length) {
		refuse(context, `Button at index ${given} does not exist in the template`);
	}
	return index;
}

function checkSubType(
	button: TemplateButton,
	index: number,
	component: JsonObject,
	context: ButtonContext,
): void {
	const kind = kindOf(button);
	const subType = subTypeOf(component);
	if (subType === undefined) {
		throw new GraphError(131008, {
			details: `${context.where}buttons: sub_type is required at index ${index}`,
		});
	}
	if (!takesParameters(button)) {
		refuse(
			context,
			`Button at index ${index} is of type ${kind.name} and does not support parameters`,
		);
	}
	if (subType !== kind.subType) {
		refuse(context, `Button at index ${index} is of type ${kind.name}, not ${subType}`);
	}
	if (asArray(component['parameters']).length > 1 && subType !== 'VOICE_CALL') {
		refuse(context, `Button at index ${index} takes one parameter`);
	}
}

function subTypeOf(component: JsonObject): string | undefined {
	return asText(component['sub_type'])?.toUpperCase();
}

function refuse(context: ButtonContext, details: string): never {
	throw new GraphError(100, { details: `${context.where}buttons: ${details}` });
}
