import { placeholdersOf } from './placeholders';
import { componentOf, type MessageTemplate, type TemplateButton } from './template';

/**
 * Authentication templates have Meta's own text with one code, whether it is copied (`COPY_CODE`),
 * filled in with a tap (`ONE_TAP`) or by itself (`ZERO_TAP`): Meta, "Authentication templates". Those
 * of before, with a text of one's own and several variables, are filled like any other.
 */
export function isAuthentication(template: MessageTemplate): boolean {
	if (template.category !== 'AUTHENTICATION') return false;
	const text = componentOf(template, 'BODY')?.text;
	return typeof text !== 'string' || placeholdersOf(text).join() === '1';
}

/** Position of the button the code goes to. Created as `OTP`, Meta's list returns it as `URL`. */
export function codeButtonOf(template: MessageTemplate): number | undefined {
	const buttons = componentOf(template, 'BUTTONS')?.buttons;
	if (!Array.isArray(buttons)) return undefined;
	const index = buttons.findIndex(takesTheCode);
	return index < 0 ? undefined : index;
}

const takesTheCode = (button: TemplateButton | null): boolean =>
	['OTP', 'URL'].includes(String(button?.type).toUpperCase());
