import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { named, outcomes, person, phone, useDesk, values } from './desk';

const desk = useDesk();

const fields = (value: IDataObject, more: INodeParameters = {}): INodeParameters => ({
	variablesFrom: 'fields',
	variables: { mappingMode: 'defineBelow', value: value as never },
	...more,
});

const lastBody = () => desk.simulator.control.phones()[0]?.messages.at(-1)?.body;

const sentComponents = () => desk.requests().at(-1)?.body.template.components;

test('as fields: each field by itself, with expressions per item', async () => {
	const value = { ...values, first_name: '={{ $json.name }}' };
	const items = ['Aiko', 'Ben'].map((name, index) => ({ to: phone(index), name }));

	const { sent } = await desk.send(items, fields(value));

	expect(sent).toHaveLength(2);
	const bodies = desk.simulator.control.phones().map(({ messages }) => messages[0]?.body ?? '');
	expect(bodies.map((body) => body.slice(0, 8)).sort()).toEqual(['Hi Aiko,', 'Hi Ben, ']);
});

test('as fields: one left empty skips the item', async () => {
	const { notSent } = await desk.send([{ to: phone(1) }], fields({ ...values, venue: '' }));

	expect(outcomes(notSent)).toEqual([['skipped', 'variable_missing']]);
});

test('as fields: nothing filled in yet skips the item', async () => {
	const { notSent } = await desk.send([{ to: phone(1) }], {
		variablesFrom: 'fields',
		variables: { mappingMode: 'defineBelow', value: null },
	});

	expect(outcomes(notSent)).toEqual([['skipped', 'variable_missing']]);
});

test('from the item: as JSON text', async () => {
	const { sent } = await desk.send([person(phone(1), { variables: JSON.stringify(values) })]);

	expect(sent).toHaveLength(1);
	expect(lastBody()).toContain('Tokyo Forum');
});

test('from the item: a list fills numbered variables', async () => {
	const { sent } = await desk.send(
		[person(phone(1), { variables: ['Ann', 'A1', 'paid'] })],
		named('order_update_positional'),
	);

	expect(sent).toHaveLength(1);
	expect(lastBody()).toBe('Hi Ann, your order A1 is now paid. Thank you!');
});

test('from the item: numbers as names fill numbered variables', async () => {
	await desk.send(
		[person(phone(1), { variables: { 1: 'Ann', 2: 42, 3: true } })],
		named('order_update_positional'),
	);

	expect(lastBody()).toBe('Hi Ann, your order 42 is now true. Thank you!');
});

test.each([undefined, null, '', '  '])(
	'from the item: %j is no values at all',
	async (variables) => {
		const { notSent } = await desk.send([person(phone(1), { variables: variables as never })]);

		expect(outcomes(notSent)).toEqual([['skipped', 'variable_missing']]);
	},
);

test('a template without variables is sent when the item has no values', async () => {
	const { sent } = await desk.send([person(phone(1), { variables: '' })], named('hello_world'));

	expect(sent).toHaveLength(1);
	expect(sentComponents()).toBeUndefined();
});

test('line breaks and many spaces, which Meta refuses, become a space', async () => {
	const variables = { ...values, venue: 'Hall B\n\nTokyo\tForum     Annex \n' };
	const { sent } = await desk.send([person(phone(1), { variables })]);

	expect(sent).toHaveLength(1);
	expect(lastBody()).toContain('Where: Hall B Tokyo Forum    Annex\n');
});

test('header text and body keep their own numbered variables', async () => {
	await desk.send(
		[person(phone(1), { variables: { header_1: 'Test Conf', 1: 'Ann', 2: '9:00' } })],
		named('reminder_header_positional'),
	);

	const [message] = desk.simulator.control.phones()[0]?.messages ?? [];
	expect(message?.header).toMatchObject({ text: 'Test Conf is near' });
	expect(message?.body).toBe('Hi Ann, doors open at 9:00 tomorrow.');
});

test('buttons take their values: link ends, copy codes, and payloads where wanted', async () => {
	await desk.send(
		[person(phone(1), { variables: { first_name: 'Ann', button_0: 'one', button_1: 'two' } })],
		named('session_pages'),
	);
	expect(desk.simulator.control.phones()[0]?.messages[0]?.buttons).toMatchObject([
		{ url: 'https://test-conf.example/s/one' },
		{ url: 'https://test-conf.example/s/two' },
	]);

	await desk.send(
		[person(phone(2), { variables: { first_name: 'Ann', button_0: '25OFF' } })],
		named('speaker_gift_code'),
	);
	expect(sentComponents().at(-1)).toMatchObject({
		type: 'button',
		sub_type: 'copy_code',
		parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }],
	});

	await desk.send(
		[person(phone(3), { variables: { first_name: 'Ann', event_name: 'X', button_1: 'no-42' } })],
		named('attendance_question'),
	);
	expect(sentComponents().slice(1)).toMatchObject([
		{ sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 'no-42' }] },
	]);
});

test('a location header takes an object or its JSON', async () => {
	const place = {
		latitude: 35.68,
		longitude: '139.76',
		name: 'Tokyo Forum',
		address: 'Marunouchi 3',
	};
	const item = (header_location: unknown, index: number) =>
		person(phone(index), {
			variables: { first_name: 'Ann', event_name: 'X', header_location } as never,
		});

	const { sent, notSent } = await desk.send(
		[
			item(place, 1),
			item(JSON.stringify(place), 2),
			item('Tokyo', 3),
			item({ ...place, name: '' }, 4),
		],
		named('venue_location'),
	);

	expect(sent).toHaveLength(2);
	expect(outcomes(notSent)).toEqual([
		['skipped', 'variable_invalid'],
		['skipped', 'variable_invalid'],
	]);
	expect(desk.simulator.control.phones()[0]?.messages[0]?.header).toMatchObject({
		type: 'location',
		latitude: 35.68,
		name: 'Tokyo Forum',
	});
});
