import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { definition, outcomes, useManageDesk } from './desk';

const desk = useManageDesk();
const NAME = 'doors_open_tomorrow';
const TEMPLATES = '/message_templates';

const PNG = Buffer.concat([
	Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64'),
	Buffer.alloc(5000, 7),
]);

const withImage = (sample: string) => definition(NAME, { header: { type: 'image', sample } });

/** The file WhatsApp's reviewer sees. */
async function uploaded(): Promise<Buffer> {
	const { components } = desk.simulator.control.template(NAME, 'en') as never as {
		components: Array<{ example: { header_handle: string[] } }>;
	};
	const address = String(components[0]?.example.header_handle[0]);
	return Buffer.from(await (await fetch(new URL(address, desk.simulator.url))).arrayBuffer());
}

describe('the connection breaks', () => {
	test.each([
		['reset', true],
		['hang', true],
		['reset', false],
		['hang', false],
	])('at a creation (%s, taken: %s): no duplicate, and safe to run again', async (kind, taken) => {
		await desk.deploy({ timeout: 3 });
		desk.fault({ path: TEMPLATES, method: 'POST', kind, taken });
		const { done, attention, status } = await desk.run(definition());

		if (taken) expect(outcomes(done)).toEqual([['created']]);
		else {
			expect(attention[0]?.payload).toMatchObject({ outcome: 'failed', statusText: 'Failed' });
			expect(status).toMatch(/not reached|no clear answer/);
		}
		const again = await desk.run(definition());
		expect(outcomes(again.done)).toEqual([[taken ? 'unchanged' : 'created']]);
		expect(desk.templates(NAME)).toHaveLength(1);
	});

	test.each([
		['reset', true],
		['reset', false],
		['hang', false],
	])('at an edit (%s, taken: %s)', async (kind, taken) => {
		await desk.run(definition());
		desk.simulator.control.approvePending();
		const [template] = desk.templates(NAME);
		await desk.deploy({ timeout: 3 });
		desk.fault({ path: `/${template?.id}`, method: 'POST', kind, taken });
		const edited = definition(NAME, { footer: 'Test Conf' });
		const { done, attention } = await desk.run(edited);

		expect(outcomes([...done, ...attention])).toEqual(
			taken ? [['edited']] : [['failed', expect.any(String)]],
		);
		expect(outcomes((await desk.run(edited)).done)).toEqual([[taken ? 'unchanged' : 'edited']]);
	});

	test.each([true, false])('at a deletion (taken: %s)', async (taken) => {
		await desk.run(definition());
		await desk.deploy({ operation: 'delete', template: NAME, templateType: 'str', timeout: 3 });
		desk.fault({ path: TEMPLATES, method: 'DELETE', kind: 'reset', taken });
		const { done, attention, status } = await desk.run('');

		if (taken)
			expect(done[0]?.payload).toMatchObject({ outcome: 'deleted', statusText: 'Deleted' });
		else {
			expect(attention[0]?.payload).toMatchObject({
				outcome: 'failed',
				statusText: 'Deletion failed',
			});
			expect(status).toMatch(/not reached|no clear answer/);
		}
		await desk.run('');
		expect(desk.templates(NAME)).toEqual([]);
	});

	test('at an upload: it goes on where it was', async () => {
		desk.fault({ path: '/upload:', method: 'POST', kind: 'reset', bytes: 2000 });
		const { done } = await desk.run(withImage('picture'), { picture: PNG });

		expect(outcomes(done)).toEqual([['created']]);
		expect((await uploaded()).equals(PNG)).toBe(true);
	});

	test('at every upload: no template, a word to Catch, and safe to run again', async () => {
		desk.simulator.control.change({
			faults: [{ path: '/upload:', method: 'POST', kind: 'reset', taken: false }],
		} as never);
		const { attention, catches } = await desk.run(withImage('picture'), { picture: PNG });
		expect(outcomes(attention)).toEqual([['failed', expect.any(String)]]);
		expect(catches).toHaveLength(1);
		expect(desk.templates(NAME)).toEqual([]);

		desk.simulator.control.change({ faults: [] } as never);
		expect(outcomes((await desk.run(withImage('picture'), { picture: PNG })).done)).toEqual([
			['created'],
		]);
		expect(desk.templates(NAME)).toHaveLength(1);
	});
});

describe('the sample of a header', () => {
	test('is a file this Node-RED can read', async () => {
		const file = path.join(desk.nodeRed.userDir, 'poster.png');
		await writeFile(file, PNG);
		expect(outcomes((await desk.run(withImage(file))).done)).toEqual([['created']]);
		expect((await uploaded()).equals(PNG)).toBe(true);
	});

	test('is a Buffer of the message, also of an entry of a list', async () => {
		const { done } = await desk.run([
			{ definition: withImage('payload.poster'), poster: PNG },
			definition('b_two'),
		]);

		expect(outcomes(done)).toEqual([['created'], ['created']]);
		expect((await uploaded()).equals(PNG)).toBe(true);
	});

	test.each([
		['no_such_file.png', 'neither a file'],
		['http://example.com/a.png', 'https://'],
		['ftp://example.com/a.png', 'https://'],
		['https://127.0.0.1:9/a.png', 'cannot be read'],
	])('is not %s', async (sample, sentence) => {
		const { attention, error } = await desk.run(withImage(sample));

		expect(error).toBeUndefined();
		expect(outcomes(attention)).toEqual([['refused', 'sample_unreadable']]);
		expect(attention[0]?.payload.message).toContain(sentence);
		expect(desk.templates(NAME)).toEqual([]);
	});

	test('is not a file of another kind, which never leaves this machine', async () => {
		const file = path.join(desk.nodeRed.userDir, 'secrets.png');
		await writeFile(file, 'no picture at all');
		const { attention } = await desk.run(withImage(file));

		expect(outcomes(attention)).toEqual([['refused', 'sample_refused']]);
		expect(desk.simulator.control.calls({ path: '/upload' })).toEqual([]);
		expect(desk.templates(NAME)).toEqual([]);
	});

	test('needs the App ID, and a Catch node hears of it', async () => {
		await desk.deploy({}, { appId: '' });
		const { attention, catches } = await desk.run(withImage('picture'), { picture: PNG });

		expect(outcomes(attention)).toEqual([['refused', 'app_missing']]);
		expect(catches[0]?.error).toMatchObject({
			code: 'app_missing',
			message: expect.stringContaining('App ID'),
		});
	});
});
