import { asJson, asText } from './text-value';

/** A group of products behind the button of a multi-product template. */
export interface ProductSection {
	title: string;
	product_items: Array<{ product_retailer_id: string }>;
}

/** Meta, "Multi-product message templates". */
const MOST_SECTIONS = 10;
const MOST_PRODUCTS = 30;
const LONGEST_TITLE = 24;

/**
 * Products as an organiser has them → Meta's sections:
 * `[{"title": "Shirts", "product_items": [{"product_retailer_id": "sku1"}]}]`,
 * `{"Shirts": ["sku1", "sku2"]}`, `["sku1", "sku2"]`, or `sku1, sku2`.
 *
 * @param fallbackTitle of the one section, where only products are given
 * @returns why it is none of these, as the end of a sentence about the field
 */
export function readSections(
	value: unknown,
	fallbackTitle: string,
): { sections: ProductSection[] } | { why: string } {
	const given =
		typeof value === 'string' && !/^\s*[[{]/.test(value) ? listed(value) : asJson(value);
	const sections = sectionsOf(given, fallbackTitle);
	if (!sections || sections.length === 0) return { why: 'are not a list of products' };
	const empty = sections.find(({ product_items }) => product_items.length === 0);
	if (empty) return { why: `have no product in the section “${empty.title}”` };
	if (sections.some(({ title }) => title === '')) return { why: 'have a section without a title' };
	const long = sections.find(({ title }) => [...title].length > LONGEST_TITLE);
	if (long)
		return {
			why: `have a section title of more than ${LONGEST_TITLE} characters: “${long.title}”`,
		};
	if (sections.length > MOST_SECTIONS) return { why: `have more than ${MOST_SECTIONS} sections` };
	const count = sections.reduce((sum, { product_items }) => sum + product_items.length, 0);
	return count > MOST_PRODUCTS ? { why: `are more than ${MOST_PRODUCTS}` } : { sections };
}

const listed = (text: string): string[] =>
	text
		.split(/[,;\n]/)
		.map((one) => one.trim())
		.filter(Boolean);

/** Undefined where anything in it is not what a section has: half a list of products is not sent. */
function sectionsOf(given: unknown, fallbackTitle: string): ProductSection[] | undefined {
	if (typeof given !== 'object' || given === null) return undefined;
	const rows: Array<[title: unknown, products: unknown]> = !Array.isArray(given)
		? Object.entries(given)
		: given.every((one) => typeof one === 'object' && one !== null && 'product_items' in one)
			? given.map(({ title, product_items }) => [title ?? fallbackTitle, product_items])
			: [[fallbackTitle, given]];
	const sections = rows.map(([title, products]) => section(title, products));
	return sections.every((one) => one !== undefined) ? sections : undefined;
}

function section(title: unknown, products: unknown): ProductSection | undefined {
	if (!Array.isArray(products)) return undefined;
	const ids = products.map((one) =>
		asText(
			typeof one === 'object' && one !== null
				? (one as { product_retailer_id?: unknown }).product_retailer_id
				: one,
		),
	);
	if (ids.includes(undefined)) return undefined;
	return {
		title: asText(title) ?? '',
		product_items: ids.map((id) => ({ product_retailer_id: id as string })),
	};
}
