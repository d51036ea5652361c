import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startSimulator } from '../../../simulator/index';
import { accountNode, flowOf } from '../desk';
import { NodeRed, type SentMessage } from '../runtime/node-red';
import { definition, manageNode, outcomes, outOf, useManageDesk } from './desk';

const desk = useManageDesk();

const names = (messages: SentMessage['msg'][]) =>
	messages.map(({ payload }) => `${String(payload.name)}:${String(payload.language)}`);

const keep = async (...definitions: object[]) => {
	await desk.deploy({ operation: 'saveDraft' });
	return await desk.run(definitions.length === 1 ? definitions[0] : definitions);
};

const drafts = async () => {
	await desk.deploy({ operation: 'getDrafts' });
	return await desk.run('');
};

describe('a draft', () => {
	test('is kept, also with errors, and WhatsApp does not learn of it', async () => {
		const { done, status } = await keep(definition('a_one', { body: '{{first_name}} comes' }));

		expect(done[0]?.payload).toMatchObject({
			operation: 'saveDraft',
			outcome: 'ok',
			status: 'draft',
			statusText: 'Draft',
			message: expect.stringContaining('kept as a draft'),
			findings: expect.arrayContaining([expect.objectContaining({ rule: 'variable-first' })]),
		});
		expect(status).toBe('draft saved');
		expect(desk.simulator.control.calls()).toEqual([]);
	});

	test('can be got, changed and deleted', async () => {
		await keep(definition('b_two'), definition('a_one'), definition('a_one', { language: 'ja' }));
		await keep(definition('b_two', { footer: 'Changed' }));
		const { done, status } = await drafts();

		expect(names(done)).toEqual(['a_one:en', 'a_one:ja', 'b_two:en']);
		expect(done[2]?.payload).toMatchObject({
			status: 'draft',
			definition: { footer: 'Changed' },
			savedAt: expect.stringMatching(/^\d{4}-/),
		});
		expect(status).toBe('3 drafts');

		await desk.deploy({ operation: 'deleteDraft', template: 'a_one', templateType: 'str' });
		expect(outcomes((await desk.run('')).done)).toEqual([['deleted'], ['deleted']]);
		expect(outcomes((await desk.run('')).attention)).toEqual([['refused', 'template_unknown']]);
		expect(names((await drafts()).done)).toEqual(['b_two:en']);
	});

	test('that is submitted is none any more; one that is refused stays', async () => {
		await keep(definition('a_one'), definition('b_two', { body: '{{first_name}} comes' }));
		await desk.deploy({ operation: 'submit', definitionFrom: 'drafts' });
		const planned = await desk.run('', { dryRun: true });
		expect(outcomes(planned.done)).toEqual([['planned']]);
		const { done, attention } = await desk.run('');

		expect(names(done)).toEqual(['a_one:en']);
		expect(outcomes(attention)).toEqual([['refused', 'check_failed']]);
		expect(names((await drafts()).done)).toEqual(['b_two:en']);
	});

	test('is submitted alone where it is chosen', async () => {
		await keep(definition('a_one'), definition('b_two'));
		await desk.deploy({ operation: 'apply', definitionFrom: 'drafts', drafts: ['b_two:en'] });

		expect(names((await desk.run('')).done)).toEqual(['b_two:en']);
		expect(names((await drafts()).done)).toEqual(['a_one:en']);
	});

	test('of another account is not seen', async () => {
		await keep(definition('a_one'));
		await desk.deploy({ operation: 'getDrafts' }, { businessAccountId: '42' });
		const { done, status } = await desk.run('');

		expect([done, status]).toEqual([[], 'nothing found']);
		await desk.deploy({ definitionFrom: 'drafts' }, { businessAccountId: '42' });
		expect((await desk.run('')).status).toBe('no drafts');
	});

	test('without a name or a form is told, and nothing is kept', async () => {
		const { attention } = await keep({ name: 'x' });

		expect(outcomes(attention)).toEqual([['refused', 'definition_invalid']]);
		expect((await drafts()).done).toEqual([]);
	});
});

test('drafts survive a kill -9', async () => {
	const userDir = await mkdtemp(path.join(os.tmpdir(), 'whatsapp-events-drafts-'));
	const simulator = await startSimulator();
	const flow = (operation: string) => flowOf(accountNode(simulator), manageNode({ operation }));
	let nodeRed = await NodeRed.start({ userDir });
	try {
		await nodeRed.deploy(flow('saveDraft'));
		await nodeRed.input('manage', { payload: definition('a_one') });
		await nodeRed.kill();

		nodeRed = await NodeRed.start({ userDir });
		await nodeRed.deploy(flow('getDrafts'));
		await nodeRed.take();
		await nodeRed.input('manage', { payload: '' });
		const { done } = outOf(await nodeRed.take());
		expect(names(done)).toEqual(['a_one:en']);
	} finally {
		await nodeRed.stop();
		await simulator.close();
		await rm(userDir, { recursive: true, force: true });
	}
}, 60_000);
