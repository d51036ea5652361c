import { factsOfCode } from '../graph/error-codes';
import { compact, isObject, listAt, numberAt, objectAt, textAt, type JsonObject } from './json';
import type { WebhookError } from './notification';

/** Meta's `errors` of a status, a message or a whole change. */
export function readErrors(source: JsonObject): WebhookError[] {
	return listAt(source, 'errors')
		.filter(isObject)
		.map((error) => {
			const code = numberAt(error, 'code');
			const facts = factsOfCode(code);
			return compact({
				code: code ?? null,
				title: textAt(error, 'title'),
				message: textAt(error, 'message'),
				details: textAt(objectAt(error, 'error_data'), 'details'),
				href: textAt(error, 'href'),
				class: facts.class,
				whatToDo: facts.whatToDo,
			});
		});
}
