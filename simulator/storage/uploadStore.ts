import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';

/** A file on its way in, or arrived. */
export interface Upload {
	/** Without the prefix `upload:`. */
	id: string;
	fileName: string;
	fileType: string;
	fileLength: number;
	/** What templates name the file by; absent until all of it is here. */
	handle: string | undefined;
	bytes: Uint8Array;
}

/** Resumable uploads, and with them the samples of templates. */
export class UploadStore {
	readonly #database: Database;

	constructor(database: Database) {
		this.#database = database;
	}

	begin(file: { fileName: string; fileType: string; fileLength: number }): Upload {
		const id = Buffer.from(`attachment:${randomBytes(18).toString('hex')}`).toString('base64url');
		const upload: Upload = { id, ...file, handle: undefined, bytes: new Uint8Array() };
		this.#database.write();
		this.#database
			.prepare('INSERT INTO upload VALUES (?, ?, ?, ?, NULL, ?)')
			.run(id, file.fileName, file.fileType, file.fileLength, upload.bytes);
		return upload;
	}

	/** Adds bytes to a file; the last ones get it its handle. */
	append(upload: Upload, bytes: Uint8Array, handle: string): Upload {
		const all = Buffer.concat([upload.bytes, bytes]);
		const complete = all.length >= upload.fileLength ? handle : undefined;
		this.#database.write();
		this.#database
			.prepare('UPDATE upload SET bytes = ?, handle = ? WHERE id = ?')
			.run(all, complete ?? null, upload.id);
		return { ...upload, bytes: all, handle: complete };
	}

	get(id: string): Upload | undefined {
		return read(this.#database.prepare('SELECT * FROM upload WHERE id = ?').get(id));
	}

	byHandle(handle: string): Upload | undefined {
		return read(this.#database.prepare('SELECT * FROM upload WHERE handle = ?').get(handle));
	}

	empty(): void {
		this.#database.write();
		this.#database.prepare('DELETE FROM upload').run();
	}
}

function read(row: Record<string, unknown> | undefined): Upload | undefined {
	if (row === undefined) return undefined;
	return {
		id: String(row['id']),
		fileName: String(row['file_name']),
		fileType: String(row['file_type']),
		fileLength: Number(row['file_length']),
		handle: row['handle'] === null ? undefined : String(row['handle']),
		bytes: row['bytes'] as Uint8Array,
	};
}
