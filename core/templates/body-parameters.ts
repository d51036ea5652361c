import { codeButtonOf, isAuthentication } from './authentication';
import type { TemplateParameter } from './parameters';
import { inPosition, isNamed, labelOf, placeholdersOf } from './placeholders';
import { samplesOf } from './samples-of';
import { componentOf, type MessageTemplate } from './template';

export function bodyParameters(template: MessageTemplate): TemplateParameter[] {
	const body = componentOf(template, 'BODY');
	const names = inPosition(placeholdersOf(body?.text));
	const samples = samplesOf(body, 'body_text', names);
	if (isAuthentication(template)) return [codeParameter(template, samples.get('1'))];
	return names.map((name) => ({
		id: name,
		part: 'body',
		kind: 'text',
		label: labelOf(name),
		required: true,
		...(isNamed(name) ? { name } : {}),
		sample: samples.get(name),
	}));
}

/** One field, though Meta wants the code twice: in the text and in the button. */
function codeParameter(template: MessageTemplate, sample: string | undefined): TemplateParameter {
	const buttonIndex = codeButtonOf(template);
	return {
		id: 'code',
		part: 'body',
		kind: 'code',
		label: 'Code',
		required: true,
		...(buttonIndex === undefined ? {} : { buttonIndex }),
		sample,
	};
}
