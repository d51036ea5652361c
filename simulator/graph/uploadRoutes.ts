import { createHmac, randomBytes } from 'node:crypto';
import type { Answer, Request } from '../http/router.ts';
import { asText } from '../json.ts';
import type { Upload } from '../storage/uploadStore.ts';
import type { World } from '../world.ts';
import { GraphError, missingParameter, unknownObject } from './error.ts';
import { parametersOf } from './parameters.ts';

/** Source: Meta, "Upload a file" (resumable upload). */
const TYPES = ['application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'];

/** How a handle says until when it is good; templates made with it live on. */
const HANDLE_DAYS = 30;

/**
 * `POST /{app}/uploads`: announces a file and gets the session to send it to.
 *
 * @throws {GraphError} 100 for a missing parameter or a type that is not taken
 */
export function beginUpload(world: World, request: Request): Answer {
	const given = parametersOf(request);
	const fileLength = Number(asText(given['file_length']) ?? Number.NaN);
	const fileType = asText(given['file_type']);
	if (Number.isNaN(fileLength)) throw missingParameter('file_length');
	if (fileType === undefined) throw missingParameter('file_type');
	if (!Number.isInteger(fileLength) || fileLength < 1) {
		throw new GraphError(100, { message: '(#100) Param file_length must be a positive integer' });
	}
	if (!TYPES.includes(fileType)) {
		throw new GraphError(100, {
			message: `(#100) Param file_type must be one of {${TYPES.join(', ')}} - got "${fileType}".`,
		});
	}
	const fileName = asText(given['file_name']) ?? 'file';
	const upload = world.uploads.begin({ fileName, fileType, fileLength });
	return { status: 200, json: { id: sessionId(world, upload.id) } };
}

/**
 * `POST /upload:…`: the bytes from `file_offset` on. The last ones are answered with the handle.
 *
 * @throws {GraphError} 190 without `Authorization: OAuth` · 100 for an offset that does not continue
 * the file, or too many bytes
 */
export function continueUpload(world: World, session: string, request: Request): Answer {
	const upload = find(world, session, request);
	if (!/^OAuth\s/i.test(request.headers.authorization ?? '')) {
		throw new GraphError(190, {
			message: 'An access token is required to request this resource.',
		});
	}
	const given = request.headers['file_offset'];
	if (given === undefined) throw missingParameter('file_offset');
	const offset = Number(given);
	if (offset !== upload.bytes.length) {
		throw new GraphError(100, {
			message: `(#100) file_offset ${String(given)} does not continue the upload at ${upload.bytes.length}`,
		});
	}
	if (offset + request.body.length > upload.fileLength) {
		throw new GraphError(100, {
			message: `(#100) The upload is longer than its file_length ${upload.fileLength}`,
		});
	}
	// Nobody heard of the handle when the answer was lost: no more bytes, and it is told again.
	const handle = upload.handle ?? newHandle(world, upload);
	const after = world.uploads.append(upload, request.body, handle);
	if (after.handle !== undefined) return { status: 200, json: { h: after.handle } };
	return { status: 200, json: stateOf(world, after) };
}

/** `GET /upload:…`: how much of the file is here. */
export function getUpload(world: World, session: string, request: Request): Answer {
	return { status: 200, json: stateOf(world, find(world, session, request)) };
}

function stateOf(world: World, upload: Upload) {
	return { id: sessionId(world, upload.id), file_offset: upload.bytes.length };
}

/** Meta's session ids carry a signature as if it were a query; it may come back in either form. */
function sessionId(world: World, id: string): string {
	return `upload:${id}?sig=${signatureOf(world, id)}`;
}

function find(world: World, session: string, request: Request): Upload {
	const [id = '', query] = session.replace(/^upload:/, '').split('?');
	const signature = request.query.get('sig') ?? query?.replace(/^sig=/, '');
	const upload = signature === signatureOf(world, id) ? world.uploads.get(id) : undefined;
	if (upload === undefined) throw unknownObject(session, request.method);
	return upload;
}

function signatureOf(world: World, id: string): string {
	const mac = createHmac('sha256', world.credentials.appSecret).update(`upload:${id}`);
	return `ARZ${mac.digest('base64url').slice(0, 29)}`;
}

function newHandle(world: World, upload: Upload): string {
	const expires = Math.floor(world.clock.now() / 1000) + HANDLE_DAYS * 24 * 3600;
	const type = Buffer.from(upload.fileType).toString('base64');
	const random = () => `AR${randomBytes(24).toString('base64url')}`;
	return `4::${type}:${random()}:e:${expires}:${world.credentials.appId}:${random()}`;
}
