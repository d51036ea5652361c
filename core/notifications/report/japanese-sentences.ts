import { valueReasons } from './report';
import type { Words } from './words';

/** Core's sentences about one person of a list, in part or whole → Japanese. */
const SENTENCES: Array<[english: RegExp, japanese: string]> = [
	[/^(.+) is empty$/, '「$1」が空です'],
	[/^(.+) is missing$/, '「$1」がありません'],
	[/^(.+) is a list or an object, not a text$/, '「$1」がテキストではありません'],
	[/^(.+) is longer than (\d+) characters$/, '「$1」が$2文字を超えています'],
	[/^(.+) is not a place$/, '「$1」が場所ではありません'],
	[/^(.+) is not a date and time$/, '「$1」が日時ではありません'],
	[/^(.+) is over: (.+)$/, '「$1」が過ぎています($2)'],
	[/^(.+) is not an object$/, '「$1」がオブジェクトではありません'],
	[/^The text given is not a phone number$/, '入力された文字は電話番号ではありません'],
	[/^(…\d*) is not a phone number$/, '$1は電話番号ではありません'],
	[/^The phone number (…\d*) has no country code.*$/, '電話番号$1に国番号がありません'],
];

/** What the reader sees of a sentence of core's: as it is, or in Japanese where that is known. */
export function sentenceIn(
	words: Words,
	{ reason, code = '', message }: { reason: string; code?: string; message: string },
): string {
	if (!words.isJapanese || message === '') return message;
	const label = words.reasons[reason];
	// Meta's own text has no translation: it is what one looks up, or hands to Meta's support.
	if (code) return label === undefined ? message : `${label}(WhatsApp ${code}: ${message})`;
	const translated = message.split('; ').map(partInJapanese);
	if (translated.every((part) => part !== undefined)) return translated.join('、');
	if (label === undefined) return message;
	return valueReasons.includes(reason) ? `${label}(${message})` : label;
}

function partInJapanese(part: string): string | undefined {
	const [english, japanese] = SENTENCES.find(([pattern]) => pattern.test(part)) ?? [];
	return english && part.replace(english, japanese as string);
}

/** What to do, in the reader's words; by Meta's code where one person is refused. */
export const adviceIn = (
	words: Words,
	{ reason, code = '', whatToDo }: { reason: string; code?: string; whatToDo: string },
): string => words.adviceByCode[code] ?? words.advice[reason] ?? whatToDo;
