import { TemplateDesk } from './templateDesk.ts';
import { TemplateStore } from './templateStore.ts';
import type { Template } from './types.ts';

const template: Template = {
	id: '1',
	name: 'doors_open',
	language: 'en',
	category: 'UTILITY',
	status: 'PENDING',
	components: [{ type: 'BODY', text: 'as listed' }],
};
const asked = { ...template, components: [{ type: 'BODY', text: 'as asked for' }] };

const { fetch } = globalThis;
let answers: Record<string, unknown>;
let calls: string[];
beforeEach(() => {
	calls = [];
	answers = {
		'/sim/control/templates': { templates: [template] },
		'/sim/control/templates/account': { now: 5000 },
		'/sim/control': { clock: { rate: 1, offsetMs: 0 } },
		'/sim/control/templates/doors_open/en': asked,
		'/sim/control/webhooks?limit=20&template=1': { deliveries: [] },
	};
	globalThis.fetch = ((path: string) => {
		calls.push(path);
		const answer = answers[path];
		const found = answer === undefined ? { status: 404 } : { status: 200 };
		return Promise.resolve(Response.json(answer ?? { error: 'There is none.' }, found));
	}) as never;
});
afterEach(() => {
	globalThis.fetch = fetch;
});

const desk = () => {
	const store = new TemplateStore();
	return { store, desk: new TemplateDesk(store, () => {}) };
};

describe('the reviewer’s desk', () => {
	it('shows the open template as it was asked for, with the state that the list has', async () => {
		const { store, desk: one } = desk();
		one.open('doors_open', 'en');
		await one.refresh();
		store.apply({ ...template, status: 'APPROVED' });
		expect(one.openTemplate()).toMatchObject({
			status: 'APPROVED',
			components: asked.components,
		});
	});

	it('loads once for many calls at a time', async () => {
		const { desk: one } = desk();
		await Promise.all([one.refresh(), one.refresh(), one.refresh()]);
		expect(calls.filter((path) => path === '/sim/control/templates')).toHaveLength(1);
	});

	it('knows that there is no such template', async () => {
		const { desk: one } = desk();
		one.open('no_such', 'en');
		await one.refresh();
		expect([one.opened?.asked, one.openTemplate()]).toEqual([true, undefined]);
	});

	it('keeps one that was deleted, without asking for it again', async () => {
		const { desk: one } = desk();
		one.open('doors_open', 'en');
		await one.refresh();
		answers['/sim/control/templates'] = { templates: [] };
		await one.refresh();
		calls = [];
		await one.refresh();
		expect(calls).not.toContain('/sim/control/templates/doors_open/en');
		expect(one.openTemplate()?.status).toBe('DELETED');
	});

	it('outlives a simulator that does not answer', async () => {
		const { desk: one } = desk();
		globalThis.fetch = () => Promise.reject(new Error('away'));
		await expect(one.refresh()).resolves.toBeUndefined();
	});
});
