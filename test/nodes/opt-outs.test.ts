import type { IDataObject, INodeParameters } from 'n8n-workflow';
import forgetAPerson from '../../flows/n8n/forget-a-person.json';
import forwardReplies from '../../flows/n8n/forward-replies.json';
import optOuts from '../../flows/n8n/opt-outs.json';
import { startSimulator, type Simulator } from '../../simulator/index';
import { startReceiver, type Receiver } from '../../simulator/testing/receiver';
import { InProcessEngine } from '../engine/n8n-in-process';
import { nodeTypeOf } from '../engine/node-types';

// What Data Table, If and the form do is n8n's; test/e2e runs the whole flows in a real one.
const PACKAGE = 'n8n-nodes-whatsapp-events.';
const PHONE = '819012345678';
const flows = { optOuts, forwardReplies, forgetAPerson };

let simulator: Simulator;
let target: Receiver;
let engine: InProcessEngine;

beforeEach(async () => {
	[simulator, target] = await Promise.all([startSimulator(), startReceiver()]);
	engine = new InProcessEngine({ whatsAppBusinessApi: { ...simulator.credentials } });
});

afterEach(async () => {
	await Promise.all([simulator.close(), target.close()]);
});

const parametersOf = (flow: { nodes: Array<{ name: string; parameters: object }> }, name: string) =>
	flow.nodes.find((node) => node.name === name)?.parameters as INodeParameters;

describe.each(Object.entries(flows))('the flow %s', (_, flow) => {
	test('leads from every step to one that is there', () => {
		const names = flow.nodes.map(({ name }) => name);
		type Wires = Record<string, { main: Array<Array<{ node: string }>> }>;
		for (const [from, { main }] of Object.entries(flow.connections as unknown as Wires)) {
			expect(names).toContain(from);
			for (const { node } of main.flat()) expect(names).toContain(node);
		}
		expect(new Set(names).size).toBe(names.length);
		expect(new Set(flow.nodes.map(({ id }) => id)).size).toBe(names.length);
	});

	test('has no field that our nodes do not have, and no credential', () => {
		for (const node of flow.nodes.filter(({ type }) => type.startsWith(PACKAGE))) {
			const { properties } = nodeTypeOf(node.type.replace(PACKAGE, '')).description;
			const known = properties.map(({ name }) => name);
			expect(known).toEqual(expect.arrayContaining(Object.keys(node.parameters)));
		}
		expect(JSON.stringify(flow)).not.toMatch(/"credentials"|127\.0\.0\.1/);
	});
});

/** The person of a message, as WhatsApp Person of a shipped flow gives it. */
const person = async (parameters: INodeParameters, item: IDataObject) => {
	const { outputs } = await engine.run('whatsAppPerson', parameters, [item]);
	return outputs[0]?.[0]?.json as IDataObject;
};

test('a planned message is known by the key its statuses will bring back, before it is sent', async () => {
	const message = { to: '+81 90-1234-5678', deliveryKey: 'e:registration_confirmed:1:1' };
	const to = '={{ $json.to }}';
	const { statusKey } = await person(
		{ operation: 'getKey', phone: to, defaultCountry: '' },
		message,
	);
	const { outputs } = await engine.run(
		'whatsAppSendTemplate',
		{
			template: { __rl: true, mode: 'name', value: 'attendee_registration_confirmation:en' },
			...{ to, variablesFrom: 'item', variablesJson: '{}', options: {} },
		},
		[message],
	);
	expect(outputs[1]?.[0]?.json).toMatchObject({ outcome: 'skipped', deliveryKey: statusKey });
	const noMessage = await person(
		{ operation: 'getKey', phone: to, defaultCountry: '' },
		{ to: `+${PHONE}` },
	);
	expect(noMessage).not.toHaveProperty('statusKey');
});

test('a person is the same in the trigger, in the form, in a copy, and in a delivery key', async () => {
	const inForm = await person(parametersOf(forgetAPerson, 'WhatsApp Person'), {
		'Phone number, with country code': '+81 90-1234-5678',
	});
	expect(inForm).toMatchObject({
		person: expect.stringMatching(/^[0-9a-f]{20}$/),
		phoneShown: '…5678',
	});
	const inCopy = await person(parametersOf(forwardReplies, 'WhatsApp Person'), {
		phone: `+${PHONE}`,
	});
	expect(inCopy.person).toBe(inForm.person);
	const { outputs } = await engine.run(
		'whatsAppSendTemplate',
		{
			template: { __rl: true, mode: 'name', value: 'attendee_registration_confirmation:en' },
			to: '+81 90-1234-5678',
			variablesFrom: 'item',
			variablesJson: '{}',
			options: {},
		},
		[{}],
	);
	const [result] = outputs.flat();
	expect(String(result?.json.deliveryKey).split(':').at(-1)).toBe(inForm.person);
});

test('a person is found in what Event Messages saw last', async () => {
	const parameters = { phone: '={{ $json.phone }}', defaultCountry: '' };
	const { personSeen } = await person(parameters, { phone: '+81 90-1234-5678' });
	const { outputs } = await engine.run(
		'whatsAppEventMessages',
		{
			source: 'notice',
			automations: ['attendee.registration_confirmed'],
			compare: true,
			seenBefore: '[]',
			options: {},
		},
		[
			{
				id: 'n-1',
				source: 'our-forms',
				type: 'ticket.updated',
				occurredAt: new Date().toISOString(),
				event: { id: 'conf', name: 'Conf' },
				order: { id: 'o-1', payment: 'paid' },
				ticket: { id: 't-1' },
				attendee: { name: 'Aiko Tanaka', phone: '+81 90-1234-5678' },
				test: false,
			},
		],
	);
	const seen = outputs[2]?.map(({ json }) => String(json.people)) ?? [];
	expect(seen.join()).toContain(` ${String(personSeen)} `);
});

test('a person is taken out of the sessions they speak in, and the other speakers stay', async () => {
	const of = (name: string, phone: string) => ({ name, firstName: name.split(' ')[0], phone });
	const notice = {
		...{ id: 's-1', source: 'our-forms', type: 'session.updated', test: false },
		occurredAt: new Date().toISOString(),
		event: { id: 'conf', name: 'Conf' },
		session: { id: 'a', title: 'Talk' },
		speakers: [of('Aiko Tanaka', '+81 90-1234-5678'), of('Ken Sato', '+81 80-9876-5432')],
	};
	const parameters = {
		...{ source: 'notice', automations: ['speaker.added_to_session'], compare: true },
		...{ seenBefore: '[]', options: {} },
	};
	const { outputs: planned } = await engine.run('whatsAppEventMessages', parameters, [notice]);
	const [row] = planned[2] ?? [];
	expect(JSON.stringify(row?.json)).toContain('Aiko');

	const step = parametersOf(forgetAPerson, 'Take Them Out');
	const rows = [row?.json as IDataObject, { ...row?.json, key: 'another', people: '' }];
	const phone = '+81 90-1234-5678';
	const { outputs } = await engine.run('whatsAppPerson', { ...step, phone }, rows);
	expect(outputs[0]).toHaveLength(1);
	const [left] = outputs[0] ?? [];
	expect(left?.json).toMatchObject({ key: row?.json.key, changedAt: row?.json.changedAt });
	expect(JSON.stringify(left?.json)).not.toMatch(/Aiko|1234-5678/);
	expect(JSON.stringify(left?.json)).toContain('Ken Sato');

	const { filters } = parametersOf(forgetAPerson, 'Last Seen');
	const session = { keyName: 'kind', condition: 'neq', keyValue: 'session' };
	expect(filters).toEqual({ conditions: [expect.anything(), session] });
});

test.each(['090-1234-5678', 'Aiko', '+81 123'])(
	'%j is nobody, and the step says why',
	async (phone) => {
		const parameters = { phone: '={{ $json.phone }}', defaultCountry: '' };
		await expect(engine.run('whatsAppPerson', parameters, [{ phone }])).rejects.toMatchObject({
			message: expect.stringContaining('hone number'),
			description: expect.stringContaining('+81 90 1234 5678'),
		});
	},
);

test('a number without country code is somebody where the country is known', async () => {
	const parameters = { phone: '={{ $json.phone }}', defaultCountry: 'JP' };
	const typed = await person(parameters, { phone: '090-1234-5678' });
	const whole = await person(parameters, { phone: '+81 90 1234 5678' });
	expect(typed.person).toBe(whole.person);
});
