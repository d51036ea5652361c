import { createHash } from 'crypto';
import { describeGraphError, GraphCallError, type GraphError } from '../graph/error';
import type { TemplateValues } from '../templates/build-components';
import { RUN_AGAIN } from './batch-state';
import type { FewFailures } from './few-failures';
import { mimeTypeOf } from './media-type';
import type { DeliveryOutcome } from './outcome';
import type { MediaFile, MediaUploads } from './upload-media';

/** A file an item brings, read when it is uploaded and not before. */
export interface ItemFile {
	/** Tells files apart, so that one file is uploaded once per run. */
	key: string;
	name?: string;
	read(): Promise<MediaFile>;
}

export interface HeaderFiles {
	/** The file field of an item by its name; undefined where the item has none of this name. */
	fileOf(index: number, field: string): ItemFile | undefined;
	uploads: MediaUploads;
	/** What failed in this run, so that it is not tried again for every item. */
	failures: FewFailures;
}

interface Refused {
	refused: DeliveryOutcome;
}

type Resolved = { media: unknown; name?: string } | Refused;

/**
 * The values of the media fields of a template: a link, a media ID, the bytes of a file, or the name of
 * a file field of the item. Files are uploaded once per file and run, however many cards and messages
 * carry them.
 *
 * @param fields ids of the media a template asks for: `header_media`, `card_0_header_media`
 * @returns the values with media as Meta wants it, or why the item cannot be sent
 */
export async function resolveHeaderMedia(
	index: number,
	values: TemplateValues,
	fields: readonly string[],
	files: HeaderFiles,
): Promise<{ values: TemplateValues } | Refused> {
	const media: TemplateValues = {};
	for (const field of fields) {
		const resolved = await resolveOne(index, values[field], values, files);
		if ('refused' in resolved) return resolved;
		if (resolved.media !== undefined) media[field] = resolved.media;
		// The name an uploaded document brings, where the item says no other.
		if (field === 'header_media' && resolved.name && !values.header_filename) {
			media.header_filename = resolved.name;
		}
	}
	return { values: { ...values, ...media } };
}

async function resolveOne(
	index: number,
	media: unknown,
	values: TemplateValues,
	files: HeaderFiles,
): Promise<Resolved> {
	if (typeof media === 'number') return { media: { id: String(media) } };
	if (media instanceof Uint8Array) return await uploadBytes(media, values, files);
	if (typeof media !== 'string' || media.trim() === '') return { media };
	const text = media.trim();
	if (/^https?:\/\//i.test(text)) return { media: { link: text } };
	if (/^\d+$/.test(text)) return { media: { id: text } };
	const file = files.fileOf(index, text);
	if (file) return await upload(file, files);
	return {
		refused: {
			outcome: 'skipped',
			reason: 'header_media_missing',
			message: `There is no file “${text}”`,
			whatToDo:
				'Give a public https link, a media ID, or the name of the field that holds the file.',
		},
	};
}

async function uploadBytes(
	data: Uint8Array,
	values: TemplateValues,
	files: HeaderFiles,
): Promise<Resolved> {
	const mimeType = mimeTypeOf(data);
	if (!mimeType) {
		return {
			refused: {
				outcome: 'skipped',
				reason: 'header_media_missing',
				message: 'The header file is none of the kinds WhatsApp shows',
				whatToDo: 'Give a JPEG or PNG picture, an MP4 or 3GP video, or a PDF document.',
			},
		};
	}
	const name = String(values.header_filename ?? '') || `header.${mimeType.split('/')[1]}`;
	const key = createHash('sha256').update(data).digest('hex');
	return await upload({ key, read: async () => ({ name, mimeType, data }) }, files);
}

async function upload(file: ItemFile, { uploads, failures }: HeaderFiles): Promise<Resolved> {
	try {
		const id = await failures.attempt(
			`file ${file.key}`,
			async () => await uploads.idOf(file.key, async () => await file.read()),
		);
		return { media: { id }, name: file.name };
	} catch (error) {
		return { refused: uploadFailed(error) };
	}
}

/** Classes that say nothing about the file: the same upload may go through later. */
const NOT_THE_FILE: ReadonlyArray<GraphError['class']> = ['auth', 'rate', 'transient', 'unknown'];

/** Nothing was sent: Meta refused the file, or the upload did not arrive. */
function uploadFailed(error: unknown): DeliveryOutcome {
	if (error instanceof GraphCallError) {
		return {
			outcome: NOT_THE_FILE.includes(error.error.class) ? 'unsent' : 'rejected',
			reason: 'header_media_failed',
			message: `The header file was refused: ${describeGraphError(error.error)}`,
			whatToDo: error.error.whatToDo,
			error: error.error,
		};
	}
	return {
		outcome: 'unsent',
		reason: 'header_media_failed',
		message: `The header file could not be uploaded: ${error instanceof Error ? error.message : String(error)}`,
		whatToDo: RUN_AGAIN,
	};
}
