import { isAuthentication } from './authentication';
import type { TemplateParameter } from './parameters';
import { placeholdersOf } from './placeholders';
import type { MessageTemplate, TemplateButton } from './template';

/** What the buttons of a template, or of a card, ask for; other kinds (phone, call, …) ask for nothing. */
export function buttonParameters(
	buttons: TemplateButton[] | undefined,
	template: MessageTemplate,
): TemplateParameter[] {
	// The code stands in the body's field and fills the button, too.
	if (!Array.isArray(buttons) || isAuthentication(template)) return [];
	return buttons.flatMap(parametersOf);
}

function parametersOf(button: TemplateButton | null, index: number): TemplateParameter[] {
	if (typeof button?.type !== 'string') return [];
	const base = { id: `button_${index}`, part: 'button' as const, buttonIndex: index };
	const sample = Array.isArray(button.example) ? button.example[0] : button.example;
	const text = button.text ?? '';
	switch (button.type.toUpperCase()) {
		case 'URL':
			if (placeholdersOf(button.url).length === 0) return [];
			return [
				{
					...base,
					kind: 'url_suffix',
					label: `End of Link: ${text}`,
					required: true,
					linkStart: linkStartOf(button),
					sample: suffixSample(button, sample),
				},
			];
		case 'COPY_CODE':
			return [
				{
					...base,
					kind: 'coupon_code',
					label: `Code: ${text || 'Copy code'}`,
					required: true,
					sample,
				},
			];
		case 'QUICK_REPLY':
			return [{ ...base, kind: 'payload', label: `Reply ID: ${text}`, required: false }];
		case 'CATALOG':
			// Without one, WhatsApp shows the first product of the catalogue (Meta, "Catalog templates").
			return [{ ...base, kind: 'thumbnail', label: 'Product on Picture', required: false }];
		case 'MPM':
			return [
				{ ...base, kind: 'thumbnail', label: 'Product on Picture', required: true },
				{
					...base,
					id: `${base.id}_sections`,
					kind: 'sections',
					label: `Products: ${text}`,
					required: true,
				},
			];
		case 'FLOW':
			return [
				{
					...base,
					id: `${base.id}_flow_token`,
					kind: 'flow_token',
					label: `Flow Token: ${text}`,
					required: false,
				},
				{
					...base,
					id: `${base.id}_flow_data`,
					kind: 'flow_data',
					label: `Flow Data: ${text}`,
					required: false,
				},
			];
		default:
			return [];
	}
}

const linkStartOf = (button: TemplateButton) => (button.url ?? '').split('{{')[0] ?? '';

/** Meta's sample of a URL button is sometimes the whole address; the field wants its end only. */
function suffixSample(button: TemplateButton, sample: string | undefined): string | undefined {
	const start = linkStartOf(button);
	return sample?.startsWith(start) ? sample.slice(start.length) : sample;
}
