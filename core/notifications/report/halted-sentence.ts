import type { LeftOutWords } from '../check/left-out';
import { wordsFor } from './words';

/** Why a notification stands still and what to do, in the language of whoever reads, where it has words for it. */
export function haltedSentence(
	{ reason, message, whatToDo }: LeftOutWords,
	language: string,
): string {
	const { reasons, advice } = wordsFor(language);
	const [why, what] = [reasons[reason], advice[reason]];
	if (why !== undefined && what !== undefined) return `${why}。${what}`;
	return [message, whatToDo]
		.map((sentence) => sentence.trim().replace(/\.$/, ''))
		.filter(Boolean)
		.map((sentence) => `${sentence}.`)
		.join(' ');
}
