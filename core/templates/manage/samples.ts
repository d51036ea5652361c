import { GraphCallError, leavesOpen } from '../../graph/error';
import type { MediaFile } from '../../messages/upload-media';
import { TransportError } from '../../ports';
import { isObject, type JsonObject } from '../json';
import { SampleRefused, uploadSample, type UploadTarget } from './upload-sample';

/** What Meta calls an uploaded sample: `4::aW…`, `2:c2Ft…`. */
const isHandle = (sample: string): boolean => /^\d+:/.test(sample);

/** The samples of files in a template that are still to be uploaded, header and cards alike. */
function samplesToUpload(meta: JsonObject): string[] {
	const found: string[] = [];
	replaceSamples(meta, (sample) => {
		if (!isHandle(sample)) found.push(sample);
		return sample;
	});
	return [...new Set(found)];
}

/** A template with other samples in the place of its own. */
export function replaceSamples(meta: JsonObject, change: (sample: string) => string): JsonObject {
	return replaced(meta, change) as JsonObject;
}

function replaced(value: unknown, change: (sample: string) => string): unknown {
	if (Array.isArray(value)) return value.map((entry) => replaced(entry, change));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [
			key,
			key === 'header_handle' && Array.isArray(inner)
				? inner.map((one) => (typeof one === 'string' ? change(one) : one))
				: replaced(inner, change),
		]),
	);
}

/** Why a sample could not be used. */
export interface SampleProblem {
	reason:
		| 'sample_unreadable'
		| 'sample_refused'
		| 'app_missing'
		| 'not_reached'
		| 'rate_limited'
		| 'halted';
	outcome: 'refused' | 'failed';
	message: string;
	whatToDo: string;
	error?: GraphCallError;
}

export interface SampleSource {
	target: UploadTarget;
	read?: (sample: string, index: number) => Promise<MediaFile>;
}

/** Uploads each file once per run, however many templates show it. */
export class Samples {
	private readonly handles = new Map<string, Promise<string>>();

	constructor(private readonly source: SampleSource) {}

	/**
	 * A template whose samples are handles, as Meta wants them.
	 *
	 * @param index the input that names the files: a name of a file field means another file in each
	 */
	async uploaded(
		meta: JsonObject,
		index: number,
	): Promise<{ meta: JsonObject } | { problem: SampleProblem }> {
		const found = new Map<string, string>();
		for (const sample of samplesToUpload(meta)) {
			try {
				found.set(sample, await this.handleOf(sample, index));
			} catch (error) {
				return { problem: problemOf(sample, error) };
			}
		}
		return { meta: replaceSamples(meta, (sample) => found.get(sample) ?? sample) };
	}

	private async handleOf(sample: string, index: number): Promise<string> {
		const key = /^https?:/i.test(sample) ? sample : `${index}/${sample}`;
		const known = this.handles.get(key);
		if (known) return await known;
		const upload = this.upload(sample, index);
		this.handles.set(key, upload);
		// A failed upload may be tried again by the next template; this one reports it.
		upload.catch(() => this.handles.delete(key));
		return await upload;
	}

	private async upload(sample: string, index: number): Promise<string> {
		const { read, target } = this.source;
		if (!target.account.appId) throw new AppMissing();
		const file = await readFile(read, sample, index);
		return await uploadSample(target, file);
	}
}

class AppMissing extends Error {}

class Unreadable extends Error {}

async function readFile(read: SampleSource['read'], sample: string, index: number) {
	if (!read) throw new Unreadable('files cannot be read here');
	try {
		return await read(sample, index);
	} catch (error) {
		throw new Unreadable(error instanceof Error ? error.message : String(error));
	}
}

function problemOf(sample: string, error: unknown): SampleProblem {
	const name = sample.length > 80 ? `${sample.slice(0, 80)}…` : sample;
	if (error instanceof AppMissing) {
		return {
			reason: 'app_missing',
			outcome: 'refused',
			message: `The sample “${name}” cannot be uploaded: the account has no App ID`,
			whatToDo: 'Fill in App ID in the account. It stands in App settings › Basic of the Meta app.',
		};
	}
	if (error instanceof SampleRefused) {
		const { message, whatToDo } = error;
		return { reason: 'sample_refused', outcome: 'refused', message, whatToDo };
	}
	if (error instanceof Unreadable) {
		return {
			reason: 'sample_unreadable',
			outcome: 'refused',
			message: `The sample “${name}” cannot be read: ${error.message}`,
			whatToDo: 'Give a public https link, or the name of a file the item brings.',
		};
	}
	if (error instanceof GraphCallError) return refusedByMeta(name, error);
	const why = error instanceof TransportError ? error.message : String((error as Error)?.message);
	return {
		reason: 'not_reached',
		outcome: 'failed',
		message: `The sample “${name}” could not be uploaded: ${why}`,
		whatToDo: 'Run it again: nothing was created yet.',
	};
}

function refusedByMeta(name: string, error: GraphCallError): SampleProblem {
	const { class: kind, whatToDo } = error.error;
	const later = kind === 'rate' || leavesOpen(error.error);
	return {
		reason:
			kind === 'auth' || kind === 'permission'
				? 'halted'
				: later
					? 'rate_limited'
					: 'sample_refused',
		outcome: later ? 'failed' : 'refused',
		message: `The sample “${name}” was not taken: ${error.message}`,
		whatToDo,
		error,
	};
}
