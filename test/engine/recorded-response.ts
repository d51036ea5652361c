/** The part of an express response that nodes use. */
export class RecordedResponse {
	statusCode = 200;

	body: unknown;

	writableEnded = false;

	private readonly onClose: Array<() => void> = [];

	status(code: number): this {
		this.statusCode = code;
		return this;
	}

	type(): this {
		return this;
	}

	json(body: unknown): this {
		return this.finish(this.statusCode, body);
	}

	send(body: unknown): this {
		return this.finish(this.statusCode, body);
	}

	once(event: string, listener: () => void): this {
		if (event === 'close') this.onClose.push(listener);
		return this;
	}

	finish(code: number, body?: unknown): this {
		this.statusCode = code;
		this.body = body;
		this.writableEnded = true;
		return this.close();
	}

	/** The caller went away, answered or not. */
	close(): this {
		for (const listener of this.onClose.splice(0)) listener();
		return this;
	}
}
