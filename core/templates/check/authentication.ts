import type { DefinitionButton, OtherButton, TemplateDefinition } from '../definition';
import { isObject, type JsonObject } from '../json';
import { upperCaseKinds } from '../upper-case-kinds';
import { when, type Check, type Found } from './finding';
import { keptComponents, listOf } from './other-components';
import { emojisIn, linksIn } from './text';

function codeButton(button: DefinitionButton | OtherButton): JsonObject | undefined {
	if (button.type !== 'other' || !isObject(button.meta)) return undefined;
	const meta = upperCaseKinds(button.meta);
	return meta.type === 'OTP' ? meta : undefined;
}

/** What the button becomes once Meta has made the template: a link to its own page. */
const isMadeByMeta = (button: DefinitionButton | OtherButton) =>
	button.type === 'url' && button.url.startsWith('https://www.whatsapp.com/otp/');

/** One-time codes. Source: Meta, "Authentication templates". */
export const checkAuthentication: Check = (definition) => {
	const { category, buttons = [] } = definition;
	const at = buttons.findIndex((button) => codeButton(button) !== undefined);
	if (category !== 'AUTHENTICATION') {
		return when(
			at >= 0,
			'code-elsewhere',
			`buttons[${at}]`,
			'Only authentication templates have a button for a one-time code',
			'Choose AUTHENTICATION, or use a copy code button.',
		);
	}
	const only = buttons.length === 1 && (at === 0 || buttons.some(isMadeByMeta));
	const button = buttons[0] && codeButton(buttons[0]);
	return [
		...checkContent(definition),
		...when(
			!only,
			'authentication-button',
			'buttons',
			'An authentication template has one button, and it is for the code',
			'Keep one button of type OTP.',
		),
		...(only && button ? checkCodeButton(button) : []),
	];
};

function checkContent(definition: TemplateDefinition): Found[] {
	const { header, body = '', footer = '', other } = definition;
	const text = `${body}\n${footer}`;
	const footers = [...keptComponents(definition, 'FOOTER'), other?.parts?.footer ?? {}];
	const minutes = footers
		.map((one) => one.code_expiration_minutes)
		.find((one) => one !== undefined);
	return [
		...when(
			header !== undefined || linksIn(text).length > 0 || emojisIn(text) > 0,
			'authentication-content',
			header === undefined ? 'body' : 'header',
			'There is a header, a link or an emoji',
			'Leave them out: the text of authentication templates is Meta’s.',
		),
		...when(
			minutes !== undefined && !(Number(minutes) >= 1 && Number(minutes) <= 90),
			'authentication-expiry',
			'footer',
			'The time a code is valid is not between 1 and 90 minutes',
			'Set code_expiration_minutes to 1 to 90.',
		),
	];
}

function checkCodeButton(button: JsonObject): Found[] {
	const needsApp = button.otp_type === 'ONE_TAP' || button.otp_type === 'ZERO_TAP';
	const listed = listOf(button.supported_apps);
	// Before version 21 the app stood beside otp_type.
	const apps = listed.length > 0 ? listed : [button];
	const known = apps.every(
		({ package_name: name, signature_hash: hash }) =>
			/^[a-z]\w*(\.[a-z]\w*)+$/i.test(String(name)) && /^[\w+/=]{11}$/.test(String(hash)),
	);
	return [
		...when(
			needsApp && !known,
			'authentication-app',
			'buttons[0]',
			'The Android app is missing, or its package name or signature hash is wrong',
			'Give supported_apps: [{ package_name, signature_hash }], the hash with 11 characters.',
		),
		...when(
			button.otp_type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true,
			'authentication-terms',
			'buttons[0]',
			'The terms of zero-tap are not accepted',
			'Set zero_tap_terms_accepted to true once you have read them.',
		),
	];
}
