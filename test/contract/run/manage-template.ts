import type { ExpectedTemplate, ManageCase, ManageStep } from '../words/cases';
import type { ManageAnswer, ManageOutput } from '../words/templates';
import type { World } from './world';

export async function runManageCase(
	{ runs, account = {} }: ManageCase,
	world: World,
): Promise<ManageAnswer[]> {
	const observed: ManageAnswer[] = [];
	for (const step of runs) {
		const { before = [], change } = step;
		const { control } = world.simulator;
		for (const [action, name, language, given] of before) {
			control.actOnTemplate(name, language, action, given);
		}
		if (change) control.change(change);
		const { operation, items = [], files = {}, options = {} } = step;
		const answer = await world.adapter.manageTemplates({
			operation,
			items,
			files,
			options,
			account,
		});
		expectAnswer(step, answer);
		expect(world.changes()).toBe(step.changes);
		observed.push(answer);
	}
	return observed;
}

function expectAnswer(step: ManageStep, { results, failure }: ManageAnswer): void {
	expect(results.map(shown)).toEqual(step.results.map(shownOf));
	results.forEach((output, index) => {
		expect(output.fields).toMatchObject(step.results[index] as ExpectedTemplate);
		expectWellFormed(output);
	});
	if (step.failure) expect(failure).toMatch(step.failure);
	else expect(failure).toBeUndefined();
}

type Shown = [output: ManageOutput['output'], outcome: string, reason: string | undefined];

const shown = ({ output, fields }: ManageOutput): Shown => [output, fields.outcome, fields.reason];

/** Which output an outcome belongs to is the same for every case: docs/outcomes.md. */
const shownOf = ({ outcome, reason, status }: ExpectedTemplate): Shown => [
	['problems', 'waiting', 'refused', 'failed'].includes(outcome) ||
	(outcome === 'unchanged' && ['rejected', 'paused', 'disabled'].includes(String(status)))
		? 'Needs Attention'
		: 'Done',
	outcome,
	reason,
];

/** What holds for every result, whatever its outcome. */
function expectWellFormed({ output, fields }: ManageOutput): void {
	// Engines take an `error` for a failure of the node.
	expect(fields).not.toHaveProperty('error');
	expect(fields.message).toMatch(/\S/);
	if (output === 'Needs Attention' && fields.outcome !== 'unchanged') {
		expect(fields.whatToDo).toMatch(/^[A-Z“].*\.$/s);
	}
	if (fields.status) expect(fields.statusText).toMatch(/^[A-Z]/);
	const { meta, message } = fields;
	if (meta?.code !== undefined) expect(message).toContain(`code ${meta.code}`);
}
