import { isObject, type JsonObject } from './json';

/** The page behind the button of an authentication template, as Meta writes it. */
const CODE_PAGE = /^https:\/\/www\.whatsapp\.com\/otp\//;

/**
 * The components of an authentication template as one asks for them. Meta fills in the texts, and turns
 * the button for the code into a link that names its kind: `…/otp/code/?otp_type=COPY_CODE&…`. Source: Meta,
 * "Authentication templates", and templates as clients have read them back.
 */
export function withoutMetaTexts(components: readonly unknown[]): unknown[] {
	return components.map((component) => {
		if (!isObject(component)) return component;
		if (component.type === 'BODY' || component.type === 'FOOTER') {
			const { text: _text, example: _example, ...chosen } = component;
			return chosen;
		}
		if (component.type !== 'BUTTONS' || !Array.isArray(component.buttons)) return component;
		return { ...component, buttons: component.buttons.map(codeButton) };
	});
}

/** The kind of code button a link of Meta's stands for; undefined for every other button. */
export function codeKindOf(button: JsonObject): string | undefined {
	const url = typeof button.url === 'string' ? button.url : '';
	if (!CODE_PAGE.test(url)) return undefined;
	return (/[?&]otp_type=([A-Z_]+)/i.exec(url)?.[1] ?? 'COPY_CODE').toUpperCase();
}

function codeButton(button: unknown): unknown {
	const kind = isObject(button) ? codeKindOf(button) : undefined;
	if (!isObject(button) || !kind) return button;
	const { url: _url, example: _example, ...kept } = button;
	return { ...kept, type: 'OTP', otp_type: kind };
}
