/** How long Meta counts a text: an emoji is one character. */
export const lengthOf = (text: string): number => [...text].length;

/** Emojis as phones draw them; digits, # and © are none. */
const EMOJI = /\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/gu;

export const emojisIn = (text: string): number => text.match(EMOJI)?.length ?? 0;

const VARIABLE = /\{\{[^{}]*\}\}/g;

export const withoutVariables = (text: string): string => text.replace(VARIABLE, ' ');

/** What stands between double braces, as written. */
export const inBraces = (text: string): string[] =>
	(text.match(VARIABLE) ?? []).map((found) => found.slice(2, -2).trim());

export const hasLineBreak = (text: string): boolean => /[\r\n\u2028\u2029]/.test(text);

/** WhatsApp's *bold*, _italic_, ~struck~ and `code`; an asterisk alone is refused in headers, too. */
export const hasMarkup = (text: string): boolean =>
	/[*`]|(?<!\w)_[^_]+_(?!\w)|~[^~]+~/.test(withoutVariables(text));

/** Scripts without spaces between words: two characters count as a word. */
const WORD =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}]{1,2}|[\p{L}\p{N}'’]+/gu;

export const wordsIn = (text: string): number => withoutVariables(text).match(WORD)?.length ?? 0;

export const isBlank = (text: string | undefined): boolean =>
	text === undefined || text.trim() === '';

/** Web addresses in a text. */
export const linksIn = (text: string): string[] => text.match(/https?:\/\/[^\s{}]+/gi) ?? [];
