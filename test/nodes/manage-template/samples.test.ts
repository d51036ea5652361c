import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import nock from 'nock';
import type { Json } from '../../engine/json';
import { definition, outcomes, useDesk } from './desk';

const desk = useDesk({ templates: { review: 'manual' } } as never);

afterEach(() => nock.cleanAll());
/** It changes http for the whole process, and so for the test files that follow. */
afterAll(() => nock.restore());

const PNG = Buffer.concat([
	Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64'),
	Buffer.alloc(5000, 7),
]);

const withImage = (sample: string, more: IDataObject = {}) =>
	definition({ header: { type: 'image', sample }, ...more });

const item = (sample: string): INodeExecutionData => ({
	json: withImage(sample),
	binary: {
		poster: { data: PNG.toString('base64'), mimeType: 'image/png', fileName: 'poster.png' },
	},
});

/** The file WhatsApp's reviewer sees. */
async function uploaded(): Promise<Buffer> {
	const { components } = desk.simulator.control.template('doors_open_tomorrow', 'en') as Json;
	const [address] = components[0].example.header_handle;
	const answer = await fetch(new URL(address, desk.simulator.url));
	return Buffer.from(await answer.arrayBuffer());
}

test('a file field of the item is uploaded, byte for byte', async () => {
	const { done } = await desk.run('apply', [item('poster')]);

	expect(outcomes(done)).toEqual([['created']]);
	expect((await uploaded()).equals(PNG)).toBe(true);
});

test('a public link is fetched and uploaded', async () => {
	nock('https://files.example.com')
		.get('/a/poster.png')
		.reply(200, PNG, { 'content-type': 'image/png; charset=binary' });

	const { done } = await desk.apply([withImage('https://files.example.com/a/poster.png')]);
	expect(outcomes(done)).toEqual([['created']]);
	expect((await uploaded()).equals(PNG)).toBe(true);
});

test.each([
	['ftp://example.com/a.png', 'https://'],
	['file:///etc/passwd', 'https://'],
	['http://example.com/a.png', 'https://'],
	['no_such_field', 'it has poster'],
])('%s is no sample', async (sample, sentence) => {
	const { attention } = await desk.run('apply', [item(sample)]);

	expect(attention[0]).toMatchObject({ outcome: 'refused', name: 'doors_open_tomorrow' });
	expect(JSON.stringify(attention[0])).toContain(sentence);
	expect(desk.templates('doors_open_tomorrow')).toEqual([]);
});

test('a link that is gone is said, and the other items go on', async () => {
	nock('https://files.example.com').get('/gone.png').reply(404, 'no');
	const { done, attention } = await desk.apply([
		withImage('https://files.example.com/gone.png'),
		definition({ name: 'second' }),
	]);

	expect(outcomes(attention)).toEqual([['refused', 'sample_unreadable']]);
	expect(attention[0].message).toContain('404');
	expect(outcomes(done)).toEqual([['created']]);
});

test('an upload that breaks goes on where it was', async () => {
	desk.fault({ path: '/upload:', method: 'POST', kind: 'reset', bytes: 2000 });
	const { done } = await desk.run('apply', [item('poster')]);

	expect(outcomes(done)).toEqual([['created']]);
	expect((await uploaded()).equals(PNG)).toBe(true);
});

test('an upload that cannot be made leaves no template, and is safe to run again', async () => {
	desk.simulator.control.change({
		faults: [{ path: '/upload:', method: 'POST', kind: 'reset', taken: false }],
	} as never);
	await expect(desk.run('apply', [item('poster')])).rejects.toMatchObject({
		message: expect.stringMatching(/“poster” could not be uploaded/),
	});
	expect(desk.templates('doors_open_tomorrow')).toEqual([]);

	desk.simulator.control.change({ faults: [] });
	expect(outcomes((await desk.run('apply', [item('poster')])).done)).toEqual([['created']]);
	expect(desk.templates('doors_open_tomorrow')).toHaveLength(1);
});

test('an upload that cannot be made fails the step only where nothing else was done', async () => {
	desk.simulator.control.change({
		faults: [{ path: '/upload:', method: 'POST', kind: 'reset', taken: false }],
	} as never);
	const { done, attention } = await desk.run('apply', [
		definition({ name: 'first' }),
		item('poster'),
		definition({ name: 'third' }),
	]);

	expect(outcomes(done)).toEqual([['created']]);
	expect(outcomes(attention)).toEqual([
		['failed', 'not_reached'],
		['failed', 'halted'],
	]);
});

test('a credential without App ID fails the step, and says where it stands', async () => {
	desk.engine.credentials.whatsAppBusinessApi = { ...desk.simulator.credentials, appId: '' };

	await expect(desk.run('apply', [item('poster')])).rejects.toMatchObject({
		message: expect.stringContaining('App ID'),
		description: expect.stringContaining('App settings'),
	});
});
