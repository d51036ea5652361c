import { definition, outcomes, useDesk } from './desk';

const desk = useDesk({ templates: { review: 'manual' } } as never);

const NAME = 'doors_open_tomorrow';
const TEMPLATES = '/message_templates';
const short = { timeout: 3 };

describe('the connection breaks', () => {
	test.each(['reset', 'hang', 'html'])(
		'at a creation (%s): one template, and its status',
		async (kind) => {
			desk.fault({ path: TEMPLATES, method: 'POST', kind, httpStatus: 502, taken: true });

			const { done } = await desk.apply([definition()], short);
			expect(done).toMatchObject([{ outcome: 'created', statusText: 'Approval pending' }]);
			expect(desk.templates(NAME)).toHaveLength(1);
			expect(outcomes((await desk.apply([definition()])).done)).toEqual([['unchanged']]);
		},
	);

	test.each(['reset', 'hang', 'html'])(
		'before a creation (%s): failed, and safe to run again',
		async (kind) => {
			desk.fault({ path: TEMPLATES, method: 'POST', kind, httpStatus: 502, taken: false });

			const { attention } = await desk.apply([definition()], short);
			expect(attention).toMatchObject([{ outcome: 'failed', name: NAME, statusText: 'Failed' }]);
			expect(desk.templates(NAME)).toEqual([]);

			expect(outcomes((await desk.apply([definition()])).done)).toEqual([['created']]);
			expect(desk.templates(NAME)).toHaveLength(1);
		},
	);

	test.each([true, false])('at an edit (taken: %s)', async (taken) => {
		await desk.apply([definition()]);
		desk.simulator.control.approvePending();
		const [template] = desk.templates(NAME);
		desk.fault({ path: `/${template?.id}`, method: 'POST', kind: 'reset', taken });

		const edited = definition({ footer: 'Test Conf' });
		const { done, attention } = await desk.apply([edited], short);
		expect(outcomes([...done, ...attention])).toEqual(
			taken ? [['edited']] : [['failed', expect.any(String)]],
		);

		const again = await desk.apply([edited]);
		expect(outcomes(again.done)).toEqual([[taken ? 'unchanged' : 'edited']]);
	});

	test.each([true, false])('at a deletion (taken: %s)', async (taken) => {
		await desk.apply([definition()]);
		desk.fault({ path: TEMPLATES, method: 'DELETE', kind: 'reset', taken });

		const { done, attention } = await desk.of('delete', NAME, { options: short });
		if (taken) expect(done).toMatchObject([{ outcome: 'deleted', statusText: 'Deleted' }]);
		else {
			expect(attention).toMatchObject([{ outcome: 'failed', statusText: 'Deletion failed' }]);
			expect(desk.templates(NAME)).toHaveLength(1);
		}
		await desk.of('delete', NAME);
		expect(desk.templates(NAME)).toEqual([]);
	});
});

describe('the whole account is concerned', () => {
	test('an expired token fails the step in one sentence', async () => {
		desk.simulator.control.change({ token: { state: 'expired' } });

		await expect(desk.apply([definition()])).rejects.toMatchObject({
			message: expect.stringMatching(/expired/),
		});
		expect(desk.templates(NAME)).toEqual([]);
	});

	test('a WhatsApp that cannot be reached fails the step', async () => {
		desk.engine.credentials.whatsAppBusinessApi = {
			...desk.simulator.credentials,
			apiUrl: 'http://127.0.0.1:9',
		};

		await expect(desk.of('getStatus', NAME)).rejects.toMatchObject({
			message: expect.stringContaining('could not be reached'),
		});
	});

	test('a token that is refused at the first creation is not tried for the others', async () => {
		const definitions = ['a_one', 'b_two', 'c_three'].map((name) => definition({ name }));
		desk.simulator.control.change({
			faults: [{ path: TEMPLATES, method: 'POST', kind: 'error', code: 190, httpStatus: 401 }],
		} as never);

		await expect(desk.apply(definitions)).rejects.toMatchObject({
			message: expect.stringContaining('token'),
		});
		// n8n itself asks once more after a 401.
		expect(desk.changes().length).toBeLessThanOrEqual(2);
	});

	test('where the step goes on with errors, each item has its own', async () => {
		desk.simulator.control.change({ token: { state: 'expired' } });
		const { outputs } = await desk.engine.run(
			'whatsAppManageTemplate',
			{ operation: 'apply', definitionFrom: 'item' },
			[definition(), definition()],
			{ onError: 'continueRegularOutput' },
		);

		expect(outputs[0]).toEqual([]);
		expect(outputs[1]?.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
			[expect.stringContaining('expired'), { item: 0 }],
			[expect.stringContaining('expired'), { item: 1 }],
		]);
	});
});
