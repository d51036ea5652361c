import { variablesOf, type TemplateComponent } from '../template.ts';
import { plainRefusal, refusal } from './refusal.ts';
import { checkVariables } from './variables.ts';

/**
 * Checks the body of a new template.
 *
 * @param longest 1024, less beside a limited-time offer or on a card
 * @throws {GraphError} for its length, its format, its variables
 */
export function checkBody(
	body: TemplateComponent,
	context: { category: string; format: string },
	longest = 1024,
): void {
	if (context.category === 'AUTHENTICATION') {
		if (body.text === undefined) return;
		throw plainRefusal('The body of an authentication template is fixed and takes no text.');
	}
	const text = typeof body.text === 'string' ? body.text : '';
	if (text.trim() === '') {
		throw refusal('missing', 'component of type BODY is missing expected field(s) (text)');
	}
	if ([...text].length > longest) {
		throw refusal('length', `The message body can't be longer than ${longest} characters.`);
	}
	if (/\n\s*\n\s*\n|\t| {5,}/.test(text)) {
		throw refusal(
			'body',
			"The message body can't have more than two consecutive newline characters, tabs or more than " +
				'four consecutive spaces.',
		);
	}
	checkVariables(text, body, { type: 'BODY', reason: 'body', format: context.format });
}

/**
 * Checks the footer of a new template.
 *
 * @throws {GraphError} for its length, a variable, a line break
 */
export function checkFooter(footer: TemplateComponent, category: string): void {
	if (category === 'AUTHENTICATION') {
		const minutes = Number(
			(footer as { code_expiration_minutes?: unknown }).code_expiration_minutes,
		);
		if (Number.isInteger(minutes) && minutes >= 1 && minutes <= 90) return;
		throw plainRefusal('code_expiration_minutes must be between 1 and 90.');
	}
	const text = typeof footer.text === 'string' ? footer.text : '';
	if (text.trim() === '') {
		throw refusal('missing', 'component of type FOOTER is missing expected field(s) (text)');
	}
	if ([...text].length > 60) {
		throw refusal('length', "The message footer can't be longer than 60 characters.");
	}
	if (variablesOf(text).length > 0 || /[\n\r]|\{\{/.test(text)) {
		throw refusal('footer', "The message footer can't have variables or newlines.");
	}
}
