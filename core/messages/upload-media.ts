import { callGraph } from '../graph/call';
import { graphPath } from '../graph/address';
import type { Sender } from './send-message';

export interface MediaFile {
	name: string;
	mimeType: string;
	data: Uint8Array;
}

/**
 * Uploads a file to send as header media (`POST /{number}/media`); the id lives 30 days.
 *
 * @throws {GraphCallError} when Meta refuses the file (type, size)
 */
export async function uploadMedia(sender: Sender, file: MediaFile): Promise<string> {
	const answer = await callGraph(sender.transport, 'Uploading the header file', {
		method: 'POST',
		path: graphPath(sender.version, sender.phoneNumberId, 'media'),
		file: {
			field: 'file',
			...file,
			fields: { messaging_product: 'whatsapp', type: file.mimeType },
		},
		timeoutMs: sender.timeoutMs,
	});
	if (typeof answer.id !== 'string')
		throw new Error('Uploading the header file: the answer had no media ID');
	return answer.id;
}

/** Uploads each file once per run, however many messages carry it, also when they ask at the same time. */
export class MediaUploads {
	private readonly byFile = new Map<string, Promise<string>>();

	constructor(private readonly sender: Sender) {}

	/** `fileKey` tells files apart; `read` is called the first time only. */
	async idOf(fileKey: string, read: () => Promise<MediaFile>): Promise<string> {
		const known = this.byFile.get(fileKey);
		if (known) return known;
		const upload = read().then((file) => uploadMedia(this.sender, file));
		this.byFile.set(fileKey, upload);
		// A failed upload may be tried again by the next message; this one reports it.
		upload.catch(() => this.byFile.delete(fileKey));
		return upload;
	}
}
