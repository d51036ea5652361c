import { codeKindOf } from '../authentication-parts';
import { isObject, type JsonObject } from '../json';

/** What can be chosen of an authentication template; its texts are Meta's. */
export interface OneTimeCodeFacts {
	securityAdvice: boolean;
	/** Minutes. */
	expires: unknown;
	kind: string;
}

/**
 * The choices in the components of an authentication template. Meta keeps the button as a link to a
 * page of its own that names the kind: `https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&…`.
 */
export function oneTimeCodeFacts(components: readonly JsonObject[]): OneTimeCodeFacts {
	const part = (type: string) => components.find((component) => component.type === type) ?? {};
	const buttons = part('BUTTONS').buttons;
	const button = Array.isArray(buttons) && isObject(buttons[0]) ? buttons[0] : {};
	return {
		securityAdvice: part('BODY').add_security_recommendation === true,
		expires: part('FOOTER').code_expiration_minutes ?? null,
		kind: String(button.otp_type ?? codeKindOf(button) ?? 'COPY_CODE').toUpperCase(),
	};
}
