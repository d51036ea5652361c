import type { Account } from '../../account/account';
import { graphPath } from '../../graph/address';
import { callGraph } from '../../graph/call';
import { GraphCallError, leavesOpen } from '../../graph/error';
import type { MediaFile } from '../../messages/upload-media';
import { mimeTypeOf } from '../../messages/media-type';
import { TransportError, type GraphRequest, type Transport } from '../../ports';

/** Where the samples of an account's templates are uploaded. */
export interface UploadTarget {
	transport: Transport;
	account: Pick<Account, 'accessToken' | 'apiVersion' | 'appId'>;
	timeoutMs: number;
}

/** How often an upload that broke is gone on with. */
const MOST_TRIES = 4;

/** Types of a sample. Source: Meta, "Resumable Upload API". */
const TYPES = ['application/pdf', 'image/jpeg', 'image/png', 'video/mp4'];

/** A file that is no sample; nothing was uploaded. */
export class SampleRefused extends Error {
	constructor(
		message: string,
		readonly whatToDo: string,
	) {
		super(message);
		this.name = 'SampleRefused';
	}
}

/**
 * Uploads the sample of a header: opens a session (`POST /{app}/uploads`), sends the bytes to it
 * (`POST /upload:…` with `file_offset` and `Authorization: OAuth`), and goes on where a broken
 * connection left off. Source: Meta, "Resumable Upload API".
 *
 * @returns the handle, `4::aW…`, that stands for the file in a template
 * @throws {SampleRefused} for a file of a kind no header shows
 * @throws {GraphCallError} when Meta refuses
 * @throws {TransportError} when no answer came; uploading again does no harm
 */
export async function uploadSample(target: UploadTarget, file: MediaFile): Promise<string> {
	const { data } = file;
	// By its bytes: what a file is said to be is wrong too often, and nobody looks into a refusal of Meta's.
	const type = mimeTypeOf(data) ?? '';
	if (data.length === 0) throw new SampleRefused('The file is empty', 'Give another file.');
	if (!TYPES.includes(type)) {
		throw new SampleRefused(
			`“${file.name}” is none of the kinds a header shows${type && ` (${type})`}`,
			'Give a JPEG or PNG picture, an MP4 video, or a PDF document.',
		);
	}
	const session = await begin(target, file, type);
	let offset = 0;
	for (let tries = 1; ; tries++) {
		try {
			if (tries > 1) offset = await offsetReached(target, session, offset);
			const answer = await send(target, session, data, offset);
			if (typeof answer.h === 'string' && answer.h !== '') return answer.h;
			if (tries >= MOST_TRIES) break;
		} catch (error) {
			if (tries >= MOST_TRIES || !mayGoOn(error)) throw error;
		}
	}
	throw new Error('Uploading the sample: the upload did not end');
}

async function begin(target: UploadTarget, file: MediaFile, type: string): Promise<string> {
	const { apiVersion, appId } = target.account;
	const answer = await callGraph(target.transport, 'Uploading the sample', {
		method: 'POST',
		path: graphPath(apiVersion, appId, 'uploads'),
		query: {
			file_name: file.name || 'sample',
			file_length: String(file.data.length),
			file_type: type,
		},
		timeoutMs: target.timeoutMs,
	});
	if (typeof answer.id !== 'string') throw new Error('Uploading the sample: there is no session');
	return answer.id;
}

async function send(target: UploadTarget, session: string, data: Uint8Array, offset: number) {
	return await callGraph(target.transport, 'Uploading the sample', {
		...sessionRequest(target, session),
		method: 'POST',
		headers: { file_offset: String(offset) },
		bytes: data.subarray(offset),
	});
}

/** How much has arrived, after a connection broke. */
async function offsetReached(
	target: UploadTarget,
	session: string,
	fallback: number,
): Promise<number> {
	const request = { ...sessionRequest(target, session), method: 'GET' as const };
	return offsetOf(await callGraph(target.transport, 'Uploading the sample', request), fallback);
}

const offsetOf = ({ file_offset: offset }: Record<string, unknown>, fallback: number) =>
	Number.isInteger(Number(offset)) && Number(offset) >= 0 ? Number(offset) : fallback;

/** The id of a session, `upload:MTph…?sig=ARZ…`, brings a query of its own. */
function sessionRequest(
	{ account, timeoutMs }: UploadTarget,
	session: string,
): Pick<GraphRequest, 'path' | 'query' | 'accessToken' | 'authorization' | 'timeoutMs'> {
	const [id = '', query] = session.split('?', 2);
	return {
		path: `${graphPath(account.apiVersion)}/${encodeURIComponent(id).replace('%3A', ':')}`,
		...(query ? { query: Object.fromEntries(new URLSearchParams(query)) } : {}),
		accessToken: account.accessToken,
		authorization: 'OAuth',
		timeoutMs,
	};
}

/** A broken connection, or a server that stumbled: the session remembers what it has. */
function mayGoOn(error: unknown): boolean {
	if (error instanceof TransportError) return true;
	return error instanceof GraphCallError && leavesOpen(error.error);
}
