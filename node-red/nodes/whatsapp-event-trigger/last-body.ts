/** More than a dialog can show. */
const LARGEST = 100_000;

/** The body of the last genuine call, in memory only: it names people. */
export class LastBody {
	private bytes: Buffer | undefined;

	keep(rawBody: Buffer): void {
		if (rawBody.length <= LARGEST) this.bytes = Buffer.from(rawBody);
	}

	/** The JSON; undefined where nothing has come since the last deployment. */
	read(): unknown {
		return this.bytes && (JSON.parse(this.bytes.toString('utf8')) as unknown);
	}
}
