import { asArray, asObject, asText } from '../json.ts';
import { variablesOf, type TemplateButton } from '../template.ts';
import { plainRefusal, refusal } from './refusal.ts';

/** Most buttons, and most of a kind. Source: Meta, "Template components", reference §2. */
const MOST = 10;
const MOST_OF_KIND: Readonly<Record<string, number>> = {
	URL: 2,
	PHONE_NUMBER: 1,
	COPY_CODE: 1,
	OTP: 1,
	FLOW: 1,
	CATALOG: 1,
	MPM: 1,
	SPM: 1,
	VOICE_CALL: 1,
	ORDER_DETAILS: 1,
};

const LONGEST = { label: 25, url: 2000, phone: 20 } as const;

/**
 * Checks the buttons of a new template.
 *
 * @param most 10, or 2 on a card
 * @throws {GraphError} for their number, order, labels, addresses, samples
 */
export function checkButtons(given: unknown, category: string, most = MOST): void {
	const buttons = asArray(given).map((one) => (asObject(one) ?? {}) as unknown as TemplateButton);
	if (buttons.length === 0) {
		throw refusal('missing', 'component of type BUTTONS is missing expected field(s) (buttons)');
	}
	if (buttons.length > most) {
		throw plainRefusal(`A template can have ${most} buttons at most.`, 'Too many buttons');
	}
	const kinds = buttons.map((button) => String(button.type).toUpperCase());
	for (const [kind, limit] of Object.entries(MOST_OF_KIND)) {
		if (kinds.filter((one) => one === kind).length > limit) {
			throw plainRefusal(`A template can have ${limit} ${kind} button(s) at most.`);
		}
	}
	// Quick replies stand together: a change of group happens once at most.
	const groups = kinds.map((kind) => kind === 'QUICK_REPLY');
	if (groups.filter((group, index) => index > 0 && group !== groups[index - 1]).length > 1) {
		throw plainRefusal('Quick reply buttons must be grouped together.', 'Invalid button order');
	}
	buttons.forEach((button, index) => checkButton(button, kinds[index] ?? '', category));
	const labels = buttons.flatMap((button) => button.text ?? []);
	if (new Set(labels).size !== labels.length) {
		throw plainRefusal("Buttons can't have the same text.");
	}
}

function checkButton(button: TemplateButton, kind: string, category: string): void {
	if (kind !== 'QUICK_REPLY' && !(kind in MOST_OF_KIND)) {
		throw plainRefusal(
			`The button type must be one of QUICK_REPLY, ${Object.keys(MOST_OF_KIND).join(', ')}.`,
		);
	}
	if ((kind === 'OTP') !== (category === 'AUTHENTICATION')) {
		throw plainRefusal('OTP buttons belong to authentication templates, and only they do.');
	}
	const label = asText(button.text);
	if (label === undefined && ['QUICK_REPLY', 'URL', 'PHONE_NUMBER'].includes(kind))
		throw lacks('text');
	if (label !== undefined && [...label].length > LONGEST.label) {
		throw refusal('length', `Button text can't be longer than ${LONGEST.label} characters.`);
	}
	if (label !== undefined && /[\n\r]|\{\{|\p{Extended_Pictographic}/u.test(label)) {
		throw plainRefusal("Button text can't have variables, newlines or emojis.");
	}
	if (kind === 'URL') checkUrl(button);
	if (kind === 'PHONE_NUMBER') {
		const phone = asText(button.phone_number);
		if (phone === undefined) throw lacks('phone_number');
		if (phone.length > LONGEST.phone || !/^\+?[\d ()-]{5,}$/.test(phone)) {
			throw plainRefusal(`A phone number has ${LONGEST.phone} characters at most, in digits.`);
		}
	}
	if (kind === 'COPY_CODE') {
		const code = asText(button.example) ?? asText(asArray(button.example)[0]);
		if (code === undefined) throw lacks('example');
		if (code.length > 20) throw refusal('length', "A code can't be longer than 20 characters.");
	}
}

function checkUrl(button: TemplateButton): void {
	const url = asText(button.url);
	if (url === undefined) throw lacks('url');
	if (url.length > LONGEST.url) {
		throw refusal('length', `A button's URL can't be longer than ${LONGEST.url} characters.`);
	}
	if (!/^https?:\/\/[^\s/{}]+\.?[^\s{}]*(\{\{\s*\w+\s*\}\})?$/i.test(url)) {
		throw plainRefusal(
			'A URL begins with http:// or https:// and can have one variable, at its end.',
			'Button URL is not valid',
		);
	}
	if (/^https?:\/\/(www\.)?(wa\.me|([a-z]+\.)?whatsapp\.com)(\/|$)/i.test(url)) {
		throw plainRefusal("Direct links to WhatsApp aren't allowed for buttons.");
	}
	if (variablesOf(url).length > 0 && asText(asArray(button.example)[0]) === undefined) {
		throw lacks('example');
	}
}

function lacks(field: string) {
	return refusal('missing', `component of type BUTTONS is missing expected field(s) (${field})`);
}
