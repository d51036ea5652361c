import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, refusalOf } from '../testing/caller.ts';
import { aBody, aTemplate, act, createTemplate, shownRefusal } from '../testing/templates.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let simulator: Simulator;
let id: string;
beforeEach(async () => {
	simulator = await startSimulator();
	id = String((await createTemplate(simulator, aTemplate())).json['id']);
});
afterEach(() => simulator.close());

const edit = (change: JsonObject) => call(simulator, 'POST', `/v26.0/${id}`, change);
const saying = (text: string) => ({ components: [aBody(text)] });
const later = (offsetMs: number) => simulator.control.change({ clock: { offsetMs } });
const status = async () =>
	(await call(simulator, 'GET', `/v26.0/${id}?fields=status`)).json['status'];

describe('an edit', () => {
	it('is refused in review', async () => {
		expect(shownRefusal(await edit(saying('Doors open at ten.')))).toMatchObject({
			code: 100,
			error_subcode: 2388039,
			error_user_title: "Message template status can't be changed",
		});
	});

	it('brings an approved template back into review, with its new text', async () => {
		await act(simulator, 'approve');
		expect((await edit(saying('Doors open at ten.'))).json).toEqual({ success: true });
		expect(await status()).toBe('PENDING');
		const { json } = await call(simulator, 'GET', `/v26.0/${id}?fields=components`);
		expect(json['components']).toEqual([aBody('Doors open at ten.')]);
	});

	it('of an approved template is taken once a day', async () => {
		await act(simulator, 'approve');
		await edit(saying('Doors open at ten.'));
		await act(simulator, 'approve');
		expect(shownRefusal(await edit(saying('Doors open at noon.')))).toMatchObject({
			error_subcode: 2388124,
			error_user_msg: expect.stringContaining('24 hours'),
		});
		later(DAY + HOUR);
		expect((await edit(saying('Doors open at noon.'))).status).toBe(200);
	});

	it('of an approved template is taken ten times in thirty days', async () => {
		for (let day = 0; day < 10; day += 1) {
			later(day * (DAY + HOUR));
			await act(simulator, 'approve');
			expect((await edit(saying(`Doors open at ${day}.`))).status).toBe(200);
		}
		await act(simulator, 'approve');
		later(11 * (DAY + HOUR));
		expect(shownRefusal(await edit(saying('Doors open.'))).error_user_msg).toContain('10 times');
		later(31 * DAY);
		expect((await edit(saying('Doors open.'))).status).toBe(200);
	});

	it('of a rejected template is taken at any time, with another category too', async () => {
		for (const category of ['MARKETING', 'UTILITY']) {
			await act(simulator, 'reject', { reason: 'INCORRECT_CATEGORY' });
			expect((await edit({ category })).status).toBe(200);
		}
		expect(await status()).toBe('PENDING');
	});

	it('cannot move an approved template into another category', async () => {
		await act(simulator, 'approve');
		expect(shownRefusal(await edit({ category: 'MARKETING' })).error_user_msg).toContain(
			'category',
		);
	});

	it('of the waiting time alone needs no review', async () => {
		await act(simulator, 'approve');
		expect((await edit({ message_send_ttl_seconds: 600 })).status).toBe(200);
		expect(await status()).toBe('APPROVED');
		expect(refusalOf(await edit({ message_send_ttl_seconds: 5 })).code).toBe(100);
	});

	it('is checked like a new template, and changes nothing when refused', async () => {
		await act(simulator, 'approve');
		expect(shownRefusal(await edit(saying('a'.repeat(1025))))).toMatchObject({
			error_subcode: 2388040,
		});
		expect(await status()).toBe('APPROVED');
	});

	it('of a template that is not there is refused', async () => {
		id = '999';
		expect(refusalOf(await edit(saying('x')))).toMatchObject({ code: 100, error_subcode: 33 });
	});
});

describe('ending a pause', () => {
	const unpause = () => call(simulator, 'POST', `/v26.0/${id}/unpause`);

	it('makes a paused template approved again', async () => {
		await act(simulator, 'pause');
		expect((await unpause()).json).toEqual({ success: true });
		expect(await status()).toBe('APPROVED');
	});

	it('is refused when there is none', async () => {
		expect(shownRefusal(await unpause()).error_user_msg).toContain('not paused');
	});
});
