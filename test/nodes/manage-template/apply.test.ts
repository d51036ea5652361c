import { findReadyMade } from '../../../core/templates/pack';
import { definition, outcomes, readyMade, useDesk } from './desk';

const desk = useDesk({ templates: { review: 'manual' } } as never);

describe('Apply', () => {
	test('creates what is missing, and changes nothing the second time', async () => {
		const first = await desk.apply([definition(), definition({ language: 'ja' })]);

		expect(first.done).toMatchObject([
			{
				outcome: 'created',
				name: 'doors_open_tomorrow',
				language: 'en',
				statusText: 'Approval pending',
			},
			{ outcome: 'created', language: 'ja', settled: false },
		]);
		const before = desk.changes();
		const second = await desk.apply([definition(), definition({ language: 'ja' })]);
		expect(outcomes(second.done)).toEqual([['unchanged'], ['unchanged']]);
		expect(desk.changes()).toEqual(before);
	});

	test('the pack on an empty account is pending, then approved, and then there is nothing to do', async () => {
		const pack = findReadyMade();
		// The account starts with some of them, in words of its own.
		for (const { name, language } of pack) {
			if (desk.templates(name).some((one) => one.language === language)) {
				desk.simulator.control.actOnTemplate(name, language, 'delete');
			}
		}
		desk.later(31 * 24);
		const first = await desk.apply(pack);
		expect(first.attention).toEqual([]);
		expect(first.done).toHaveLength(40);

		desk.simulator.control.approvePending();
		const second = await desk.apply(pack);
		expect(outcomes(second.done)).toEqual(Array(40).fill(['unchanged']));
		expect(second.done.every(({ approved }) => approved === true)).toBe(true);
	});

	test('a dry run prints the plan and changes nothing', async () => {
		await desk.apply([definition()]);
		desk.simulator.control.approvePending();
		const before = desk.changes();

		const { done } = await desk.apply(
			[definition({ footer: 'Test Conf' }), readyMade('sponsor_welcome', 'es')],
			{ dryRun: true },
		);

		expect(done).toMatchObject([
			{ outcome: 'planned', action: 'edit', changes: ['footer'], dryRun: true },
			{ outcome: expect.stringMatching(/planned|unchanged/), name: 'sponsor_welcome' },
		]);
		expect(desk.changes()).toEqual(before);
	});

	test('an approved template is edited once a day; then it is said when it will be possible', async () => {
		await desk.apply([definition()]);
		desk.simulator.control.approvePending();
		const edited = await desk.apply([definition({ footer: 'Test Conf' })]);
		expect(edited.done).toMatchObject([{ outcome: 'edited', changes: ['footer'] }]);
		desk.simulator.control.approvePending();

		const again = await desk.apply([definition({ footer: 'Another' })]);
		expect(again.attention).toMatchObject([
			{
				outcome: 'waiting',
				reason: 'edited_recently',
				possibleAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
				whatToDo: expect.any(String),
			},
		]);
		expect(again.hints).toEqual(['1 of 1 needs attention: 1 waiting (edited_recently)']);
	});

	test('one that is in review cannot be edited meanwhile', async () => {
		await desk.apply([definition()]);

		const { attention } = await desk.apply([definition({ footer: 'Test Conf' })]);
		expect(outcomes(attention)).toEqual([['waiting', 'in_review']]);
	});

	test('a deleted name stays blocked', async () => {
		await desk.apply([definition(), definition({ language: 'ja' })]);
		desk.simulator.control.approvePending();
		await desk.of('delete', 'doors_open_tomorrow:en');

		const { attention } = await desk.apply([definition()]);
		expect(attention).toMatchObject([{ outcome: 'waiting', reason: 'name_blocked' }]);
	});

	test('what the check refuses is not sent, unless somebody insists', async () => {
		const wrong = definition({ body: '{{first_name}}, the doors open at nine. Bring a ticket.' });
		const first = await desk.apply([wrong]);
		expect(first.attention).toMatchObject([
			{ outcome: 'refused', reason: 'check_failed', findings: [{ severity: 'error' }] },
		]);
		expect(desk.changes()).toEqual([]);

		await desk.apply([wrong], { ignoreCheck: true });
		expect(desk.changes()).toHaveLength(1);
	});

	test('one bad item does not stop the others, and each result names its item', async () => {
		const items = [
			{ definition: definition() },
			{ definition: 'no JSON at all' },
			{ definition: [] },
			{ note: 'no definition' },
			{ definition: definition() },
			{ definition: definition({ name: 'second' }) },
		];
		const { done, attention, from } = await desk.run('apply', items as never);

		expect(done.map(({ name }) => name)).toEqual(['doors_open_tomorrow', 'second']);
		expect(outcomes(attention)).toEqual([
			['refused', 'definition_invalid'],
			['refused', 'definition_invalid'],
			['refused', 'definition_invalid'],
			['refused', 'same_batch'],
		]);
		expect(from).toEqual([0, 5, 1, 2, 3, 4]);
	});

	test('a list in one item gives a result for each, all from that item', async () => {
		const { done, from } = await desk.run('apply', [
			{ definition: [definition(), definition({ name: 'second' })] },
		]);

		expect(done.map(({ name }) => name)).toEqual(['doors_open_tomorrow', 'second']);
		expect(from).toEqual([0, 0]);
	});

	test('an item is carried along where that is asked for', async () => {
		const { done } = await desk.apply([definition()], { includeInput: true });

		expect(done[0].input).toEqual({ definition: definition() });
	});
});

describe('Submit for Approval', () => {
	test('sends a rejected template again, though nothing about it changed', async () => {
		await desk.apply([definition()]);
		desk.simulator.control.actOnTemplate('doors_open_tomorrow', 'en', 'reject', {
			reason: 'INCORRECT_CATEGORY',
		});
		const applied = await desk.apply([definition()]);
		expect(applied.attention).toMatchObject([
			{ outcome: 'unchanged', statusText: 'Rejected', rejection: { reason: 'INCORRECT_CATEGORY' } },
		]);

		const { done } = await desk.run('submit', [definition()]);
		expect(done).toMatchObject([{ outcome: 'edited', statusText: 'Approval pending' }]);
	});
});
