import {
	buildValue,
	valueOf,
	type BuiltValue,
	type Moment,
	type TemplateValues,
} from './build-value';
import { cardsOf, sendableCards } from './card-parameters';
import { listParameters, type TemplateParameter } from './parameters';
import { componentOf, type MessageTemplate, type TemplateButton } from './template';
import { isEmptyValue } from './text-value';
import type { ValueProblem } from './value-problem';

export type { HeaderMedia, Moment, TemplateValues } from './build-value';
export type { HeaderLocation } from './location-value';
export { asText } from './text-value';
export type { ValueProblem } from './value-problem';

export type SendComponent = Record<string, unknown>;

interface Built {
	components: SendComponent[];
	problems: ValueProblem[];
}

/**
 * Values → the `components` of a template message (`POST /{number}/messages`).
 *
 * Nothing is guessed: a missing or empty value is a problem and not an empty bubble, because Meta
 * refuses empty text (131008), and an organiser would rather have no message than "Hi ,".
 */
export function buildComponents(
	template: MessageTemplate,
	values: TemplateValues,
	moment: Moment = {},
): Built {
	const parameters = listParameters(template);
	const own = parameters.filter(({ part }) => part !== 'card');
	const main = assemble(template, own, values, moment);
	const cards = buildCards(template, parameters, values, moment);
	return {
		components: [
			...main.components.filter(({ type }) => type !== 'button'),
			...(cards.components.length > 0 ? [{ type: 'carousel', cards: cards.components }] : []),
			...main.components.filter(({ type }) => type === 'button'),
		],
		problems: [...main.problems, ...cards.problems],
	};
}

/** Cards beyond the template's own are sent where they have a product. */
function buildCards(
	template: MessageTemplate,
	parameters: readonly TemplateParameter[],
	values: TemplateValues,
	moment: Moment,
): Built {
	const all: Built = { components: [], problems: [] };
	if (!parameters.some(({ part }) => part === 'card')) return all;
	const shared = parameters.find(({ part, kind }) => part === 'card' && kind === 'catalog');
	const catalogue = shared && buildValue(shared, values, moment);
	if (catalogue && 'problem' in catalogue) all.problems.push(catalogue.problem);
	const own = cardsOf(template).length;
	sendableCards(template).forEach((card, index) => {
		const asked = parameters.filter((parameter) => parameter.card === index);
		const isExtra = index >= own;
		if (isExtra && asked.every(({ id }) => isEmptyValue(valueOf(values, id)))) return;
		const inCard = asked.map((parameter) => ({
			...parameter,
			part: parameter.inCard ?? parameter.part,
			required: parameter.required || (isExtra && parameter.kind !== 'payload'),
		}));
		const { components, problems } = assemble(card, inCard, values, moment);
		all.components.push({ card_index: all.components.length, components });
		all.problems.push(...problems);
	});
	return all;
}

/** The parameters of a template, or of one card, in the components they belong to. */
function assemble(
	template: MessageTemplate,
	parameters: readonly TemplateParameter[],
	values: TemplateValues,
	moment: Moment,
): Built {
	const problems: ValueProblem[] = [];
	const parts: Record<string, unknown[]> = { header: [], body: [], offer: [] };
	const buttons = new Map<number, Array<NonNullable<BuiltValue>>>();
	for (const parameter of parameters) {
		const built = buildValue(parameter, values, moment);
		if (built === undefined) continue;
		if ('problem' in built) {
			problems.push(built.problem);
			continue;
		}
		if (parameter.part !== 'button')
			parts[parameter.part]?.push((built as { parameter: unknown }).parameter);
		if (parameter.buttonIndex === undefined) continue;
		buttons.set(parameter.buttonIndex, [...(buttons.get(parameter.buttonIndex) ?? []), built]);
	}
	return {
		components: [
			...component('header', parts.header),
			...component('body', parts.body),
			...component('limited_time_offer', parts.offer),
			...buttonsOf(template).flatMap((button, index) =>
				buttonComponent(button, index, buttons.get(index)),
			),
		],
		problems,
	};
}

const buttonsOf = (template: MessageTemplate): Array<TemplateButton | null> => {
	const buttons = componentOf(template, 'BUTTONS')?.buttons;
	return Array.isArray(buttons) ? buttons : [];
};

const component = (type: string, parameters: unknown[] = []): SendComponent[] =>
	parameters.length > 0 ? [{ type, parameters }] : [];

/**
 * Buttons of a catalogue and of a flow are named also where nothing is given: WhatsApp then shows the
 * first product, and takes the flow token `unused` (Meta, "Catalog templates", "Sending a Flow").
 */
const NAMED_WITHOUT_VALUES = ['CATALOG', 'FLOW'];

function buttonComponent(
	button: TemplateButton | null,
	index: number,
	built: Array<NonNullable<BuiltValue>> = [],
): SendComponent[] {
	const type = String(button?.type ?? '').toUpperCase();
	if (built.length === 0 && !NAMED_WITHOUT_VALUES.includes(type)) return [];
	const actions = built.flatMap((one) => ('action' in one ? [one.action] : []));
	const parameters = [
		...built.flatMap((one) => ('parameter' in one ? [one.parameter] : [])),
		...(actions.length > 0 ? [{ type: 'action', action: Object.assign({}, ...actions) }] : []),
	];
	return [
		{
			type: 'button',
			// A button that takes a code is created as OTP, and sent as the URL button it becomes.
			sub_type: type === 'OTP' ? 'url' : type.toLowerCase(),
			index: String(index),
			...(parameters.length > 0 ? { parameters } : {}),
		},
	];
}
