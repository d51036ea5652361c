import { deliveryKeyTo, personKey, type ItemRequest, type WaitingMessage } from '../../engine';

export interface Whose {
	/** Id of the Send Template. */
	node: string;
	hashKey: string;
}

type Kept = Pick<WaitingMessage, 'key' | 'person' | 'node' | 'request'>;

/** What is kept of an item: to whom, what, and the input its results carry. */
interface StoredRequest {
	request: ItemRequest;
	input?: unknown;
}

/**
 * An item as it can be kept and sent later; undefined where it cannot: no number, or a file in it, which would have to be
 * kept for every recipient. A link to the file, or the ID of an upload, can.
 */
export function keptRequest(
	request: ItemRequest,
	input: unknown,
	{ node, hashKey }: Whose,
): Kept | undefined {
	const key = deliveryKeyTo(request.keyBase, request, hashKey);
	if (key === undefined || holdsFile(request.values)) return undefined;
	const stored: StoredRequest = { request, ...(isPlain(input) ? { input } : {}) };
	return {
		key,
		person: personKey(request.to, hashKey, request.defaultCountry) ?? '',
		...{ node, request: JSON.stringify(stored) },
	};
}

export const storedRequest = ({ request }: Pick<WaitingMessage, 'request'>): StoredRequest =>
	JSON.parse(request) as StoredRequest;

const holdsFile = (values: object): boolean =>
	Object.values(values).some((value) => value instanceof Uint8Array);

/** Only what is the same after a restart. */
function isPlain(input: unknown): boolean {
	if (input === undefined || holdsFile(Object(input) as object)) return false;
	try {
		return JSON.stringify(input) !== undefined;
	} catch {
		return false;
	}
}
