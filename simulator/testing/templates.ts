import type { Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, type JsonAnswer } from './caller.ts';

/** The shape of a management refusal that people are shown. */
export interface ShownRefusal {
	code: number;
	error_subcode?: number;
	is_transient?: boolean;
	error_user_title?: string;
	error_user_msg?: string;
}

/** A template that breaks no rule; parts of it can be replaced. */
export function aTemplate(change: JsonObject = {}): JsonObject {
	return {
		name: 'doors_open',
		language: 'en',
		category: 'UTILITY',
		parameter_format: 'NAMED',
		components: [aBody('Hi {{first_name}}, the doors of the venue open at nine.', ['first_name'])],
		...change,
	};
}

/** A body with samples for its named variables. */
export function aBody(text: string, variables: string[] = []): JsonObject {
	const samples = variables.map((param_name) => ({ param_name, example: 'Aiko' }));
	const example = { body_text_named_params: samples };
	return { type: 'BODY', text, ...(variables.length === 0 ? {} : { example }) };
}

export function createTemplate(simulator: Simulator, template: JsonObject): Promise<JsonAnswer> {
	const { businessAccountId } = simulator.credentials;
	return call(simulator, 'POST', `/v26.0/${businessAccountId}/message_templates`, template);
}

export function deleteTemplates(simulator: Simulator, query: string): Promise<JsonAnswer> {
	const { businessAccountId } = simulator.credentials;
	return call(simulator, 'DELETE', `/v26.0/${businessAccountId}/message_templates?${query}`);
}

export function act(
	simulator: Simulator,
	action: string,
	given: JsonObject = {},
	name = 'doors_open',
	language = 'en',
): Promise<JsonAnswer> {
	const path = `/sim/control/templates/${name}/${language}/${action}`;
	return call(simulator, 'POST', path, given);
}

/** The refusal in an answer; fails when it is none. */
export function shownRefusal(answer: JsonAnswer): ShownRefusal {
	if (answer.json['error'] === undefined) {
		throw new Error(`not refused: ${JSON.stringify(answer.json).slice(0, 200)}`);
	}
	return answer.json['error'] as ShownRefusal;
}
