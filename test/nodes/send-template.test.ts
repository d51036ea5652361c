import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../simulator/index';
import { InProcessEngine } from '../engine/n8n-in-process';

let simulator: Simulator;
let engine: InProcessEngine;

beforeEach(async () => {
	simulator = await startSimulator();
	engine = new InProcessEngine({ whatsAppBusinessApi: { ...simulator.credentials } });
});

afterEach(async () => await simulator.close());

/** Values for the seeded attendee template, by variable name. */
const values = {
	first_name: 'Aiko',
	event_name: 'Tokyo Tech Summit',
	event_date: 'December 1, 2026',
	venue: 'Tokyo Forum',
	ticket_name: 'VIP',
	button_0: 'E2D4D6D096',
};

const parameters = (more: INodeParameters = {}): INodeParameters => ({
	template: { __rl: true, mode: 'list', value: 'attendee_registration_confirmation:en' },
	to: '={{ $json.to }}',
	variablesFrom: 'item',
	variablesJson: '={{ $json.variables }}',
	options: {},
	...more,
});

const person = (to: unknown, more: IDataObject = {}): IDataObject => ({
	to: to as string,
	variables: values,
	deliveryKey: `event:registration_confirmed:${String(to)}:1`,
	...more,
});

const send = async (items: IDataObject[], more: INodeParameters = {}, options = {}) => {
	const { outputs } = await engine.run('whatsAppSendTemplate', parameters(more), items, options);
	return { sent: outputs[0] ?? [], notSent: outputs[1] ?? [] };
};

test('an approved template reaches the phone, with its variables filled in', async () => {
	const { sent, notSent } = await send([person('+81 90-1234-5678')]);

	expect(notSent).toEqual([]);
	expect(sent[0]?.json).toMatchObject({
		outcome: 'accepted',
		recipient: '…5678',
		template: 'attendee_registration_confirmation',
		language: 'en',
	});
	expect(sent[0]?.pairedItem).toEqual({ item: 0 });
	const phones = await phonesOf(simulator);
	expect(phones[0].messages[0].body).toContain('Aiko');
});

test('one bad item goes to Not Sent with a reason, the others are sent', async () => {
	const { sent, notSent } = await send([
		person('+819012345678'),
		person('09012345679'),
		person(''),
		person('+819012345680', { variables: { ...values, first_name: ' ' } }),
		person('+819012345681'),
	]);

	expect(sent.map((item) => item.pairedItem)).toEqual([{ item: 0 }, { item: 4 }]);
	expect(notSent.map((item) => [item.json.outcome, item.json.reason])).toEqual([
		['skipped', 'phone_no_country'],
		['skipped', 'phone_missing'],
		['skipped', 'variable_missing'],
	]);
	expect(JSON.stringify(notSent.map(({ json: { input, ...rest } }) => rest))).not.toContain('9012345679');
});

test('a second run with the same key sends nothing', async () => {
	await send([person('+819012345678')]);
	const { sent, notSent } = await send([person('+819012345678')]);

	expect(sent).toEqual([]);
	expect(notSent[0]?.json).toMatchObject({ outcome: 'duplicate', reason: 'already_sent' });
});

async function phonesOf({ url }: Simulator) {
	const answer = await fetch(`${url}/sim/phones`);
	return ((await answer.json()) as { phones: any[] }).phones;
}
