import fc from 'fast-check';
import { GraphError } from '../graph/error.ts';
import templates from '../seed/templates.json' with { type: 'json' };
import type { Template } from '../template.ts';
import { fillTemplate } from './templateMessage.ts';

const sendable = (templates as unknown as Template[]).filter(({ status }) => status === 'APPROVED');

const sources = {
	findTemplate: (name: string) => sendable.find((template) => template.name === name),
	findMedia: () => undefined,
	isFlowBlocked: () => false,
	now: 0,
};

/** Objects with the names that sending knows, and anything inside. */
const names = [
	'type',
	'sub_type',
	'index',
	'parameters',
	'cards',
	'card_index',
	'components',
	'action',
	'sections',
	'product_items',
	'limited_time_offer',
	'expiration_time_ms',
	'text',
	'product',
	'flow_action_data',
];
const words = ['header', 'body', 'button', 'carousel', 'limited_time_offer', 'action', 'text'];
const { tree } = fc.letrec((tie) => ({
	tree: fc.oneof(
		{ maxDepth: 6 },
		fc.jsonValue({ maxDepth: 1 }),
		fc.constantFrom(...words, 'url', 'mpm', 'flow', 'catalog', 0, 1, '0'),
		fc.array(tie('tree'), { maxLength: 4 }),
		fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 5 }),
	),
}));

describe('whatever is sent for a template', () => {
	it('is accepted or refused with a code of Meta, and never breaks the simulator', () => {
		fc.assert(
			fc.property(fc.constantFrom(...sendable), tree, (template, components) => {
				const { name, language } = template;
				try {
					fillTemplate({ name, language: { code: language }, components }, sources);
				} catch (error) {
					if (!(error instanceof GraphError)) throw error;
				}
			}),
			{ numRuns: 2000 },
		);
	});

	it('is a component of a kind that is known', () => {
		const known = fc.constantFrom('header', 'carousel', 'limited_time_offer', 'button', 'body');
		fc.assert(
			fc.property(fc.constantFrom(...sendable), known, tree, (template, type, inside) => {
				const { name, language } = template;
				const component = { type, parameters: inside, cards: inside, index: inside };
				try {
					fillTemplate({ name, language: { code: language }, components: [component] }, sources);
				} catch (error) {
					if (!(error instanceof GraphError)) throw error;
				}
			}),
			{ numRuns: 2000 },
		);
	});
});
