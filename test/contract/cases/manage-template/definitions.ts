import type { TemplateDefinition } from '../../../../core/templates/definition';

/** A template that breaks no rule. */
export const ticket = (change: Partial<TemplateDefinition> = {}): TemplateDefinition => ({
	name: 'ticket_ready',
	language: 'en',
	category: 'UTILITY',
	body: 'Hi {{first_name}}, your ticket for {{event_name}} is ready. Show it at the entrance.',
	samples: { first_name: 'Maya', event_name: 'Test Conf' },
	...change,
});

/** The same under other names, with a text of its own each. */
export const tickets = (...names: string[]): TemplateDefinition[] =>
	names.map((name) =>
		ticket({
			name,
			body: `Hi {{first_name}}, your ${name} for {{event_name}} is ready. Thank you!`,
		}),
	);

export const changedBody =
	'Hi {{first_name}}, your ticket for {{event_name}} is here. Show it at the entrance.';

export const withPicture = (sample: string): TemplateDefinition =>
	ticket({ name: 'with_picture', header: { type: 'image', sample } });
