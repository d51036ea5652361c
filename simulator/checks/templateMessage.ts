import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { Bubble, BubbleHeader } from '../phones/message.ts';
import { componentOf, type Template } from '../template.ts';
import { checkCode } from './authentication.ts';
import { checkSubTypes, fillButtons } from './buttons.ts';
import { fillCarousel } from './carousel.ts';
import { fillHeader, type FindMedia } from './header.ts';
import { fillOffer } from './offer.ts';
import { BODY, fillText } from './parameters.ts';

/** What a template message needs to be checked. */
export interface TemplateSources {
	findTemplate(name: string, language: string): Template | undefined;
	findMedia: FindMedia;
	isFlowBlocked(flowId: string): boolean;
	/** Simulated, in milliseconds since 1970. */
	now: number;
}

/** The components of a message. Source: Meta, "Messages › Components object". */
const COMPONENTS = ['header', 'body', 'button', 'footer', 'limited_time_offer', 'carousel'];

/** Longest body beside a limited-time offer. Source: Meta, reference §2. */
const LONGEST_BESIDE_OFFER = 600;

/**
 * Checks a template message as Meta does and makes the bubble that the phone shows.
 *
 * @param sent the message's `template` object
 * @throws {GraphError} 131008, 132001, 132015, 132016 and those of the components
 */
export function fillTemplate(
	sent: JsonObject | undefined,
	sources: TemplateSources,
): { template: Template; bubble: Bubble } {
	const template = findSendable(sent, sources);
	return { template, bubble: fillComponents(template, sent, sources) };
}

function fillComponents(
	template: Template,
	sent: JsonObject | undefined,
	sources: TemplateSources,
): Bubble {
	const components = asArray(sent?.['components']).map((component) => asObject(component) ?? {});
	const ofType = (type: string) =>
		components.filter((component) => asText(component['type'])?.toLowerCase() === type);
	for (const component of components) {
		const type = asText(component['type'])?.toLowerCase();
		if (type === undefined || !COMPONENTS.includes(type)) {
			throw new GraphError(131009, {
				details: `template components: type ${type ?? 'unknown'} is not valid`,
			});
		}
	}
	checkSubTypes(components);
	const [sentHeader] = ofType('header');
	const headerOfTemplate = componentOf(template, 'HEADER');
	const header = fillHeader(headerOfTemplate, template, sentHeader, sources.findMedia);
	const offer = fillOffer(template, ofType('limited_time_offer')[0], sources.now);
	const body = fillText(
		offer === undefined ? BODY : { ...BODY, longest: LONGEST_BESIDE_OFFER },
		template,
		componentOf(template, 'BODY')?.text ?? '',
		asArray(ofType('body')[0]?.['parameters']),
	);
	const buttons = fillButtons(componentOf(template, 'BUTTONS')?.buttons ?? [], ofType('button'), {
		template,
		where: '',
		isFlowBlocked: sources.isFlowBlocked,
		...(header?.product === undefined ? {} : { product: header.product }),
	});
	checkCode(template, ofType('body')[0], buttons);
	const cards = fillCarousel(template, ofType('carousel')[0], sources);
	const footer = componentOf(template, 'FOOTER')?.text;
	const top = header ?? thumbnail(buttons);
	const code = buttons.find((button) => button.type === 'COPY_CODE')?.code;
	return {
		...(top === undefined ? {} : { header: top }),
		...(offer === undefined
			? {}
			: { offer: { ...offer, ...(code === undefined ? {} : { code }) } }),
		body,
		...(footer === undefined ? {} : { footer }),
		...(buttons.length === 0 ? {} : { buttons }),
		...(cards.length === 0 ? {} : { cards }),
	};
}

/** A catalog message shows a product on top. Source: Meta, "Catalog templates". */
function thumbnail(buttons: NonNullable<Bubble['buttons']>): BubbleHeader | undefined {
	const catalog = buttons.find(({ type }) => type === 'CATALOG');
	const product = catalog?.sections?.[0]?.products[0];
	return product && { type: 'product', product };
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
