import * as source from './sources';

export interface Rule {
	/** An error is refused by Meta; a warning is often refused, moved to marketing, or bad for readers. */
	severity: 'error' | 'warning';
	title: string;
	/** The page that says so. */
	source: string;
}

const error = (title: string, page: string): Rule => ({ severity: 'error', title, source: page });
const warning = (title: string, page: string): Rule => ({
	severity: 'warning',
	title,
	source: page,
});

/** Every rule, in the order a template is read. The functions beside this file find what breaks them. */
export const RULES = {
	'definition-form': error('The file is a template definition', source.OURS),
	'field-unknown': warning('Every field has a meaning', source.OURS),

	'name-form': error('A name has small letters, digits and _ only', source.OVERVIEW),
	'name-length': error('A name has at most 512 characters', source.OVERVIEW),
	'language-known': error('WhatsApp has the language', source.LANGUAGES),
	'category-known': error('The category is one of three', source.CATEGORIES),
	'duplicate-name': error('Name and language are used once', source.CREATE),
	'duplicate-text': error('No other template has the same body and footer', source.REVIEW),
	'category-promotional': warning('A utility template promotes nothing', source.CATEGORIES),
	'category-unclear': warning('A utility template says what it is about', source.CATEGORIES),
	'sensitive-request': error('Nobody is asked for card, bank or identity numbers', source.REVIEW),
	'ttl-range': error('The time to live fits the category', source.TIME_TO_LIVE),

	'header-length': error('A header has at most 60 characters', source.COMPONENTS),
	'header-one-variable': error('A header has at most one variable', source.COMPONENTS),
	'header-plain-text': error('A header is one line of plain text', source.TWILIO),
	'header-sample': error('A header with a file has a sample', source.COMPONENTS),

	'body-missing': error('A template has a body', source.COMPONENTS),
	'body-length': error('A body has at most 1024 characters', source.CUSTOM),
	'body-lines': warning('At most two line breaks in a row', source.SPACING),
	'body-spaces': warning('No tabs, and at most four spaces in a row', source.SPACING),
	'body-emojis': warning('At most ten emojis', source.EMOJIS),

	'footer-length': error('A footer has at most 60 characters', source.COMPONENTS),
	'footer-variable': error('A footer has no variables', source.COMPONENTS),
	'footer-plain-text': warning('A footer is one line without emojis', source.TWILIO),

	'variable-first': error('The body does not start with a variable', source.ERRORS),
	'variable-last': error('The body does not end with a variable', source.ERRORS),
	'variable-hanging': warning('Words stand before and after the variables', source.HANGING),
	'variable-adjacent': error('Words stand between two variables', source.TWILIO),
	'variable-braces': error('Variables stand in two pairs of braces', source.REVIEW),
	'variable-characters': error('Variables have no #, $ or %', source.REVIEW),
	'variable-name': error('Names of variables are small letters and _', source.OVERVIEW),
	'variable-mixed': error('Variables are all named, or all numbered', source.OVERVIEW),
	'variable-sequence': error('Numbers of variables start at 1, without gaps', source.REVIEW),
	'variable-order': warning('Numbered variables stand in order', source.OVERVIEW),
	'variable-repeated': warning('A named variable stands once in a text', source.OVERVIEW),
	'variable-density': warning('There are enough words for the variables', source.DENSITY),

	'sample-missing': error('Every variable has a sample', source.OVERVIEW),
	'sample-unused': warning('Every sample has a variable', source.OURS),
	'sample-form': error('Samples are one line', source.SAMPLE_LINES),
	'sample-personal': warning('Samples are nobody’s real data', source.OURS),

	'button-count': error('At most ten buttons', source.COMPONENTS),
	'button-label-missing': error('Every button has a label', source.COMPONENTS),
	'button-label-length': error('A label has at most 25 characters', source.COMPONENTS),
	'button-label-plain-text': warning(
		'Labels are words: no variables, emojis, lines',
		source.CUSTOM,
	),
	'quick-replies-together': error('Quick replies stand together', source.COMPONENTS),
	'url-count': error('At most two link buttons', source.COMPONENTS),
	'phone-count': error('At most one phone button', source.COMPONENTS),
	'copy-code-count': error('At most one copy code button', source.COMPONENTS),
	'phone-length': error('A phone number has at most 20 characters', source.COMPONENTS),
	'phone-form': warning('A phone number has its country code', source.OURS),
	'copy-code-sample': error('A copy code button has a sample', source.COUPON),
	'copy-code-length': error('A code has at most 20 characters', source.COUPON),
	'buttons-desktop': warning('WhatsApp on a computer shows the template', source.COMPONENTS),
	'product-button-alone': error('A catalog or product button is the only one', source.BUTTON_LIST),

	'url-form': error('A link is a web address', source.COMPONENTS),
	'url-https': warning('A link starts with https', source.OURS),
	'url-length': error('A link has at most 2000 characters', source.COMPONENTS),
	'url-variable': error('A link has one variable at most, {{1}} at its end', source.COMPONENTS),
	'url-sample': error('A link with a variable has a sample', source.COMPONENTS),
	'link-whatsapp': warning('Links do not lead back to WhatsApp', source.LINKS),
	'link-shortened': warning('Links show where they lead', source.LINKS),

	'offer-category': error('A limited-time offer is marketing', source.OFFER),
	'offer-text': error('The offer has 1 to 16 characters', source.OFFER),
	'offer-header': error('The header of an offer is an image or a video', source.OFFER),
	'offer-body-length': error('The body of an offer has at most 600 characters', source.OFFER),
	'offer-footer': error('An offer has no footer', source.OFFER),
	'offer-code-first': error('The copy code button of an offer is the first', source.OFFER),
	'offer-code-length': error('The code of an offer has at most 15 characters', source.OFFER),

	'carousel-cards': error('A carousel has 2 to 10 cards', source.CAROUSEL),
	'carousel-same': error('All cards are built alike', source.CAROUSEL),
	'carousel-header': error('A card has an image, a video or a product', source.CAROUSEL),
	'carousel-body-length': error('The text of a card has at most 160 characters', source.CAROUSEL),
	'carousel-buttons': error('A card has one or two buttons', source.CAROUSEL),
	'product-body-length': error('With one product, at most 160 characters', source.SINGLE_PRODUCT),

	'authentication-content': error('A code message has no header, links, emojis', source.COPY_CODE),
	'authentication-button': error(
		'A code message has one button, for the code',
		source.AUTHENTICATION,
	),
	'authentication-expiry': error('A code is valid for 1 to 90 minutes', source.COPY_CODE),
	'authentication-app': error('One-tap and zero-tap name their Android apps', source.AUTOFILL),
	'authentication-terms': error('Zero-tap needs its terms accepted', source.ZERO_TAP),
	'code-elsewhere': error('Only authentication templates have code buttons', source.BUTTON_LIST),
} as const satisfies Record<string, Rule>;

export type RuleId = keyof typeof RULES;
