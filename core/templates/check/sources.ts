/** Where the rules come from. Meta's pages first; a provider's page only for what Meta's no longer say. */
const META = 'https://developers.facebook.com/documentation/business-messaging/whatsapp';
const TEMPLATES = `${META}/templates`;

export const COMPONENTS = `${TEMPLATES}/components`;
export const OVERVIEW = `${TEMPLATES}/overview`;
export const REVIEW = `${TEMPLATES}/template-review`;
export const LANGUAGES = `${TEMPLATES}/supported-languages`;
export const CATEGORIES = `${TEMPLATES}/template-categorization`;
export const TIME_TO_LIVE = `${TEMPLATES}/time-to-live`;
export const CUSTOM = `${TEMPLATES}/marketing-templates/custom-marketing-templates`;
export const COUPON = `${TEMPLATES}/marketing-templates/coupon-templates`;
export const OFFER = `${TEMPLATES}/marketing-templates/limited-time-offer-templates`;
export const CAROUSEL = `${TEMPLATES}/marketing-templates/media-card-carousel-templates`;
export const SINGLE_PRODUCT = `${TEMPLATES}/marketing-templates/spm-templates`;
export const AUTHENTICATION = `${TEMPLATES}/authentication-templates/authentication-templates`;
export const COPY_CODE = `${TEMPLATES}/authentication-templates/copy-code-button-authentication-templates`;
export const AUTOFILL = `${TEMPLATES}/authentication-templates/autofill-button-authentication-templates`;
export const ZERO_TAP = `${TEMPLATES}/authentication-templates/zero-tap-authentication-templates`;
export const ERRORS = `${META}/support/error-codes`;

/** Twilio quotes Meta's guideline page of before 2025: headers, footers, adjacent variables. */
export const TWILIO = 'https://www.twilio.com/docs/api/errors/63040';
/** What Meta answers to a name and language that exist (100, subcode 2388024). */
export const CREATE = `${META}/reference/whatsapp-business-account/template-api`;
/** Quotes Meta's guideline on link shorteners and foreign domains. */
export const LINKS = 'https://help.quickreply.ai/portal/en/kb/articles/message-template-guidelines';
/** At most ten emojis; Meta says only that their number "may be limited". */
export const EMOJIS =
	'https://wazzup24.com/help/how-to-configurate/kategorii-shablonov-whatsapp-api/';
/** Measured: twice as many words as variables, and one; Meta names only the error, 2388293. */
export const DENSITY =
	'https://sdcsupport.syniverse.com/hc/en-us/articles/30569685832471-How-to-avoid-too-many-parameters-rejection-in-WhatsApp-Templates';
/** Punctuation does not count as text after a variable. */
export const HANGING = 'https://support.maqsam.com/creating-whatsapp-templates-with-variables';
/** Line breaks, tabs and spaces in a row; Meta names only the error, 2388072. */
export const SPACING = 'https://easysocial.io/docs/guidelines';
/** Which buttons stand alone. */
export const BUTTON_LIST = 'https://docs.gupshup.io/docs/template-button-list';
/** Samples with line breaks are refused. */
export const SAMPLE_LINES = 'https://github.com/shridarpatil/frappe_whatsapp/issues/81';
/** Good sense, not a rule of Meta. */
export const OURS = 'docs: our own advice';
