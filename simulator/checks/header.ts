import { GraphError } from '../graph/error.ts';
import { asObject, asText, type JsonObject } from '../json.ts';
import type { BubbleHeader } from '../phones/message.ts';
import { componentOf, type Template } from '../template.ts';
import { countDetails, fillText } from './parameters.ts';

/** What is known of an uploaded file. */
export type FindMedia = (
	id: string,
) => { mimeType: string; filename: string | undefined; url: string } | undefined;

const MEDIA = ['IMAGE', 'VIDEO', 'DOCUMENT'];

/**
 * Checks the header of a message against the template's and makes the bubble's header.
 *
 * @param sent the message's header component, if there is one
 * @throws {GraphError} 132012 wrong or missing kind · 132000 count · 131008 no id, link or location ·
 * 100 unknown media id
 */
export function fillHeader(
	template: Template,
	sent: JsonObject | undefined,
	findMedia: FindMedia,
): BubbleHeader | undefined {
	const header = componentOf(template, 'HEADER');
	const parameters = Array.isArray(sent?.['parameters']) ? (sent['parameters'] as unknown[]) : [];
	if (header === undefined) {
		if (parameters.length === 0) return undefined;
		throw new GraphError(132000, { details: countDetails('header', parameters, []) });
	}
	const format = header.format?.toUpperCase() ?? 'TEXT';
	if (format === 'TEXT') {
		const text = fillText('header', template, header.text ?? '', parameters);
		return { type: 'text', text };
	}
	const parameter = asObject(parameters[0]);
	const received = asText(parameter?.['type'])?.toUpperCase() ?? 'UNKNOWN';
	if (parameter === undefined || received !== format) {
		throw new GraphError(132012, {
			details: `header: Format mismatch, expected ${format}, received ${received}`,
		});
	}
	if (parameters.length > 1) {
		throw new GraphError(132000, { details: countDetails('header', parameters, [format]) });
	}
	if (format === 'LOCATION') return readLocation(asObject(parameter['location']));
	return readMedia(format, asObject(parameter[format.toLowerCase()]), findMedia);
}

/** Which kind of header a file of this type is for. */
export function kindOfMedia(mimeType: string): string {
	const kind = mimeType.split('/')[0]?.toUpperCase() ?? '';
	return MEDIA.includes(kind) ? kind : 'DOCUMENT';
}

function readMedia(
	format: string,
	media: JsonObject | undefined,
	findMedia: FindMedia,
): BubbleHeader {
	const kind = format.toLowerCase() as 'image' | 'video' | 'document';
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
			type: kind,
			url: file.url,
			mimeType: file.mimeType,
			...(name === undefined ? {} : { filename: name }),
		};
	}
	if (link === undefined) {
		throw new GraphError(131008, { details: `header: ${kind} requires an id or a link` });
	}
	if (!/^https?:\/\/[^\s/]+/i.test(link)) {
		throw new GraphError(131009, { details: `Param ${kind}['link'] is not a valid URL` });
	}
	return { type: kind, url: link, ...(filename === undefined ? {} : { filename }) };
}

function readLocation(location: JsonObject | undefined): BubbleHeader {
	const latitude = Number(location?.['latitude'] ?? Number.NaN);
	const longitude = Number(location?.['longitude'] ?? Number.NaN);
	const name = asText(location?.['name']);
	const address = asText(location?.['address']);
	if (!Number.isFinite(latitude) || !Number.isFinite(longitude) || !name || !address) {
		throw new GraphError(131008, {
			details: 'header: location requires latitude, longitude, name and address',
		});
	}
	return { type: 'location', latitude, longitude, name, address };
}
