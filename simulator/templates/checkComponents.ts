import type { TemplateComponent } from '../template.ts';
import { asArray, asObject } from '../json.ts';
import { filledIn } from './authentication.ts';
import { checkBody, checkFooter } from './checkBody.ts';
import { checkButtons } from './checkButtons.ts';
import { checkCarousel } from './checkCarousel.ts';
import { checkHeader, type FindUpload } from './checkHeader.ts';
import { plainRefusal, refusal } from './refusal.ts';

/** What a component is judged by. */
export interface ComponentContext {
	category: string;
	format: 'POSITIONAL' | 'NAMED';
	findUpload: FindUpload;
}

/** Beside a limited-time offer. Source: Meta, reference §2. */
const OFFER = { text: 16, body: 600 } as const;

/**
 * Reads the components of a new or changed template, as Meta takes them in.
 *
 * @throws {GraphError} the first thing that is wrong
 */
export function readComponents(given: unknown, context: ComponentContext): TemplateComponent[] {
	const components = asArray(given).map((one) => {
		const component = asObject(one) ?? {};
		return {
			...component,
			type: String(component['type'] ?? '').toUpperCase(),
		} as TemplateComponent;
	});
	const types = components.map((component) => component.type);
	const twice = types.find((type, index) => types.indexOf(type) !== index);
	if (twice !== undefined) throw plainRefusal(`A template can have one ${twice} only.`);
	if (!types.includes('BODY')) {
		throw refusal('missing', 'Message template is missing expected component(s) (BODY)');
	}
	const offer = types.includes('LIMITED_TIME_OFFER');
	for (const component of components) checkOne(component, context, offer);
	if (offer) checkBesideOffer(components);
	if (context.category === 'AUTHENTICATION' && !types.includes('BUTTONS')) {
		throw plainRefusal('An authentication template has an OTP button.');
	}
	if (context.category === 'AUTHENTICATION') return filledIn(components);
	return components;
}

function checkOne(component: TemplateComponent, context: ComponentContext, offer: boolean): void {
	switch (component.type) {
		case 'HEADER':
			return checkHeader(component, context);
		case 'BODY':
			return checkBody(component, context, offer ? OFFER.body : undefined);
		case 'FOOTER':
			return checkFooter(component, context.category);
		case 'BUTTONS':
			return checkButtons(component.buttons, context.category);
		case 'CAROUSEL':
			return checkCarousel(component, context);
		case 'LIMITED_TIME_OFFER':
			return checkOffer(component, context.category);
		case 'CALL_PERMISSION_REQUEST':
			return undefined;
		default:
			throw plainRefusal(`A component of type ${component.type || '(none)'} is not known.`);
	}
}

function checkOffer(component: TemplateComponent, category: string): void {
	const offer = asObject((component as { limited_time_offer?: unknown }).limited_time_offer);
	const text = offer?.['text'];
	if (category !== 'MARKETING') throw plainRefusal('Limited-time offers are marketing.');
	if (typeof text !== 'string' || text === '') {
		throw refusal(
			'missing',
			'component of type LIMITED_TIME_OFFER is missing expected field(s) (text)',
		);
	}
	if ([...text].length > OFFER.text) {
		throw refusal('length', `The text of an offer can't be longer than ${OFFER.text} characters.`);
	}
}

/** No footer, and a code comes before other buttons. Source: Meta, reference §2. */
function checkBesideOffer(components: TemplateComponent[]): void {
	if (components.some(({ type }) => type === 'FOOTER')) {
		throw plainRefusal('A template with a limited-time offer has no footer.');
	}
	const buttons = components.find(({ type }) => type === 'BUTTONS')?.buttons ?? [];
	if (buttons.findIndex(({ type }) => type === 'COPY_CODE') > 0) {
		throw plainRefusal('The copy code button of a limited-time offer comes first.');
	}
}
