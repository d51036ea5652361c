import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { samplePaths, type SamplePath } from '../../core/events/platforms/sample-paths';

/** The places of the pasted sample, with what stands there beside them. */
export async function searchSample(
	this: ILoadOptionsFunctions,
	filter = '',
): Promise<INodeListSearchResult> {
	const words = filter.trim().toLowerCase();
	const results = samplePaths(sampleOf(this))
		.map((place) => ({ name: labelOf(place), value: place.path }))
		.filter(({ name }) => name.toLowerCase().includes(words));
	return { results };
}

const labelOf = ({ path, value, within }: SamplePath): string =>
	`${within === undefined ? path : `each of ${within}: ${path}`} — ${value === '' ? 'empty' : value}`;

function sampleOf(context: ILoadOptionsFunctions): unknown {
	const sample: unknown = context.getNodeParameter('sample', '');
	if (typeof sample === 'object') return sample;
	const text = String(sample).trim();
	if (text === '' || text === '{}') {
		throw new NodeOperationError(
			context.getNode(),
			'Paste a sample above, then choose from it here',
		);
	}
	try {
		return JSON.parse(text);
	} catch {
		throw new NodeOperationError(
			context.getNode(),
			'The sample above is not JSON: paste one webhook or row as it arrives, from { to }',
		);
	}
}
