import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { NodeAPI } from 'node-red';
import { transportErrorFrom } from '../../../core/graph/transport-failure';
import type { MediaFile } from '../../../core/messages/upload-media';
import { mimeTypeOf } from '../../../core/messages/media-type';

/** Meta's limit of a document, the largest kind there is. */
const LARGEST = 100 * 1024 * 1024;

/**
 * The file behind a header sample of a template: a public link, a property of the message that holds a
 * Buffer, or a file this Node-RED can read. Core uploads only kinds of files that WhatsApp shows, by their
 * bytes: a definition from elsewhere cannot carry other files of this machine to WhatsApp.
 *
 * @param msg the message, with the definition it brought
 * @throws {Error} with a sentence, where there is none
 */
export async function sampleFile(
	RED: NodeAPI,
	sample: string,
	msg: object,
	timeoutMs: number,
): Promise<MediaFile> {
	const data = await bytesOf(RED, sample, msg, timeoutMs);
	const mimeType = mimeTypeOf(data) ?? '';
	const ending = mimeType.split('/')[1] ?? 'file';
	const named = path.posix.basename(sample.split(/[?#]/)[0] ?? '');
	return { name: /\.\w{2,5}$/.test(named) ? named : `sample.${ending}`, mimeType, data };
}

async function bytesOf(
	RED: NodeAPI,
	sample: string,
	msg: object,
	timeoutMs: number,
): Promise<Uint8Array> {
	if (/^https:\/\//i.test(sample)) return await download(sample, timeoutMs);
	if (/^[a-z]+:\/\//i.test(sample)) {
		throw new Error('it is no public link: it must begin with https://');
	}
	const inMessage = bufferIn(RED, sample, msg);
	if (inMessage) return inMessage;
	const folder = (RED.settings as { fileWorkingDirectory?: string }).fileWorkingDirectory ?? '';
	const file = path.resolve(folder, sample);
	try {
		if ((await stat(file)).size > LARGEST) throw new Error('it is larger than 100 MB');
		return await readFile(file);
	} catch (error) {
		const missing = (error as { code?: string }).code === 'ENOENT';
		throw new Error(
			missing
				? 'there is neither a file of this Node-RED nor a Buffer in the message under this name'
				: (error as Error).message,
		);
	}
}

/** `payload.picture`, `picture`: what of the message is a Buffer. */
function bufferIn(RED: NodeAPI, property: string, msg: object): Uint8Array | undefined {
	const name = property.replace(/^msg\./, '');
	try {
		const value: unknown = RED.util.getMessageProperty(msg as never, name);
		return value instanceof Uint8Array ? value : undefined;
	} catch {
		// Not the name of a property: it may be that of a file.
		return undefined;
	}
}

async function download(link: string, timeoutMs: number): Promise<Uint8Array> {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it at once
	const { default: axios } = require('axios') as typeof import('axios');
	try {
		const { data } = await axios.get<ArrayBuffer>(link, {
			responseType: 'arraybuffer',
			timeout: timeoutMs,
			maxContentLength: LARGEST,
			maxRedirects: 5,
		});
		return new Uint8Array(data);
	} catch (error) {
		// A status is an answer; everything else failed on the way.
		const { response } = error as { response?: { status: number } };
		throw new Error(
			response
				? `the link answered ${response.status}: it is not public, or not there`
				: transportErrorFrom(error).message,
		);
	}
}
