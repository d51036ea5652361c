import { isObject, listAt, textAt, type JsonObject } from '../../webhooks/json';
import { localTexts } from './local-text';
import { phoneAnswer, type FormAnswer } from './phone-question';
import type { ReadingOptions } from './platform';

/**
 * The phone among a position's answers. They name their question by number; what it asks is in the
 * questions, in every language of the event. `TEL` is pretix' own kind of question for a phone.
 */
export function phoneOf(
	position: JsonObject,
	questions: readonly unknown[] = [],
	options: ReadingOptions = {},
): string | undefined {
	const known = new Map(
		questions.filter(isObject).map((question) => [textAt(question, 'id'), question]),
	);
	const answers = listAt(position, 'answers').filter(isObject);
	if (!options.phoneQuestion?.trim()) {
		const telephone = answers.find(
			(answer) => textAt(known.get(textAt(answer, 'question')) ?? {}, 'type') === 'TEL',
		);
		const given = textAt(telephone ?? {}, 'answer');
		if (given !== undefined) return given;
	}
	const worded = answers.flatMap((answer): FormAnswer[] => {
		const texts = localTexts(known.get(textAt(answer, 'question'))?.question);
		return [...texts, textAt(answer, 'question_identifier')].map((question) => ({
			question,
			answer: textAt(answer, 'answer'),
		}));
	});
	return phoneAnswer(worded, options);
}
