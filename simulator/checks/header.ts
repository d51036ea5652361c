import { GraphError } from '../graph/error.ts';
import { asArray, asObject, asText, type JsonObject } from '../json.ts';
import type { BubbleHeader } from '../phones/message.ts';
import type { Template, TemplateComponent } from '../template.ts';
import { countDetails, fillText, HEADER } from './parameters.ts';
import { productOf } from './shop.ts';

/** What is known of an uploaded file. */
export type FindMedia = (
	id: string,
) => { mimeType: string; filename: string | undefined; url: string } | undefined;

const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT'];

/**
 * Checks the header of a message, or of a card, against the template's and makes the bubble's.
 *
 * @param header the template's header component, if it has one
 * @param sent the message's header component, if there is one
 * @param where what stands before explanations: the card
 * @throws {GraphError} 132012 wrong or missing kind · 132000 count · 131008 no id, link, location or
 * product · 100 unknown media id
 */
export function fillHeader(
	header: TemplateComponent | undefined,
	template: Template,
	sent: JsonObject | undefined,
	findMedia: FindMedia,
	where = '',
): BubbleHeader | undefined {
	const parameters = asArray(sent?.['parameters']);
	const label = `${where}header`;
	if (header === undefined) {
		if (parameters.length === 0) return undefined;
		throw new GraphError(132000, { details: countDetails(label, parameters, []) });
	}
	const format = header.format?.toUpperCase() ?? 'TEXT';
	if (format === 'TEXT') {
		const text = fillText({ ...HEADER, label }, template, header.text ?? '', parameters);
		return { type: 'text', text };
	}
	const parameter = asObject(parameters[0]);
	const received = asText(parameter?.['type'])?.toUpperCase() ?? 'UNKNOWN';
	// Whether a GIF is sent as a gif or as the film it is, Meta does not say.
	const fits = received === format || (format === 'GIF' && received === 'VIDEO');
	if (parameter === undefined || !fits) {
		throw new GraphError(132012, {
			details: `${label}: Format mismatch, expected ${format}, received ${received}`,
		});
	}
	if (parameters.length > 1) {
		throw new GraphError(132000, { details: countDetails(label, parameters, [format]) });
	}
	const value = asObject(parameter[received.toLowerCase()]);
	if (format === 'LOCATION') return readLocation(label, value);
	if (format === 'PRODUCT') return readProduct(label, value);
	return readMedia(label, received, value, findMedia);
}

/** Which kind of header a file of this type is for. */
export function kindOfMedia(mimeType: string): string {
	const kind = mimeType.split('/')[0]?.toUpperCase() ?? '';
	return MEDIA.includes(kind) ? kind : 'DOCUMENT';
}

function readMedia(
	label: string,
	format: string,
	media: JsonObject | undefined,
	findMedia: FindMedia,
): BubbleHeader {
	const kind = format.toLowerCase();
	// A GIF is a film: an mp4 of at most 3.5 MB. Source: Meta, "Template components › Media header".
	const type = (kind === 'gif' ? 'video' : kind) as 'image' | 'video' | 'document';
	const filename = asText(media?.['filename']);
	const id = asText(media?.['id']);
	const link = asText(media?.['link']);
	if (id !== undefined) {
		const file = findMedia(id);
		if (file === undefined) {
			throw new GraphError(100, {
				details:
					`Param ${kind}['id'] is not a valid whatsapp business account media ` + 'attachment ID',
			});
		}
		const name = filename ?? file.filename;
		return {
			type,
			url: file.url,
			mimeType: file.mimeType,
			...(name === undefined ? {} : { filename: name }),
		};
	}
	if (link === undefined) {
		throw new GraphError(131008, { details: `${label}: ${kind} requires an id or a link` });
	}
	if (!/^https?:\/\/[^\s/]+/i.test(link)) {
		throw new GraphError(131009, { details: `Param ${kind}['link'] is not a valid URL` });
	}
	return { type, url: link, ...(filename === undefined ? {} : { filename }) };
}

function readLocation(label: string, location: JsonObject | undefined): BubbleHeader {
	const latitude = Number(location?.['latitude'] ?? Number.NaN);
	const longitude = Number(location?.['longitude'] ?? Number.NaN);
	const name = asText(location?.['name']);
	const address = asText(location?.['address']);
	if (!Number.isFinite(latitude) || !Number.isFinite(longitude) || !name || !address) {
		throw new GraphError(131008, {
			details: `${label}: location requires latitude, longitude, name and address`,
		});
	}
	return { type: 'location', latitude, longitude, name, address };
}

/** Both are required. Source: Meta, "Single-product message templates › Send". */
function readProduct(label: string, product: JsonObject | undefined): BubbleHeader {
	const retailerId = asText(product?.['product_retailer_id']);
	if (retailerId === undefined || asText(product?.['catalog_id']) === undefined) {
		throw new GraphError(131008, {
			details: `${label}: product requires product_retailer_id and catalog_id`,
		});
	}
	return { type: 'product', product: productOf(retailerId) };
}
