import { fillText, listParameters } from './parameters';
import { componentOf, type MessageTemplate } from './template';
import { asText, type TemplateValues } from './build-components';

/** The texts of a template with its values filled in as they would be sent, for a dry run and for previews. */
export function renderText(
	template: MessageTemplate,
	values: TemplateValues,
): { header?: string; body: string; footer?: string } {
	const texts = (part: 'header' | 'body', prefix: string) =>
		Object.fromEntries(
			listParameters(template)
				.filter(({ part: of, kind }) => of === part && kind === 'text')
				.map(({ id }) => [id, Object.hasOwn(values, id) ? asText(values[id]) : undefined] as const)
				.filter((entry): entry is [string, string] => entry[1] !== undefined)
				.map(([id, text]) => [id.slice(prefix.length), text]),
		);
	const header = componentOf(template, 'HEADER')?.text;
	const footer = componentOf(template, 'FOOTER')?.text;
	return {
		...(header ? { header: fillText(header, texts('header', 'header_')) } : {}),
		body: fillText(componentOf(template, 'BODY')?.text ?? '', texts('body', '')),
		...(footer ? { footer } : {}),
	};
}
