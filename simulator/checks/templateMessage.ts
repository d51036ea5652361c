import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { Bubble } from '../phones/message.ts';
import { componentOf, type Template } from '../template.ts';
import { fillButtons } from './buttons.ts';
import { fillHeader, type FindMedia } from './header.ts';
import { fillText } from './parameters.ts';

/** What a template message needs to be checked. */
export interface TemplateSources {
	findTemplate(name: string, language: string): Template | undefined;
	findMedia: FindMedia;
}

/**
 * Checks a template message as Meta does and makes the bubble that the phone shows.
 *
 * @param sent the message's `template` object
 * @throws {GraphError} 131008, 132001, 132015, 132016 and those of header, body and buttons
 */
export function fillTemplate(
	sent: JsonObject | undefined,
	sources: TemplateSources,
): { template: Template; bubble: Bubble } {
	const template = findSendable(sent, sources);
	const components = asArray(sent?.['components']).map((component) => asObject(component) ?? {});
	const ofType = (type: string) =>
		components.filter((component) => asText(component['type'])?.toLowerCase() === type);
	for (const component of components) {
		const type = asText(component['type'])?.toLowerCase();
		if (type === undefined || !['header', 'body', 'button', 'footer'].includes(type)) {
			throw new GraphError(131009, {
				details: `template components: type ${type ?? 'unknown'} is not valid`,
			});
		}
	}
	const header = fillHeader(template, ofType('header')[0], sources.findMedia);
	const body = fillText(
		'body',
		template,
		componentOf(template, 'BODY')?.text ?? '',
		asArray(ofType('body')[0]?.['parameters']),
	);
	const buttons = fillButtons(template, ofType('button'));
	const footer = componentOf(template, 'FOOTER')?.text;
	return {
		template,
		bubble: {
			...(header === undefined ? {} : { header }),
			body,
			...(footer === undefined ? {} : { footer }),
			...(buttons.length === 0 ? {} : { buttons }),
		},
	};
}

function findSendable(sent: JsonObject | undefined, sources: TemplateSources): Template {
	if (sent === undefined) {
		throw new GraphError(131008, { details: "Param template is required for type 'template'" });
	}
	const name = asText(sent['name']);
	const language = asText(asObject(sent['language'])?.['code']);
	if (name === undefined) {
		throw new GraphError(131008, { details: "Param template['name'] is required" });
	}
	if (language === undefined) {
		throw new GraphError(131008, { details: "Param template['language']['code'] is required" });
	}
	const template = sources.findTemplate(name, language);
	if (template?.status === 'PAUSED') {
		throw new GraphError(132015, {
			details: `template name (${name}) is paused because of its quality`,
		});
	}
	if (template?.status === 'DISABLED') {
		throw new GraphError(132016, { details: `template name (${name}) is disabled` });
	}
	if (template?.status !== 'APPROVED') {
		throw new GraphError(132001, {
			details: `template name (${name}) does not exist in ${language}`,
		});
	}
	return template;
}
