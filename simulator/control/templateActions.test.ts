import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, subscribe } from '../testing/caller.ts';
import { startReceiver, type Receiver } from '../testing/receiver.ts';
import { aBody, aTemplate, act, createTemplate } from '../testing/templates.ts';

const HOUR = 3_600_000;
const FIELDS = [
	'message_template_status_update',
	'message_template_quality_update',
	'message_template_components_update',
	'template_category_update',
];

let simulator: Simulator;
let receiver: Receiver;
let id: string;
beforeEach(async () => {
	simulator = await startSimulator();
	receiver = await startReceiver();
	await subscribe(simulator, receiver.url, FIELDS);
	id = String((await createTemplate(simulator, aTemplate())).json['id']);
});
afterEach(async () => {
	await simulator.close();
	await receiver.close();
});

const told = async (count = 1) => {
	const calls = await receiver.received(count);
	return calls.map(({ raw }) => {
		const [entry] = (JSON.parse(raw) as { entry: { changes: JsonObject[] }[] }).entry;
		return entry?.changes[0] as { field: string; value: JsonObject };
	});
};
const template = () => simulator.control.templates().find((one) => one.id === id);
const later = (offsetMs: number) => simulator.control.change({ clock: { offsetMs } });
const named = () => ({
	message_template_id: Number(id),
	message_template_name: 'doors_open',
	message_template_language: 'en',
});

describe('a review by hand', () => {
	it('approves', async () => {
		expect((await act(simulator, 'approve')).json).toMatchObject({ id, status: 'APPROVED' });
		expect(await told()).toEqual([
			{
				field: 'message_template_status_update',
				value: {
					event: 'APPROVED',
					...named(),
					reason: 'NONE',
					message_template_category: 'UTILITY',
				},
			},
		]);
	});

	it('rejects with a reason and a recommendation', async () => {
		const given = {
			reason: 'INVALID_FORMAT',
			explanation: 'Too short.',
			recommendation: 'Say more.',
		};
		await act(simulator, 'reject', given);
		expect((await told())[0]?.value).toMatchObject({
			event: 'REJECTED',
			reason: 'INVALID_FORMAT',
			rejection_info: { reason: 'Too short.', recommendation: 'Say more.' },
		});
		const read = await call(simulator, 'GET', `/v26.0/${id}?fields=rejected_reason`);
		expect(read.json['rejected_reason']).toBe('INVALID_FORMAT');
	});

	it('explains wrong formats only', async () => {
		await act(simulator, 'reject', { reason: 'SCAM', recommendation: 'Do not.' });
		expect((await told())[0]?.value).not.toHaveProperty('rejection_info');
	});

	it('refuses a reason, an action and a template that do not exist', async () => {
		expect((await act(simulator, 'reject', { reason: 'UGLY' })).status).toBe(400);
		expect((await act(simulator, 'praise')).json['error']).toContain('approve');
		expect((await act(simulator, 'approve', {}, 'no_such')).status).toBe(400);
	});
});

describe('a pause', () => {
	it('lasts three hours, then six, and then the template is disabled', async () => {
		await act(simulator, 'approve');
		await told(1);
		await act(simulator, 'pause');
		expect((await told(2))[1]?.value).toMatchObject({
			event: 'PAUSED',
			other_info: { title: 'FIRST_PAUSE' },
		});
		later(3 * HOUR - 60_000);
		expect(template()?.status).toBe('PAUSED');
		later(3 * HOUR + 1000);
		expect(template()?.status).toBe('APPROVED');
		await told(3);
		await act(simulator, 'pause');
		expect((await told(4))[3]?.value['other_info']).toMatchObject({ title: 'SECOND_PAUSE' });
		later(9 * HOUR + 5000);
		expect(template()?.status).toBe('APPROVED');
		await told(5);
		await act(simulator, 'pause');
		expect((await told(6))[5]?.value).toMatchObject({
			event: 'DISABLED',
			disable_info: { disable_date: expect.stringMatching(/^\d+$/) },
			other_info: { title: 'DISABLED' },
		});
	});

	it('for the rate lasts until it is ended', async () => {
		await act(simulator, 'pause', { cause: 'rate' });
		later(100 * HOUR);
		expect(template()?.status).toBe('PAUSED');
		await told(1);
		await act(simulator, 'unpause');
		expect((await told(2)).map(({ value }) => value['other_info'])).toMatchObject([
			{ title: 'RATE_LIMITING_PAUSE' },
			{ title: 'UNPAUSE' },
		]);
	});
});

describe('another category', () => {
	it('comes at once', async () => {
		await act(simulator, 'recategorise', { category: 'MARKETING' });
		expect(await told()).toEqual([
			{
				field: 'template_category_update',
				value: { ...named(), previous_category: 'UTILITY', new_category: 'MARKETING' },
			},
		]);
		expect(template()).toMatchObject({ category: 'MARKETING', previous_category: 'UTILITY' });
	});

	it('or is announced a day before', async () => {
		await act(simulator, 'recategorise', { category: 'MARKETING', announce: true });
		expect((await told())[0]?.value).toEqual({
			...named(),
			new_category: 'UTILITY',
			correct_category: 'MARKETING',
			category_update_timestamp: expect.any(Number),
		});
		expect(template()?.category).toBe('UTILITY');
		later(25 * HOUR);
		expect(template()?.category).toBe('MARKETING');
		expect((await told(2))[1]?.value).toMatchObject({ previous_category: 'UTILITY' });
	});
});

describe('other things that happen to a template', () => {
	it('quality', async () => {
		await act(simulator, 'quality', { score: 'YELLOW' });
		expect(await told()).toEqual([
			{
				field: 'message_template_quality_update',
				value: {
					previous_quality_score: 'UNKNOWN',
					new_quality_score: 'YELLOW',
					...named(),
				},
			},
		]);
	});

	it('other components, by hand or by an edit', async () => {
		await act(simulator, 'components', { components: [aBody('Doors open at ten.')] });
		await told(1);
		await act(simulator, 'reject');
		await told(2);
		const components = [aBody('Doors open at noon.'), { type: 'FOOTER', text: 'Test Conf' }];
		await call(simulator, 'POST', `/v26.0/${id}`, { components });
		const changes = await told(3);
		expect(changes[0]).toEqual({
			field: 'message_template_components_update',
			value: { ...named(), message_template_element: 'Doors open at ten.' },
		});
		expect(changes[2]?.value).toEqual({
			...named(),
			message_template_element: 'Doors open at noon.',
			message_template_footer: 'Test Conf',
		});
	});

	it.each([
		['appeal', 'IN_APPEAL', 'IN_APPEAL'],
		['archive', 'ARCHIVED', 'ARCHIVED'],
		['unarchive', 'UNARCHIVED', 'APPROVED'],
		['reinstate', 'REINSTATED', 'APPROVED'],
		['limit', 'LIMIT_EXCEEDED', 'LIMIT_EXCEEDED'],
		['flag', 'FLAGGED', 'PENDING'],
		['lock', 'LOCKED', 'PENDING'],
		['disable', 'DISABLED', 'DISABLED'],
	])('%s tells %s and leaves it %s', async (action, event, status) => {
		await act(simulator, action);
		expect((await told())[0]?.value['event']).toBe(event);
		expect(template()?.status).toBe(status);
	});

	it('deletion, pending and done', async () => {
		simulator.control.change({ templates: { deletion: 'pending' } });
		await act(simulator, 'delete');
		await told(1);
		await act(simulator, 'delete');
		expect((await told(2)).map(({ value }) => value['event'])).toEqual([
			'PENDING_DELETION',
			'DELETED',
		]);
		expect(template()).toBeUndefined();
	});
});

describe('a review without a person', () => {
	const submit = async (text: string, change: JsonObject = {}) => {
		const components = [{ type: 'BODY', text, ...change }];
		const answer = await createTemplate(simulator, aTemplate({ name: 'reviewed', components }));
		later(10_000);
		const reviewed = simulator.control.templates().find((one) => one.name === 'reviewed');
		return { answered: answer.json, ...reviewed };
	};

	it('approves all after a while', async () => {
		simulator.control.change({ templates: { review: 'approve', afterMs: 5000 } });
		const { answered, status } = await submit('Doors open at ten.');
		expect([answered['status'], status]).toEqual(['PENDING', 'APPROVED']);
	});

	it('approves by itself when the time has passed', async () => {
		simulator.control.change({ templates: { review: 'approve', afterMs: 50 } });
		await createTemplate(simulator, aTemplate({ name: 'reviewed' }));
		expect((await told())[0]?.value).toMatchObject({ event: 'APPROVED' });
	});

	it('rejects variables side by side, and wording that is there already', async () => {
		simulator.control.change({ templates: { review: 'rules', afterMs: 100 } });
		const samples = ['a', 'b'].map((param_name) => ({ param_name, example: 'x' }));
		const adjacent = await submit('Good morning dear {{a}}{{b}}, the doors are open.', {
			example: { body_text_named_params: samples },
		});
		expect(adjacent).toMatchObject({ status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' });
		await createTemplate(simulator, aTemplate({ name: 'double' }));
		later(20_000);
		const double = simulator.control.templates().find((one) => one.name === 'double');
		expect(double).toMatchObject({ status: 'REJECTED' });
	});

	it('takes an advertisement for marketing', async () => {
		simulator.control.change({ templates: { review: 'rules', afterMs: 100 } });
		const { answered, category, status } = await submit(
			'Use the discount on all our tickets today.',
		);
		expect([answered['category'], category, status]).toEqual([
			'MARKETING',
			'MARKETING',
			'APPROVED',
		]);
	});
});

describe('templates and their limits', () => {
	it('outlive the simulator', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'templates-'));
		const storage = join(folder, 'sim.db');
		const settings = { templates: { review: 'approve', afterMs: 60_000 } } as const;
		const first = await startSimulator({ storage, settings });
		await createTemplate(first, aTemplate());
		await act(first, 'approve');
		await call(
			first,
			'DELETE',
			`/${first.credentials.businessAccountId}/message_templates?name=doors_open`,
		);
		await createTemplate(first, aTemplate({ name: 'waiting' }));
		await first.close();
		const second = await startSimulator({ storage });
		expect((await createTemplate(second, aTemplate())).status).toBe(400);
		second.control.change({ clock: { offsetMs: 61_000 } });
		const waiting = second.control.templates().find((one) => one.name === 'waiting');
		expect(waiting?.status).toBe('APPROVED');
		await second.close();
		await rm(folder, { recursive: true });
	});
});
