import { fillText, listParameters } from './parameters';
import { componentOf, type MessageTemplate } from './template';
import type { TemplateValues } from './build-components';

/** The texts of a template with its values filled in, for a dry run and for previews. */
export function renderText(
	template: MessageTemplate,
	values: TemplateValues,
): { header?: string; body: string; footer?: string } {
	const texts = (part: 'header' | 'body', prefix: string) =>
		Object.fromEntries(
			listParameters(template)
				.filter((parameter) => parameter.part === part && values[parameter.id] !== undefined)
				.map((parameter) => [parameter.id.slice(prefix.length), String(values[parameter.id])]),
		);
	const header = componentOf(template, 'HEADER')?.text;
	const footer = componentOf(template, 'FOOTER')?.text;
	return {
		...(header ? { header: fillText(header, texts('header', 'header_')) } : {}),
		body: fillText(componentOf(template, 'BODY')?.text ?? '', texts('body', '')),
		...(footer ? { footer } : {}),
	};
}
