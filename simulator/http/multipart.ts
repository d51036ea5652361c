/** One part of a multipart/form-data body. */
export interface FormPart {
	name: string;
	filename: string | undefined;
	contentType: string | undefined;
	bytes: Buffer;
}

/**
 * Reads a multipart/form-data body (RFC 7578).
 *
 * @returns `undefined` when the content type names no boundary
 */
export function readMultipart(body: Buffer, contentType: string): FormPart[] | undefined {
	const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
	const mark = boundary?.[1] ?? boundary?.[2];
	if (mark === undefined) return undefined;
	const delimiter = Buffer.from(`--${mark}`);
	const parts: FormPart[] = [];
	let start = body.indexOf(delimiter);
	while (start !== -1) {
		const end = body.indexOf(delimiter, start + delimiter.length);
		if (end === -1) break;
		// Between two delimiters: line break, head, empty line, content, line break.
		const part = body.subarray(start + delimiter.length + 2, end - 2);
		const headEnd = part.indexOf('\r\n\r\n');
		if (headEnd !== -1) {
			parts.push(readPart(part.subarray(0, headEnd).toString('utf8'), part.subarray(headEnd + 4)));
		}
		start = end;
	}
	return parts;
}

function readPart(head: string, bytes: Buffer): FormPart {
	const disposition = /^content-disposition:(.*)$/im.exec(head)?.[1] ?? '';
	return {
		name: /[;\s]name="([^"]*)"/i.exec(disposition)?.[1] ?? '',
		filename: /filename="([^"]*)"/i.exec(disposition)?.[1],
		contentType: /^content-type:\s*([^\r\n;]+)/im.exec(head)?.[1]?.trim().toLowerCase(),
		bytes,
	};
}
