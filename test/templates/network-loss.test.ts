import type { TemplateDefinition } from '../../core/templates/definition';
import type { TemplateResult } from '../../core/templates/manage/result';
import type { Fault } from '../../simulator/index';
import { Desk, packFiles } from './desk';

const PNG = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64',
);

let desk: Desk;
beforeEach(async () => {
	desk = await Desk.open();
});
afterEach(async () => await desk.close());

const [first] = packFiles();
const definition = first as TemplateDefinition;
const picture: TemplateDefinition = {
	...definition,
	name: 'with_picture',
	body: definition.body?.replace('Hi', 'Hello'),
	header: { type: 'image', sample: 'https://events.example/banner.png' },
};

const faults = (...list: Fault[]) => desk.simulator.control.change({ faults: list });
const readSample = async () => ({ name: 'banner.png', mimeType: 'image/png', data: PNG });
const apply = async (...definitions: TemplateDefinition[]): Promise<TemplateResult[]> =>
	await desk.run('apply', [{ definition: definitions }], { timeout: 3 }, { readSample });
const templates = () => desk.simulator.control.templates();

const CREATE = { path: '/message_templates', method: 'POST', times: 1 } as const;

/** The ways in which an answer gets lost; `taken` says whether the request took effect. */
const losses: Array<[string, Omit<Fault, 'path'>, boolean]> = [
	['a connection reset after it arrived', { kind: 'reset', taken: true }, true],
	['a connection reset before it arrived', { kind: 'reset', taken: false }, false],
	['no answer, though it arrived', { kind: 'hang', taken: true }, true],
	['a gateway’s page, though it arrived', { kind: 'html', httpStatus: 502, taken: true }, true],
	['a gateway’s page', { kind: 'html', httpStatus: 502 }, false],
	['a server error', { kind: 'error', code: 131000, httpStatus: 500 }, false],
];

describe.each(losses)('%s', (_name, loss, taken) => {
	it('at a creation: no second template, a clear status, safe to run again', async () => {
		faults({ ...CREATE, ...loss });

		const [result] = await apply(definition);

		expect(templates()).toHaveLength(taken ? 1 : 0);
		if (taken) expect(result).toMatchObject({ outcome: 'created', status: 'pending' });
		else expect(result).toMatchObject({ outcome: 'failed', reason: 'unclear', status: 'failed' });
		faults();
		const [again] = await apply(definition);
		expect(again?.outcome).toBe(taken ? 'unchanged' : 'created');
		expect(templates()).toHaveLength(1);
	});

	it('at an edit: what was made counts, what was not can be made again', async () => {
		await apply(definition);
		desk.simulator.control.approvePending();
		const [{ id = '' } = {}] = templates();
		const changed = { ...definition, body: `${definition.body} Thank you.` };
		faults({ path: `/${id}`, method: 'POST', times: 1, ...loss });

		const [result] = await apply(changed);

		if (taken) expect(result).toMatchObject({ outcome: 'edited', status: 'pending' });
		else expect(result).toMatchObject({ outcome: 'failed', reason: 'unclear', status: 'failed' });
		faults();
		expect((await apply(changed))[0]?.outcome).toBe(taken ? 'unchanged' : 'edited');
	});

	it('at a deletion: deleted, or deletion failed, and safe to run again', async () => {
		await apply(definition);
		faults({ path: '/message_templates', method: 'DELETE', times: 1, ...loss });
		const asked = [{ template: `${definition.name}:${definition.language}` }];

		const [result] = await desk.run('delete', asked, { timeout: 3 });

		expect(templates()).toHaveLength(taken ? 0 : 1);
		if (taken) expect(result).toMatchObject({ outcome: 'deleted', status: 'deleted' });
		else expect(result).toMatchObject({ outcome: 'failed', status: 'deletionFailed' });
		faults();
		const [again] = await desk.run('delete', asked);
		expect(again?.outcome).toBe(taken ? 'unchanged' : 'deleted');
		expect(templates()).toHaveLength(0);
	});

	it.each(['/uploads', '/upload:'])(
		'at an upload (%s): the template is made once, or not yet',
		async (path) => {
			faults({ path, method: 'POST', times: 1, ...loss });

			const [result] = await apply(picture);

			// A broken upload is gone on with; one that could not begin is begun by the next run.
			if (path === '/upload:') expect(result).toMatchObject({ outcome: 'created' });
			else
				expect(result).toMatchObject({
					outcome: 'failed',
					message: expect.stringMatching(/sample/),
				});
			faults();
			expect((await apply(picture))[0]?.outcome).toBe(
				path === '/upload:' ? 'unchanged' : 'created',
			);
			expect(templates()).toHaveLength(1);
			expect(templates()[0]?.components[0]).toMatchObject({ format: 'IMAGE' });
		},
	);
});

it('an upload that is cut off goes on where it stopped', async () => {
	faults({ path: '/upload:', method: 'POST', times: 2, kind: 'reset', bytes: 20 });

	expect(await apply(picture)).toMatchObject([{ outcome: 'created' }]);

	const uploads = desk.simulator.control.calls({ path: '/upload:', limit: 20 });
	expect(uploads.map(({ method }) => method).reverse()).toEqual([
		'POST',
		'GET',
		'POST',
		'GET',
		'POST',
	]);
});

it('one file is uploaded once, however many templates show it', async () => {
	const others = ['one', 'two', 'three'].map((name) => ({
		...picture,
		name,
		body: `${picture.body} ${name}.`,
	}));

	expect((await apply(...others)).map(({ outcome }) => outcome)).toEqual(
		others.map(() => 'created'),
	);
	expect(desk.simulator.control.calls({ path: '/uploads' })).toHaveLength(1);
});

it('nothing is left when nothing was reached, and the rest of the run is not tried', async () => {
	const account = { ...desk.account, apiUrl: 'http://127.0.0.1:9' };
	await desk.simulator.close();

	await expect(desk.run('apply', [{ definition }], {}, { account })).rejects.toThrow();
});

it('a token that is refused stops the run and says so once for each', async () => {
	const others = packFiles().slice(0, 3);
	faults({
		path: '/message_templates',
		method: 'POST',
		times: 1,
		kind: 'error',
		code: 190,
		httpStatus: 401,
	});

	const results = await apply(...others);

	expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
		['failed', 'halted'],
		['failed', 'halted'],
		['failed', 'halted'],
	]);
	expect(results[0]?.error?.code).toBe(190);
	expect(desk.changes()).toHaveLength(1);
});

it('a sample nobody can read, and an account without App ID, are told with what to do', async () => {
	const unreadable = { readSample: async () => Promise.reject(new Error('404 Not Found')) };
	const inputs = [{ definition: picture }];
	expect(await desk.run('apply', inputs, {}, unreadable)).toMatchObject([
		{ outcome: 'refused', reason: 'sample_unreadable', message: expect.stringContaining('404') },
	]);
	const account = { ...desk.account, appId: '' };
	expect(await desk.run('apply', inputs, {}, { readSample, account })).toMatchObject([
		{ outcome: 'refused', reason: 'app_missing', whatToDo: expect.stringContaining('App ID') },
	]);
	expect(templates()).toHaveLength(0);
});

it('a file of a kind no header shows is refused before anything is uploaded', async () => {
	const text = async () => ({ name: 'a.txt', mimeType: 'text/plain', data: Buffer.from('hello') });

	expect(
		await desk.run('apply', [{ definition: picture }], {}, { readSample: text }),
	).toMatchObject([{ outcome: 'refused', reason: 'sample_refused' }]);
	expect(desk.changes()).toEqual([]);
});

it('a rejected template that is sent in again counts as sent only when it is in review', async () => {
	await apply(definition);
	desk.simulator.control.actOnTemplate(definition.name, definition.language, 'reject');
	const [{ id = '' } = {}] = templates();
	faults({ path: `/${id}`, method: 'POST', times: 1, kind: 'reset', taken: false });

	const [lost] = await desk.run('submit', [{ definition }]);
	expect(lost).toMatchObject({ outcome: 'failed', reason: 'unclear' });
	const [sent] = await desk.run('submit', [{ definition }]);
	expect(sent).toMatchObject({ outcome: 'edited', status: 'pending' });
	expect(sent?.message).toContain('was sent in again');
});

it('what Meta did is reported though it cannot be noted when', async () => {
	jest.spyOn(desk.marks, 'add').mockRejectedValue(new Error('database is locked'));
	jest.spyOn(desk.marks, 'known').mockRejectedValue(new Error('database is locked'));
	await apply(definition);
	desk.simulator.control.approvePending();
	const once = { ...definition, body: `${definition.body} Thank you.` };
	expect(await apply(once)).toMatchObject([{ outcome: 'edited' }]);
	desk.simulator.control.approvePending();

	// Nothing is known of the edit, but Meta says when the template was changed last.
	const [again] = await apply(definition);
	expect(again).toMatchObject({ outcome: 'waiting', reason: 'edited_recently' });
	expect(Date.parse(again?.possibleAt ?? '')).toBeGreaterThan(desk.now + 23 * 3_600_000);
});
