import { TemplateStore } from './templateStore.ts';
import type { Template } from './types.ts';

const template = (id: string, change: Partial<Template> = {}): Template => ({
	id,
	name: `template_${id}`,
	language: 'en',
	category: 'UTILITY',
	status: 'APPROVED',
	components: [{ type: 'BODY', text: 'Hello.' }],
	...change,
});

let store: TemplateStore;
beforeEach(() => {
	store = new TemplateStore();
	store.load([template('1'), template('2', { status: 'PENDING' })]);
});
const statuses = () => store.sorted().map(({ id, status }) => `${id} ${status}`);

describe('the templates on the page', () => {
	it('follow a change at once and keep what it does not say', () => {
		const { id, name, language, category } = template('1');
		store.apply({ id, name, language, category, status: 'PAUSED' });
		expect(statuses()).toEqual(['2 PENDING', '1 PAUSED']);
		expect(store.find('template_1', 'en')?.components).toHaveLength(1);
		expect(store.waiting().map((one) => one.id)).toEqual(['2']);
	});

	it('show what was deleted while somebody looked', () => {
		store.apply({ ...template('1'), status: 'DELETED' });
		store.load([template('2')]);
		expect(statuses()).toEqual(['1 DELETED', '2 APPROVED']);
		store.load([]);
		expect(statuses()).toEqual(['1 DELETED', '2 DELETED']);
	});

	it('find the new one where a deleted one had its name', () => {
		store.apply({ ...template('1'), status: 'DELETED' });
		store.load([template('3', { name: 'template_1' })]);
		expect(store.find('template_1', 'en')?.id).toBe('3');
	});

	it('take a new one in before everything is loaded again', () => {
		store.apply({ ...template('9'), status: 'PENDING' });
		expect(store.waiting().map(({ id }) => id)).toEqual(['2', '9']);
	});

	it('are forgotten when the simulator begins anew', () => {
		store.apply({ ...template('1'), status: 'DELETED' });
		store.clear();
		expect(store.sorted()).toEqual([]);
	});
});
