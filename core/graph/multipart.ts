import { randomBytes } from 'crypto';
import type { GraphRequest } from '../ports';

/**
 * A file upload as the bytes of a multipart/form-data body. Written out here because engines differ
 * in which form objects they accept, and all of them accept bytes.
 */
export function multipartBody(file: NonNullable<GraphRequest['file']>): {
	contentType: string;
	body: Buffer;
} {
	const boundary = `----whatsapp-events-${randomBytes(12).toString('hex')}`;
	const parts: Buffer[] = Object.entries(file.fields).map(([name, value]) =>
		Buffer.from(
			`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(name)}"\r\n\r\n${value}\r\n`,
		),
	);
	parts.push(
		Buffer.from(
			`--${boundary}\r\nContent-Disposition: form-data; name="${quoted(file.field)}"; filename="${quoted(file.name)}"\r\n` +
				`Content-Type: ${file.mimeType.replace(/[\r\n]/g, '')}\r\n\r\n`,
		),
		Buffer.from(file.data),
		Buffer.from(`\r\n--${boundary}--\r\n`),
	);
	return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat(parts) };
}

/** Quotes and line breaks inside a quoted name, as the HTML standard escapes them. */
const quoted = (text: string) =>
	text.replace(/"/g, '%22').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

/** The bytes of a resumable upload as a body: its session knows their type already. */
export const uploadBody = (bytes: Uint8Array): { contentType: string; body: Buffer } => ({
	contentType: 'application/octet-stream',
	body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});
