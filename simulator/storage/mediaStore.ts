import { createHash, randomInt } from 'node:crypto';
import type { Database } from './database.ts';

/** An uploaded file. */
export interface Media {
	id: string;
	mimeType: string;
	filename: string | undefined;
	/** Lower-case hexadecimal, as GET /{media-id} gives it. */
	sha256: string;
	createdAt: number;
	bytes: Uint8Array;
}

/** Uploaded ids live 30 days. Source: Meta, "Media", reference §2. */
const LIFETIME_MS = 30 * 24 * 3600 * 1000;

/** Media uploaded for sending, and the seeded samples. */
export class MediaStore {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	add(file: { bytes: Uint8Array; mimeType: string; filename?: string; id?: string }, now: number) {
		const media: Media = {
			id: file.id ?? String(randomInt(1e14, 2.8e14)).padEnd(16, '0'),
			mimeType: file.mimeType,
			filename: file.filename,
			sha256: createHash('sha256').update(file.bytes).digest('hex'),
			createdAt: now,
			bytes: file.bytes,
		};
		this.#database.write();
		this.#database
			.prepare('INSERT OR REPLACE INTO media VALUES (?, ?, ?, ?, ?, ?)')
			.run(
				media.id,
				media.mimeType,
				media.filename ?? null,
				media.sha256,
				media.createdAt,
				media.bytes,
			);
		return media;
	}

	/** What a send needs to know; the bytes stay where they are. */
	kind(id: string, now: number): { mimeType: string; filename: string | undefined } | undefined {
		const row = this.#database
			.prepare('SELECT mime_type, filename FROM media WHERE id = ? AND created_at > ?')
			.get(id, now - LIFETIME_MS);
		if (row === undefined) return undefined;
		const filename = row['filename'] === null ? undefined : String(row['filename']);
		return { mimeType: String(row['mime_type']), filename };
	}

	get(id: string, now: number): Media | undefined {
		const row = this.#database
			.prepare('SELECT * FROM media WHERE id = ? AND created_at > ?')
			.get(id, now - LIFETIME_MS);
		if (row === undefined) return undefined;
		return {
			id,
			mimeType: String(row['mime_type']),
			filename: row['filename'] === null ? undefined : String(row['filename']),
			sha256: String(row['sha256']),
			createdAt: Number(row['created_at']),
			bytes: row['bytes'] as Uint8Array,
		};
	}

	delete(id: string): boolean {
		this.#database.write();
		return this.#database.prepare('DELETE FROM media WHERE id = ?').run(id).changes > 0;
	}

	empty(): void {
		this.#database.write();
		this.#database.prepare('DELETE FROM media').run();
	}
}
