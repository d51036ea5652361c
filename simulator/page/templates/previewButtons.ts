import type { Button } from '../types.ts';
import type { TemplateButton } from './types.ts';

/** What WhatsApp writes on a button that has no text of its own. */
const labels: Readonly<Record<string, string>> = {
	COPY_CODE: 'Copy offer code',
	CATALOG: 'View catalog',
	MPM: 'View items',
	SPM: 'View',
};

/** The buttons of a template, with samples for what a message would bring along. */
export function previewButtons(buttons: readonly TemplateButton[]): Button[] {
	return buttons.map((button, index) => {
		const type = button.type.toUpperCase();
		const [sample] = [button.example].flat();
		const shown = { index, type, text: button.text ?? labels[type] ?? type };
		if (type === 'URL') {
			const url = addressOf(button.url ?? '', sample);
			return oneTimeCode(shown, url) ?? { ...shown, url };
		}
		if (type === 'PHONE_NUMBER') return { ...shown, phoneNumber: button.phone_number ?? '' };
		if (type === 'COPY_CODE' && sample !== undefined) return { ...shown, code: sample };
		if (type === 'OTP' && button.otp_type !== undefined) {
			return { ...shown, otpType: button.otp_type };
		}
		return shown;
	});
}

/** Meta gives the button of a one-time code back as an address of its own. */
function oneTimeCode(shown: Button, url: string): Button | undefined {
	if (!/^https:\/\/www\.whatsapp\.com\/otp\/code\/?\?/.test(url)) return undefined;
	const { searchParams } = new URL(url);
	const code = (searchParams.get('code') ?? '').replace(/^otp/, '');
	const otpType = searchParams.get('otp_type') ?? 'COPY_CODE';
	const handedOver = searchParams.get('cta_display_name') ?? 'Autofill';
	const text = otpType === 'COPY_CODE' ? shown.text : handedOver;
	return { ...shown, type: 'OTP', text, code, otpType };
}

/** Samples of addresses come whole or as what stands for the variable. */
function addressOf(url: string, sample: string | undefined): string {
	if (sample === undefined) return url;
	if (/^https?:/i.test(sample)) return sample;
	return url.replace(/\{\{[^{}]*\}\}/, sample);
}
