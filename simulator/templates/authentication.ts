import { asArray, asObject, asText } from '../json.ts';
import type { TemplateButton, TemplateComponent } from '../template.ts';

/**
 * Fills in what Meta writes itself into an authentication template: its texts, and a button with an
 * address in place of the OTP button. In English for every language. Source: templates as clients have
 * read them back.
 */
export function filledIn(components: TemplateComponent[]): TemplateComponent[] {
	const footer = components.find(({ type }) => type === 'FOOTER') as
		{ code_expiration_minutes?: number } | undefined;
	const minutes = footer?.code_expiration_minutes;
	return components.map((component) => {
		if (component.type === 'BODY') return body(component);
		if (component.type === 'FOOTER') {
			return { ...component, text: `This code expires in ${minutes} minutes.` };
		}
		if (component.type !== 'BUTTONS') return component;
		const buttons = asArray(component.buttons).map((one) => button(asObject(one) ?? {}, minutes));
		return { ...component, buttons };
	});
}

function body(component: TemplateComponent): TemplateComponent {
	const advised =
		(component as { add_security_recommendation?: unknown }).add_security_recommendation === true;
	const advice = advised ? ' For your security, do not share this code.' : '';
	return {
		...component,
		text: `*{{1}}* is your verification code.${advice}`,
		example: { body_text: [['123456']] },
	};
}

/** The apps that one-tap and zero-tap buttons hand the code to. */
function appsOf(given: Record<string, unknown>, kind: string): string {
	if (kind === 'COPY_CODE') return '';
	const apps = asArray(given['supported_apps']).map((app) => asObject(app) ?? {});
	const all = (field: string) => apps.map((app) => asText(app[field]) ?? '').join(',');
	const query = new URLSearchParams({
		cta_display_name: asText(given['autofill_text']) ?? 'Autofill',
		package_name: all('package_name'),
		signature_hash: all('signature_hash'),
	});
	return `${query.toString()}&`;
}

function button(given: Record<string, unknown>, minutes: number | undefined): TemplateButton {
	const kind = asText(given['otp_type'])?.toUpperCase() ?? 'COPY_CODE';
	const expires = minutes === undefined ? '' : `code_expiration_minutes=${minutes}&`;
	const url = `https://www.whatsapp.com/otp/code/?otp_type=${kind}&${appsOf(given, kind)}${expires}code=otp`;
	const text = asText(given['text']) ?? 'Copy code';
	return { type: 'URL', text, url: `${url}{{1}}`, example: [`${url}123456`] };
}
