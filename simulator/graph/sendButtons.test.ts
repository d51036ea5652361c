import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { button, namedBody, refusalOf, sendTemplate } from '../testing/caller.ts';
import { action, refusedBy, shownBy } from '../testing/families.ts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ settings: { pairLimit: { enabled: false } } });
});
afterAll(() => simulator.close());

const shown = (name: string, components: unknown[]) => shownBy(simulator, name, components);
const refused = (name: string, components: unknown[]) => refusedBy(simulator, name, components);
const guest = namedBody({ first_name: 'Ann' });
const event = namedBody({ first_name: 'Ann', event_name: 'Test Conf' });

describe('a flow button', () => {
	it('opens its form with token and data', async () => {
		const given = action('flow', { flow_token: 'order-42', flow_action_data: { name: 'Ann' } });
		expect((await shown('feedback_flow', [event, given])).buttons).toEqual([
			{
				index: 0,
				type: 'FLOW',
				text: 'Give feedback',
				flow: {
					id: '1354795268451905',
					screen: 'FEEDBACK',
					token: 'order-42',
					data: { name: 'Ann' },
				},
			},
		]);
	});

	it('needs to be named, but needs no parameter', async () => {
		expect((await shown('feedback_flow', [event, action('FLOW')])).buttons?.[0]?.flow).toEqual({
			id: '1354795268451905',
			screen: 'FEEDBACK',
			token: 'unused',
		});
		expect(await refused('feedback_flow', [event])).toEqual([
			131009,
			expect.stringContaining('must be named'),
		]);
	});

	it('is refused with a parameter of another kind, or with data that are no object', async () => {
		const text = button('flow', 0, { type: 'text', text: 'x' });
		expect((await refused('feedback_flow', [event, text]))[0]).toBe(131009);
		const data = action('flow', { flow_action_data: 'x' });
		expect((await refused('feedback_flow', [event, data]))[0]).toBe(131009);
	});

	it('is refused while its flow is blocked', async () => {
		simulator.control.change({ flows: { '1354795268451905': 'BLOCKED' } });
		expect((await refused('feedback_flow', [event, action('flow')]))[0]).toBe(132068);
		simulator.control.change({ flows: { '1354795268451905': null as never } });
		expect((await shown('feedback_flow', [event, action('flow')])).id).toMatch(/^wamid/);
	});
});

describe('a call button', () => {
	const call = (...parameters: unknown[]) => ({
		type: 'button',
		sub_type: 'voice_call',
		parameters,
	});

	it('needs nothing, and takes how long it works and a payload', async () => {
		const given = call(
			{ type: 'ttl_minutes', ttl_minutes: 100 },
			{ type: 'payload', payload: 'a' },
		);
		for (const components of [[guest], [guest, given]]) {
			expect((await shown('call_the_team', components)).buttons).toEqual([
				{ index: 0, type: 'VOICE_CALL', text: 'Call the team' },
			]);
		}
	});

	it('works for a minute to thirty days', async () => {
		for (const [minutes, number] of [
			[1, undefined],
			[43_200, undefined],
			[0, 131009],
			[43_201, 131009],
		]) {
			const given = call({ type: 'ttl_minutes', ttl_minutes: minutes });
			const answer = await sendTemplate(simulator, 'call_the_team', [guest, given]);
			expect((answer.json['error'] as JsonObject | undefined)?.['code']).toBe(number);
		}
	});
});

describe('a button of a kind that Graph does not know', () => {
	it('is refused with the list of kinds', async () => {
		const given = button('phone_number', 2, { type: 'text', text: '+1' });
		const refusal = refusalOf(await sendTemplate(simulator, 'support_contacts', [guest, given]));
		expect(refusal.message).toContain("Param template['components'][1]['sub_type'] must be one of");
		expect(refusal.message).toContain('got "phone_number"');
		expect(refusal.code).toBe(100);
	});

	it('may be written in any letter case', async () => {
		const given = button('QUICK_REPLY', 0, { type: 'payload', payload: 'YES' });
		const message = await shown('attendance_question', [event, given]);
		expect(message.buttons?.[0]?.payload).toBe('YES');
	});
});
