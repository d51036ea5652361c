import { setTimeout } from 'node:timers/promises';
import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import { call, subscribe } from '../testing/caller.ts';
import { startReceiver } from '../testing/receiver.ts';
import { aBody, aTemplate, act, createTemplate, deleteTemplates } from '../testing/templates.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(() => simulator.close());

const account = async () =>
	(await call(simulator, 'GET', '/sim/control/templates/account')).json as unknown as ReturnType<
		Simulator['control']['templateAccount']
	>;
const detail = (name = 'doors_open', language = 'en') =>
	call(simulator, 'GET', `/sim/control/templates/${name}/${language}`);
const later = (offsetMs: number) => simulator.control.change({ clock: { offsetMs } });
/** Edits the way a client does; the text makes each edit another one. */
const edit = (id: unknown, text: string) =>
	call(simulator, 'POST', `/v26.0/${String(id)}`, { components: [aBody(text)] });

describe('the account', () => {
	it('says how many templates there are and may be', async () => {
		const { templates } = await account();
		expect(templates).toEqual({ count: simulator.control.templates().length, limit: 250 });
	});

	it('counts the creations of the last hour and says when there is room again', async () => {
		simulator.control.change({ templates: { createsPerHour: 2 } });
		await createTemplate(simulator, aTemplate());
		expect((await account()).creations).toEqual({ used: 1, perHour: 2, nextAt: null });
		later(HOUR / 2);
		await createTemplate(simulator, aTemplate({ name: 'second' }));
		const { creations, now } = await account();
		expect(creations.used).toBe(2);
		expect(Math.round(((creations.nextAt ?? 0) - now) / 60_000)).toBe(30);
		later(HOUR + 1000);
		expect((await account()).creations).toMatchObject({ used: 1, nextAt: null });
	});

	it('names what deleted templates keep blocked: a language, or the whole name', async () => {
		await createTemplate(simulator, aTemplate());
		await createTemplate(simulator, aTemplate({ language: 'ja' }));
		const id = simulator.control.template('doors_open', 'en').id;
		await act(simulator, 'approve');
		await deleteTemplates(simulator, `name=doors_open&hsm_id=${id}`);
		const { blocked, now } = await account();
		expect(blocked).toEqual([{ name: 'doors_open', language: 'en', until: expect.any(Number) }]);
		expect(Math.round(((blocked[0]?.until ?? 0) - now) / DAY)).toBe(30);
		await deleteTemplates(simulator, 'name=doors_open');
		expect((await account()).blocked).toMatchObject([{ name: 'doors_open', language: null }]);
		later(30 * DAY + 1000);
		expect((await account()).blocked).toEqual([]);
	});

	it('says where webhooks about templates go', async () => {
		expect((await account()).webhooks['template_category_update']).toBeNull();
		const receiver = await startReceiver();
		await subscribe(simulator, receiver.url, ['message_template_status_update']);
		expect((await account()).webhooks).toMatchObject({
			message_template_status_update: receiver.url,
			template_category_update: null,
		});
		await receiver.close();
	});
});

describe('one template', () => {
	it('comes with the addresses of its samples', async () => {
		const { components } = (await detail('poster_image')).json as { components: JsonObject[] };
		expect(components[0]).toMatchObject({
			example: { header_handle: ['/sim/media/2871834006348767'] },
		});
	});

	it('says when it can be edited again', async () => {
		const id = (await createTemplate(simulator, aTemplate())).json['id'];
		expect((await detail()).json['edits']).toMatchObject({
			day: 0,
			month: 0,
			possible: false,
			nextAt: null,
		});
		await act(simulator, 'approve');
		const { edits } = simulator.control.template('doors_open', 'en');
		expect(edits).toMatchObject({ possible: true, nextAt: null });
		await edit(id, 'The doors of the venue open at ten.');
		await act(simulator, 'approve');
		const edited = simulator.control.template('doors_open', 'en').edits;
		expect(edited).toMatchObject({ day: 1, month: 1, perDay: 1, perMonth: 10, possible: false });
		expect((await edit(id, 'The doors of the venue open at noon.')).status).toBe(400);
		later((edited.nextAt ?? 0) - (await account()).now + 1000);
		expect((await edit(id, 'The doors of the venue open at noon.')).status).toBe(200);
	});

	it('waits longest for the tenth edit of a month', async () => {
		const id = (await createTemplate(simulator, aTemplate())).json['id'];
		for (let day = 0; day < 10; day += 1) {
			later(day * (DAY + 1000));
			await act(simulator, 'approve');
			await edit(id, `The doors of the venue open on day ${day}.`);
		}
		await act(simulator, 'approve');
		const { edits } = simulator.control.template('doors_open', 'en');
		const wait = (edits.nextAt ?? 0) - (await account()).now;
		expect([edits.month, Math.round(wait / DAY)]).toEqual([10, 21]);
	});

	it('is refused where there is none', async () => {
		expect(await detail('no_such')).toMatchObject({ status: 404 });
	});
});

describe('approving all', () => {
	it('approves what is in review and nothing else', async () => {
		await createTemplate(simulator, aTemplate());
		await createTemplate(simulator, aTemplate({ name: 'second' }));
		const rejected = simulator.control.template('lottery_rejected', 'en').status;
		const answer = await call(simulator, 'POST', '/sim/control/templates/approve');
		const names = (answer.json['templates'] as JsonObject[]).map(({ name }) => name);
		expect(names).toEqual(['schedule_change_pending', 'doors_open', 'second']);
		expect(simulator.control.templates().some(({ status }) => status === 'PENDING')).toBe(false);
		expect(simulator.control.template('lottery_rejected', 'en').status).toBe(rejected);
	});
});

describe('a delivery', () => {
	it('names the templates it tells of', async () => {
		const receiver = await startReceiver();
		await subscribe(simulator, receiver.url, ['message_template_status_update']);
		const id = (await createTemplate(simulator, aTemplate())).json['id'];
		await act(simulator, 'approve');
		await receiver.received(1);
		// The call is in the log when its answer is back here.
		while (simulator.control.deliveries().length === 0) await setTimeout(10);
		const { json } = await call(simulator, 'GET', '/sim/control/webhooks');
		expect(json['deliveries']).toMatchObject([{ templates: [{ id, event: 'APPROVED' }] }]);
		const of = async (template: unknown) => {
			const path = `/sim/control/webhooks?limit=5&template=${String(template)}`;
			return ((await call(simulator, 'GET', path)).json['deliveries'] as unknown[]).length;
		};
		expect([await of(id), await of('1')]).toEqual([1, 0]);
		await receiver.close();
	});
});
