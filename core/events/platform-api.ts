import type { Platform, PlatformGet } from './platforms/platform';

/** One GET; no redirect is followed. Rejects when no answer came. */
export type PlatformTransport = (request: {
	url: string;
	headers: Record<string, string>;
	/** Milliseconds. */
	timeoutMs: number;
}) => Promise<{ status: number; body: unknown }>;

/** The organiser's access to their platform's API. */
export interface PlatformAccess {
	/** Where the API is, for self-hosted platforms and for trying out. */
	address?: string;
	token: string;
	transport: PlatformTransport;
}

/** The platform's API was not asked, or gave no answer to go on with. */
export class PlatformApiError extends Error {
	constructor(
		readonly kind: 'not_set_up' | 'foreign_host' | 'refused' | 'not_found' | 'no_answer',
		message: string,
	) {
		super(message);
		this.name = 'PlatformApiError';
	}
}

/** Platforms wait some seconds for the answer to their webhook: pretix 30, others less. */
const TIMEOUT_MS = 8_000;

/**
 * Asks a platform's API. Whoever sends a webhook could name any address in it, and would be handed
 * the token: only the API's own origin, and only below its path, is asked.
 */
export function platformGet(
	{ name, api }: Pick<Platform, 'name' | 'api'>,
	access: PlatformAccess | undefined,
): PlatformGet {
	return async (address) => {
		const token = access?.token.trim();
		const base = baseOf(access?.address?.trim() || api?.address, api?.path);
		if (access === undefined || api === undefined || !token || base === undefined) {
			throw new PlatformApiError(
				'not_set_up',
				`${name} sends numbers only, and the rest must be asked for: enter its API address and token in the credential.`,
			);
		}
		const url = urlBelow(base, address);
		if (url === undefined) {
			throw new PlatformApiError(
				'foreign_host',
				`The webhook names an address that is not ${name}’s (${base.host}). It was not asked: the token would go along.`,
			);
		}
		return await ask(name, url, { Authorization: api.authorization(token) }, access.transport);
	};
}

async function ask(
	name: string,
	url: URL,
	headers: Record<string, string>,
	transport: PlatformTransport,
): Promise<unknown> {
	let answer: { status: number; body: unknown };
	try {
		answer = await transport({
			url: url.href,
			headers: { ...headers, Accept: 'application/json' },
			timeoutMs: TIMEOUT_MS,
		});
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new PlatformApiError('no_answer', `${name}’s API gave no answer: ${why}`);
	}
	const { status, body } = answer;
	if (status === 200 && typeof body === 'object' && body !== null) return body;
	if (status === 401 || status === 403) {
		throw new PlatformApiError(
			'refused',
			`${name}’s API refuses the token (${status}). Create a new one, and check what it may read.`,
		);
	}
	if (status === 404) {
		throw new PlatformApiError('not_found', `${name}’s API does not know ${url.pathname} (404).`);
	}
	throw new PlatformApiError('no_answer', `${name}’s API gave no usable answer (HTTP ${status}).`);
}

function baseOf(address: string | undefined, path = ''): URL | undefined {
	if (address === undefined || !URL.canParse(address)) return undefined;
	const url = new URL(address);
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
	const base = withSlash(url);
	// The organiser knows where their tickets are sold, and not that the API is in a folder there.
	if (path !== '' && !base.pathname.endsWith(`${path}/`)) {
		base.pathname = base.pathname.slice(0, -1) + `${path}/`;
	}
	return base;
}

function withSlash(url: URL): URL {
	const copy = new URL(url.href);
	copy.search = '';
	copy.hash = '';
	if (!copy.pathname.endsWith('/')) copy.pathname += '/';
	return copy;
}

/** A path is meant below the API's own path, whether or not it starts with a slash. */
function urlBelow(base: URL, address: string): URL | undefined {
	const isPath = !/^[a-z][a-z0-9+.-]*:/i.test(address) && !address.startsWith('//');
	const text = isPath ? `./${address.replace(/^\/+/, '')}` : address;
	if (!URL.canParse(text, base.href)) return undefined;
	const url = new URL(text, base.href);
	const isOurs =
		url.origin === base.origin &&
		url.pathname.startsWith(base.pathname) &&
		url.username === '' &&
		url.password === '';
	return isOurs ? url : undefined;
}
