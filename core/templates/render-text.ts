import { listParameters, fillText } from './parameters';
import { componentOf, type MessageTemplate } from './template';
import { asText, type TemplateValues } from './build-components';
import { valueOf } from './build-value';

/** The texts of a template with its values filled in as they would be sent, for a dry run and for previews. */
export function renderText(
	template: MessageTemplate,
	values: TemplateValues,
): { header?: string; body: string; footer?: string } {
	const texts = (part: 'header' | 'body', prefix: string) =>
		Object.fromEntries(
			listParameters(template)
				.filter(({ part: of, kind }) => of === part && (kind === 'text' || kind === 'code'))
				.map(({ id, kind }) => [kind === 'code' ? '1' : id, textOf(id, kind, values)] as const)
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

/** The code of an authentication template may stand under its older name, that of {{1}}. */
const textOf = (id: string, kind: string, values: TemplateValues): string | undefined =>
	asText(valueOf(values, id) ?? (kind === 'code' ? valueOf(values, '1') : undefined));
