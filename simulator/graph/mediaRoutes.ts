import { createHmac } from 'node:crypto';
import { readMultipart } from '../http/multipart.ts';
import type { Answer, Request } from '../http/router.ts';
import type { World } from '../world.ts';
import { GraphError, missingParameter, unknownObject } from './error.ts';

const MEGABYTE = 1024 * 1024;

/** What WhatsApp takes and how large it may be. Source: Meta, "Media › Supported media types". */
const TYPES: Readonly<Record<string, number>> = {
	'audio/aac': 16,
	'audio/mp4': 16,
	'audio/mpeg': 16,
	'audio/amr': 16,
	'audio/ogg': 16,
	'audio/opus': 16,
	'application/vnd.ms-powerpoint': 100,
	'application/msword': 100,
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 100,
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 100,
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 100,
	'application/pdf': 100,
	'text/plain': 100,
	'application/vnd.ms-excel': 100,
	'image/jpeg': 5,
	'image/png': 5,
	'image/webp': 0.5,
	'video/mp4': 16,
	'video/3gpp': 16,
};

/** A download address works for five minutes. Source: reference §2. */
const URL_LIFETIME_MS = 5 * 60 * 1000;

/**
 * `POST /{number}/media`, multipart with `messaging_product` and `file`.
 *
 * @throws {GraphError} 100 for a missing parameter, a type WhatsApp does not take, or a large file
 */
export function uploadMedia(world: World, request: Request): Answer {
	const parts = readMultipart(request.body, request.headers['content-type'] ?? '') ?? [];
	const field = (name: string) =>
		parts
			.find((part) => part.name === name)
			?.bytes.toString('utf8')
			.trim();
	if (field('messaging_product') !== 'whatsapp') throw missingParameter('messaging_product');
	const file = parts.find((part) => part.name === 'file');
	if (file === undefined) throw missingParameter('file');
	const named = file.contentType === 'application/octet-stream' ? undefined : file.contentType;
	const mimeType = (named ?? field('type') ?? '').split(';')[0]?.toLowerCase() ?? '';
	const largest = TYPES[mimeType];
	if (largest === undefined) {
		throw new GraphError(100, {
			message:
				'(#100) Param file must be a file with one of the following types: ' +
				`${Object.keys(TYPES).join(', ')}. Received file of type '${mimeType || 'unknown'}'.`,
		});
	}
	if (file.bytes.length === 0 || file.bytes.length > largest * MEGABYTE) {
		throw new GraphError(100, {
			message: `(#100) Param file must be between 1 byte and ${largest} MB for ${mimeType}.`,
		});
	}
	const media = world.media.add(
		{
			bytes: file.bytes,
			mimeType,
			...(file.filename === undefined ? {} : { filename: file.filename }),
		},
		world.clock.now(),
	);
	return { status: 200, json: { id: media.id } };
}

/** `GET /{media}`: the address to download from, with the token, for five minutes. */
export function getMedia(world: World, id: string, request: Request): Answer {
	const media = world.media.get(id, world.clock.now());
	if (media === undefined) throw unknownObject(id, 'GET');
	const expires = String(Math.floor((world.clock.now() + URL_LIFETIME_MS) / 1000));
	const query = new URLSearchParams({ mid: id, ext: expires, hash: stamp(world, id, expires) });
	return {
		status: 200,
		json: {
			messaging_product: 'whatsapp',
			url: `${request.origin}/whatsapp_business/attachments/?${query.toString()}`,
			mime_type: media.mimeType,
			sha256: media.sha256,
			file_size: media.bytes.length,
			id,
		},
	};
}

/** The download address of `GET /{media}`. */
export function downloadMedia(world: World, request: Request): Answer {
	const id = request.query.get('mid') ?? '';
	const expires = request.query.get('ext') ?? '';
	const valid =
		request.query.get('hash') === stamp(world, id, expires) &&
		Number(expires) * 1000 > world.clock.now();
	const media = valid ? world.media.get(id, world.clock.now()) : undefined;
	if (media === undefined) return { status: 404, bytes: '' };
	return { status: 200, bytes: media.bytes, headers: { 'Content-Type': media.mimeType } };
}

/** `DELETE /{media}`. */
export function deleteMedia(world: World, id: string): Answer {
	if (!world.media.delete(id)) throw unknownObject(id, 'DELETE');
	return { status: 200, json: { success: true } };
}

function stamp(world: World, id: string, expires: string): string {
	const mac = createHmac('sha256', world.credentials.appSecret).update(`${id}:${expires}`);
	return mac.digest('base64url');
}
