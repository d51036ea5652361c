import { automationIds, automations, automationsFor } from './automations';
import { noticeTypes } from './notice';
import { variableNames } from './variables';

describe('the automatic triggers', () => {
	it('are the ten of the reference feature set, each once', () => {
		expect(automations.map(({ id }) => id)).toEqual([...automationIds]);
		expect(automations).toHaveLength(10);
	});

	it.each(automations)(
		'$id has labels, a template name Meta takes, and values that exist',
		(row) => {
			expect(row.label.en).not.toBe('');
			expect(row.label.ja).toMatch(/[\u3040-\u9fff]/);
			expect(row.template).toMatch(/^[a-z0-9_]{1,512}$/);
			expect(row.id.startsWith(`${row.audience}.`)).toBe(true);
			for (const name of [...row.variables, ...row.optionalVariables]) {
				expect(variableNames).toContain(name);
			}
		},
	);

	it('answer every kind of notice but a confirmed sponsor', () => {
		const unanswered = noticeTypes.filter((type) => automationsFor(type).length === 0);
		expect(unanswered).toEqual(['sponsor.confirmed']);
	});
});
