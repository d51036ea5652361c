import type { IExecuteFunctions, IN8nHttpFullResponse } from 'n8n-workflow';
import { transportErrorFrom } from '../../core/graph/transport-failure';
import type { MediaFile } from '../../core/messages/upload-media';

/** Meta's largest: documents. What is over the limit of its kind, core refuses with the right figure. */
const LARGEST_BYTES = 100 * 1024 * 1024;

/**
 * The file behind a header sample: a public https link, or the name of a file field of the item.
 *
 * @throws {Error} with a sentence, where there is none
 */
export async function readSample(
	context: IExecuteFunctions,
	sample: string,
	index: number,
	timeoutMs: number,
): Promise<MediaFile> {
	if (/^https:\/\//i.test(sample)) return await download(context, sample, timeoutMs);
	if (/^[a-z][a-z0-9+.-]*:/i.test(sample)) {
		throw new Error('it is no public link: it must begin with https://');
	}
	const files = context.getInputData()[index]?.binary ?? {};
	const file = Object.hasOwn(files, sample) ? files[sample] : undefined;
	if (!file) {
		const names = Object.keys(files);
		throw new Error(
			names.length > 0
				? `the item has no such file field; it has ${names.join(', ')}`
				: 'the item has no such file field, and it is no link that begins with https://',
		);
	}
	return {
		name: file.fileName ?? sample,
		mimeType: file.mimeType,
		data: await context.helpers.getBinaryDataBuffer(index, sample),
	};
}

async function download(
	context: IExecuteFunctions,
	url: string,
	timeoutMs: number,
): Promise<MediaFile> {
	const answer = (await context.helpers
		.httpRequest({
			method: 'GET',
			url,
			encoding: 'stream',
			timeout: timeoutMs,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})
		.catch((error: unknown) => {
			throw transportErrorFrom(error);
		})) as IN8nHttpFullResponse;
	if (answer.statusCode !== 200) {
		throw new Error(`the link answered ${answer.statusCode}: it is not public, or not there`);
	}
	const type = String(answer.headers['content-type'] ?? '').split(';')[0] as string;
	return {
		name: new URL(url).pathname.split('/').at(-1) || 'sample',
		mimeType: type.trim(),
		data: await collected(answer.body as unknown as AsyncIterable<Uint8Array>),
	};
}

/** Leaving the loop early ends the download. */
async function collected(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of body) {
		size += chunk.length;
		if (size > LARGEST_BYTES) throw new Error('it is larger than 100 MB');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}
