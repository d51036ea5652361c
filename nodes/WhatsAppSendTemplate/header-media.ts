import { createHash } from 'crypto';
import { describeGraphError, GraphCallError, type GraphError } from '../../core/graph/error';
import type { DeliveryOutcome } from '../../core/messages/outcome';
import type { TemplateValues } from '../../core/templates/build-components';
import type { Preparing } from './prepare';

type Run = Pick<Preparing, 'context' | 'uploads' | 'failures'>;

/**
 * The value of a header media field: a link, a media ID, or the name of a file field of the item,
 * which is uploaded once per file and run.
 *
 * @returns the values with `header_media` as Meta wants it, or why the item cannot be sent
 */
export async function resolveHeaderMedia(
	index: number,
	values: TemplateValues,
	run: Run,
): Promise<{ values: TemplateValues } | { refused: DeliveryOutcome }> {
	const media = values.header_media;
	if (typeof media === 'number')
		return { values: { ...values, header_media: { id: String(media) } } };
	if (typeof media !== 'string' || media.trim() === '') return { values };
	const text = media.trim();
	if (/^https?:\/\//i.test(text)) return { values: { ...values, header_media: { link: text } } };
	if (/^\d+$/.test(text)) return { values: { ...values, header_media: { id: text } } };
	return await uploadFileField(index, text, values, run);
}

async function uploadFileField(
	index: number,
	field: string,
	values: TemplateValues,
	{ context, uploads, failures }: Run,
): Promise<{ values: TemplateValues } | { refused: DeliveryOutcome }> {
	const file = context.getInputData()[index]?.binary?.[field];
	if (!file) {
		return {
			refused: {
				outcome: 'skipped',
				reason: 'header_media_missing',
				message: `The item has no file field “${field}”`,
				whatToDo: 'Write the name of the file field, a public link, or a media ID.',
			},
		};
	}
	const fileKey = file.id ?? createHash('sha256').update(file.data).digest('hex');
	try {
		const read = async () => ({
			name: file.fileName ?? field,
			mimeType: file.mimeType,
			data: await context.helpers.getBinaryDataBuffer(index, field),
		});
		const id = await failures.attempt(
			`file ${fileKey}`,
			async () => await uploads.idOf(fileKey, read),
		);
		const filename = values.header_filename ?? file.fileName;
		return {
			values: {
				...values,
				header_media: { id },
				...(filename ? { header_filename: filename } : {}),
			},
		};
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
		whatToDo: 'Run it again: only what was not sent will be sent.',
	};
}
