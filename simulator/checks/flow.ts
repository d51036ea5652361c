import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { BubbleButton } from '../phones/message.ts';
import type { TemplateButton } from '../template.ts';

/** What Meta fills in for a token that is not given. Source: Meta, "Flows › Send in a template". */
const NO_TOKEN = 'unused';

/**
 * Reads the parameters of a flow button. They may be left out, the button itself may not: Meta
 * refuses a message that does not name it (131009, as clients report).
 *
 * @throws {GraphError} 131009 not named, or not in Meta's shape · 132068 the flow is blocked
 */
export function readFlow(
	button: TemplateButton,
	component: JsonObject | undefined,
	where: string,
	isBlocked: (flowId: string) => boolean,
): NonNullable<BubbleButton['flow']> {
	const invalid = (details: string) => new GraphError(131009, { details: `${where} ${details}` });
	if (component === undefined) throw invalid('must be named by a button component');
	const [parameter] = asArray(component['parameters']).map((one) => asObject(one) ?? {});
	if (parameter !== undefined && asText(parameter['type']) !== 'action') {
		throw invalid('takes a parameter of type action');
	}
	const action = asObject(parameter?.['action']);
	const data = action?.['flow_action_data'];
	if (data !== undefined && asObject(data) === undefined) {
		throw invalid('takes an object as flow_action_data');
	}
	const id = asText(button['flow_id']) ?? asText(button['flow_name']);
	if (id !== undefined && isBlocked(id)) {
		throw new GraphError(132068, { details: `${where} opens a flow that is blocked` });
	}
	const screen = asText(button['navigate_screen']);
	return {
		...(id === undefined ? {} : { id }),
		...(screen === undefined ? {} : { screen }),
		token: asText(action?.['flow_token']) ?? NO_TOKEN,
		...(data === undefined ? {} : { data: asObject(data) ?? {} }),
	};
}
