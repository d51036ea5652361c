import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { BubbleButton, Product } from '../phones/message.ts';
import catalog from '../seed/products.json' with { type: 'json' };

type Sections = NonNullable<BubbleButton['sections']>;

/** Of a multi-product message. Source: Meta, "Multi-product message templates › Send". */
const MOST = { sections: 10, products: 30, title: 24 } as const;

/** A product as the phone shows it; one that the demo catalog has not keeps its id only. */
export function productOf(retailerId: string): Product {
	const found = catalog.products.find((product) => product.retailerId === retailerId);
	return found ?? { retailerId };
}

/** What a catalog button opens, the chosen thumbnail first. Without parameters it is the first item. */
export function wholeCatalog(action: JsonObject | undefined): Sections {
	const first = asText(action?.['thumbnail_product_retailer_id']);
	const rest = catalog.products.filter(({ retailerId }) => retailerId !== first);
	return [{ products: [...(first === undefined ? [] : [productOf(first)]), ...rest] }];
}

/**
 * Reads the sections of a multi-product button.
 *
 * @throws {GraphError} 131008 no section, no product, a product without its id · 131009 more than
 * Meta takes
 */
export function readSections(action: JsonObject | undefined, where: string): Sections {
	const sections = asArray(action?.['sections']).map((one): Sections[number] => {
		const title = asText(asObject(one)?.['title']);
		const products = asArray(asObject(one)?.['product_items']).map((item) => {
			const id = asText(asObject(item)?.['product_retailer_id']);
			if (id === undefined) throw missing(`${where} requires a product_retailer_id for each item`);
			return productOf(id);
		});
		if (products.length === 0) throw missing(`${where} requires product_items in each section`);
		if (title !== undefined && [...title].length > MOST.title) {
			throw invalid(`${where}: a section's title must be at most ${MOST.title} characters`);
		}
		return { ...(title === undefined ? {} : { title }), products };
	});
	if (sections.length === 0) throw missing(`${where} requires sections with products`);
	if (sections.length > MOST.sections) {
		throw invalid(`${where} takes ${MOST.sections} sections at most`);
	}
	if (sections.flatMap(({ products }) => products).length > MOST.products) {
		throw invalid(`${where} takes ${MOST.products} products at most`);
	}
	return sections;
}

function missing(details: string): GraphError {
	return new GraphError(131008, { details });
}

function invalid(details: string): GraphError {
	return new GraphError(131009, { details });
}
