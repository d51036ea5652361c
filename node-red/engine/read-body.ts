import type { IncomingMessage } from 'node:http';

/** Why the bytes of a call are not there. */
export class BodyProblem extends Error {
	constructor(
		/** 500 where it lies with this Node-RED, and not with the caller. */
		readonly status: 400 | 413 | 500,
		message: string,
	) {
		super(message);
		this.name = 'BodyProblem';
	}
}

/**
 * The bytes of a call as they arrived: signatures are over these, never over a re-serialised body.
 *
 * @throws {BodyProblem} when there are more than `limit`, when the call breaks off, or when something before
 * us has read them
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
	const { rawBody } = request as { rawBody?: unknown };
	if (Buffer.isBuffer(rawBody)) return rawBody;
	if (request.readableEnded || (request as { body?: unknown }).body !== undefined) {
		throw new BodyProblem(
			500,
			'The raw body of the webhook is gone: a middleware (e.g. httpAdminMiddleware in settings.js) or another node has read it. Leave /whatsapp-events out of it, or keep the bytes as req.rawBody.',
		);
	}
	return await new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size <= limit) chunks.push(chunk);
			// What is too large is read to its end and dropped, so that the answer can be sent.
			else chunks.length = 0;
		});
		request.on('end', () => {
			if (size <= limit) resolve(Buffer.concat(chunks));
			else reject(new BodyProblem(413, `The body is larger than ${limit} bytes`));
		});
		request.on('error', () => reject(new BodyProblem(400, 'The call broke off before its end')));
	});
}

const UNITS: Record<string, number> = { b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

/** Node-RED's `apiMaxLength` (`5mb`, or a number of bytes) in bytes; 5 MB where it is not set. */
export function bytesOf(apiMaxLength: unknown): number {
	if (typeof apiMaxLength === 'number' && apiMaxLength > 0) return apiMaxLength;
	const [, number, unit = 'b'] =
		/^\s*(\d+(?:\.\d+)?)\s*(b|kb|mb|gb)?\s*$/i.exec(String(apiMaxLength ?? '')) ?? [];
	return number === undefined
		? 5 * 1024 ** 2
		: Number(number) * (UNITS[unit.toLowerCase()] as number);
}
