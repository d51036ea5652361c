import type { TemplateParameter } from './parameters';

export interface ValueProblem {
	reason: 'variable_missing' | 'variable_invalid' | 'header_media_missing';
	parameter: string;
	message: string;
	whatToDo: string;
}

export function missing(parameter: TemplateParameter): ValueProblem {
	return {
		reason: 'variable_missing',
		parameter: parameter.id,
		message: `${parameter.label} is empty`,
		whatToDo: `Give a value for “${parameter.id}”${parameter.sample ? `, e.g. ${parameter.sample}` : ''}.`,
	};
}

export function invalid(parameter: TemplateParameter, why: string, whatToDo: string): ValueProblem {
	return {
		reason: 'variable_invalid',
		parameter: parameter.id,
		message: `${parameter.label} ${why}`,
		whatToDo,
	};
}

export function mediaMissing(parameter: TemplateParameter): ValueProblem {
	return {
		reason: 'header_media_missing',
		parameter: parameter.id,
		message: `${parameter.label} is missing`,
		whatToDo: 'Give a public https link, a media ID, or the name of the field that holds the file.',
	};
}
