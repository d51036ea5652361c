import type { TemplateParameter } from './parameters';
import { inPosition, isNamed, labelOf, placeholdersOf } from './placeholders';
import { samplesOf } from './samples-of';
import type { TemplateComponent } from './template';

/** A GIF is an MP4 file; only the Marketing Messages API sends it (Meta, "Template components"). */
const MEDIA: Record<string, { kind: 'image' | 'video' | 'document'; word: string }> = {
	IMAGE: { kind: 'image', word: 'Image' },
	VIDEO: { kind: 'video', word: 'Video' },
	GIF: { kind: 'video', word: 'GIF' },
	DOCUMENT: { kind: 'document', word: 'Document' },
};

export function headerParameters(header: TemplateComponent | undefined): TemplateParameter[] {
	if (!header) return [];
	const format = headerFormatOf(header);
	if (Object.hasOwn(MEDIA, format)) return mediaParameters(format);
	if (format === 'LOCATION') {
		return [
			{
				id: 'header_location',
				part: 'header',
				kind: 'location',
				label: 'Header Location',
				required: true,
			},
		];
	}
	return format === 'PRODUCT' ? PRODUCT : textParameters(header);
}

export const headerFormatOf = (header: TemplateComponent): string =>
	String(header.format ?? 'TEXT').toUpperCase();

export const CATALOG_ID: TemplateParameter = {
	id: 'catalog_id',
	part: 'header',
	kind: 'catalog',
	label: 'Catalogue ID',
	required: true,
};

/** Single-product messages: Meta, "Single-product message templates". */
const PRODUCT: TemplateParameter[] = [
	{ id: 'header_product', part: 'header', kind: 'product', label: 'Product ID', required: true },
	CATALOG_ID,
];

function mediaParameters(format: string): TemplateParameter[] {
	const { kind, word } = MEDIA[format] as (typeof MEDIA)[string];
	const media: TemplateParameter = {
		id: 'header_media',
		part: 'header',
		kind,
		label: `Header ${word}`,
		required: true,
		...(format === 'GIF' ? { sentAs: 'gif' as const } : {}),
	};
	if (kind !== 'document') return [media];
	const filename: TemplateParameter = {
		id: 'header_filename',
		part: 'header',
		kind: 'filename',
		label: 'Header Document File Name',
		required: false,
		sample: 'ticket.pdf',
	};
	return [media, filename];
}

function textParameters(header: TemplateComponent): TemplateParameter[] {
	const names = inPosition(placeholdersOf(header.text));
	const samples = samplesOf(header, 'header_text', names);
	return names.map((name) => ({
		id: `header_${name}`,
		part: 'header',
		kind: 'text',
		label: `Header: ${labelOf(name)}`,
		required: true,
		...(isNamed(name) ? { name } : {}),
		sample: samples.get(name),
	}));
}
