/**
 * Besides what HTML asks for, `{` and `}` (n8n and Node-RED's template node read double braces), `$`
 * (n8n's HTML node puts values in with String.replace) and the backquote.
 */
const ENTITIES = /[&<>"'`${}]/g;

/** Text → what may stand in an element, or between the quotes of an attribute. */
export const escapeHtml = (text: string): string =>
	text.replace(CONTROLS, '\ufffd').replace(ENTITIES, (sign) => `&#${sign.charCodeAt(0)};`);

/** Characters no HTML may have, and lone halves of a character, which no file can keep. */
const CONTROLS =
	// eslint-disable-next-line no-control-regex -- they are what is looked for
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
