import { startSimulator, type Simulator } from '../index.ts';
import type { JsonObject } from '../json.ts';
import type { PhoneMessage } from '../phones/message.ts';
import { button, namedBody } from '../testing/caller.ts';
import { action, header, product, refusedBy, section, shownBy } from '../testing/families.ts';

let simulator: Simulator;
beforeAll(async () => {
	simulator = await startSimulator({ settings: { pairLimit: { enabled: false } } });
});
afterAll(() => simulator.close());

const shown = (name: string, components: unknown[]) => shownBy(simulator, name, components);
const refused = (name: string, components: unknown[]) => refusedBy(simulator, name, components);
const guest = namedBody({ first_name: 'Ann' });
const event = namedBody({ first_name: 'Ann', event_name: 'Test Conf' });

describe('the shop', () => {
	const names = (message: PhoneMessage) =>
		message.buttons?.[0]?.sections?.map(({ title, products }) => [
			title,
			products.map(({ retailerId, name }) => name ?? retailerId),
		]);

	it('opens from a catalog button, with the chosen product first and on top', async () => {
		const chosen = action('CATALOG', { thumbnail_product_retailer_id: 'mug-white' });
		const message = await shown('merch_catalog', [event, chosen]);
		expect(message.header).toMatchObject({ type: 'product', product: { retailerId: 'mug-white' } });
		expect(names(message)?.[0]?.[1]?.[0]).toBe('Test Conf mug');
	});

	it('needs nothing said of a catalog button', async () => {
		for (const given of [[], [action('catalog')]]) {
			const message = await shown('merch_catalog', [event, ...given]);
			expect(message.header?.product?.retailerId).toBe('shirt-blue');
			expect(message.buttons?.[0]?.text).toBe('View catalog');
		}
		const text = button('catalog', 0, { type: 'text', text: 'x' });
		expect((await refused('merch_catalog', [event, text]))[0]).toBe(131008);
	});

	it('shows the items of a multi-product message in their sections', async () => {
		const sections = [section('To wear', 'shirt-blue'), section('To drink', 'mug-white', 'own-7')];
		expect(names(await shown('merch_items', [guest, action('mpm', { sections })]))).toEqual([
			['To wear', ['Test Conf shirt, blue']],
			['To drink', ['Test Conf mug', 'own-7']],
		]);
	});

	const many = (count: number) => Array.from({ length: count }, (_, index) => `item-${index}`);
	it('takes ten sections and thirty products', async () => {
		const sections = Array.from({ length: 10 }, (_, index) =>
			section('x'.repeat(24), ...many(3).map((id) => `${id}-${index}`)),
		);
		expect(names(await shown('merch_items', [guest, action('mpm', { sections })]))).toHaveLength(
			10,
		);
	});

	const wrong: Array<[string, JsonObject | undefined, number, string]> = [
		['no parameter', undefined, 131008, 'of type Mpm requires a parameter'],
		['no section', { sections: [] }, 131008, 'requires sections'],
		['an empty section', { sections: [section('A')] }, 131008, 'product_items'],
		['an item without id', { sections: [{ product_items: [{}] }] }, 131008, 'product_retailer_id'],
		['a long title', { sections: [section('x'.repeat(25), 'a')] }, 131009, '24 characters'],
		['31 products', { sections: [section('A', ...many(31))] }, 131009, '30 products'],
		['11 sections', { sections: many(11).map((id) => section('A', id)) }, 131009, '10 sections'],
	];
	it.each(wrong)('refuses a multi-product message with %s', async (_, given, number, details) => {
		expect(await refused('merch_items', [guest, action('mpm', given)])).toEqual([
			number,
			expect.stringContaining(details),
		]);
	});

	it('shows one product with its name and price', async () => {
		const values = namedBody({ first_name: 'Ann', discount: '15 percent', code: 'SHIRT15' });
		const message = await shown('merch_shirt', [header(product()), values]);
		expect(message.header).toEqual({
			type: 'product',
			product: { retailerId: 'shirt-blue', name: 'Test Conf shirt, blue', price: '$25.00' },
		});
		expect(names(message)).toEqual([[undefined, ['Test Conf shirt, blue']]]);
		expect(await refused('merch_shirt', [values])).toEqual([
			132012,
			'header: Format mismatch, expected PRODUCT, received UNKNOWN',
		]);
		for (const missing of ['product_retailer_id', 'catalog_id']) {
			const half = { type: 'product', product: { ...product().product, [missing]: undefined } };
			expect((await refused('merch_shirt', [header(half), values]))[0]).toBe(131008);
		}
	});
});
