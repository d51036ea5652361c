import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { BubbleButton } from '../phones/message.ts';
import type { Template, TemplateButton } from '../template.ts';

/** Longest one-time code. Source: Meta, "Authentication templates › Send". */
const LONGEST = 15;

/** The address in which Meta keeps what kind of one-time code button it is. */
const ADDRESS = /^https:\/\/www\.whatsapp\.com\/otp\/code\/?\?/i;

/** Whether a button hands over a one-time code: an OTP button is stored as one with this address. */
export function isCodeButton(button: TemplateButton): boolean {
	return button.type.toUpperCase() === 'OTP' || ADDRESS.test(button.url ?? '');
}

/** What the phone's button does with the code: copies it, or hands it to an app. */
export function oneTimeCode(
	button: TemplateButton,
	code: string,
): Pick<BubbleButton, 'code' | 'otpType'> & { text?: string } {
	const query = new URLSearchParams(button.url?.split('?')[1]);
	const otpType = query.get('otp_type') ?? asText(button['otp_type']) ?? 'COPY_CODE';
	const handsOver =
		otpType === 'COPY_CODE' ? undefined : (query.get('cta_display_name') ?? 'Autofill');
	return { code, otpType, ...(handsOver === undefined ? {} : { text: handsOver }) };
}

/**
 * The code stands twice, in the body and for the button, the same for all kinds of button.
 *
 * @throws {GraphError} 131009 the two differ, or the code is too long. Meta has not published which
 * code these get.
 */
export function checkCode(
	template: Template,
	body: JsonObject | undefined,
	buttons: BubbleButton[],
) {
	if (template.category !== 'AUTHENTICATION') return;
	const inBody = asText(asObject(asArray(body?.['parameters'])[0])?.['text']) ?? '';
	const onButton = buttons.find(({ type }) => type === 'OTP')?.code;
	if (inBody.length > LONGEST) {
		throw new GraphError(131009, {
			details: `The one-time code must be at most ${LONGEST} characters`,
		});
	}
	if (onButton !== undefined && onButton !== inBody) {
		throw new GraphError(131009, {
			details: 'The one-time code must be the same in body and button',
		});
	}
}
