import { transportErrorFrom } from '../../graph/transport-failure';
import { TransportError } from '../../ports';
import { isObject, type JsonObject } from '../../webhooks/json';
import {
	NoBalance,
	type BalancePorts,
	type ProviderResponse,
	type SourceAccess,
	type SourceField,
} from './balance';

const TIMEOUT_MS = 15_000;

/** Provider texts are shown to people; a page of HTML is not a text. */
const LONGEST_TEXT = 200;

export interface ProviderQuestion {
	name: string;
	url: string;
	headers: Record<string, string>;
	access: SourceAccess;
	/** The provider's own words of a refusal, where its documentation says where they stand. */
	refusalText(body: JsonObject): string | undefined;
}

/**
 * One answer of a provider that can be read on.
 *
 * @throws {NoBalance} for everything else, with a sentence that never shows a key
 */
export async function askProvider(
	question: ProviderQuestion,
	ports: Pick<BalancePorts, 'provider'>,
): Promise<JsonObject> {
	const { name, url, headers } = question;
	if (!ports.provider) {
		throw new NoBalance(`${name} cannot be asked from here.`, 'Use the node Check Credits.');
	}
	let response: ProviderResponse;
	try {
		response = await ports.provider({
			method: 'GET',
			url,
			headers: { accept: 'application/json', ...headers },
			timeoutMs: TIMEOUT_MS,
		});
	} catch (failure) {
		throw unreachable(name, failure);
	}
	const { status, body } = response;
	if (status < 200 || status > 299) throw refused(question, response);
	if (isObject(body)) return body;
	throw new NoBalance(
		`${name} answered, but not in the way its documentation describes.`,
		'Check the API address, and any proxy or firewall in between.',
	);
}

/** The fields that must be filled in, by name. @throws {NoBalance} naming the first empty one */
export function filledIn<Name extends string>(
	source: { name: string; fields: readonly SourceField[] },
	access: SourceAccess,
	...names: Name[]
): Record<Name, string> {
	const values = names.map((name) => [name, (access[name] ?? '').trim()] as const);
	const empty = values.find(([, value]) => value === '');
	if (!empty) return Object.fromEntries(values) as Record<Name, string>;
	const label = source.fields.find(({ name }) => name === empty[0])?.displayName ?? empty[0];
	throw new NoBalance(
		`${source.name} cannot be asked: ${label} is empty.`,
		`Fill in ${label} in the credential for ${source.name}.`,
	);
}

export const basicAuth = (user: string, password: string): string =>
	`Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;

/** What a provider says when it refuses although it answered 200. */
export function refusal(
	question: Pick<ProviderQuestion, 'name' | 'access'>,
	text: string | undefined,
	status?: number,
): NoBalance {
	const said = text === undefined ? undefined : withoutSecrets(text, question.access);
	const details = [status === undefined ? undefined : `HTTP ${status}`, said].filter(Boolean);
	const why = details.length > 0 ? ` (${details.join(': ')})` : '';
	return new NoBalance(
		`${question.name} refused to tell the balance${why}.`,
		`Check the key in the credential, and that it may read the balance at ${question.name}.`,
	);
}

function refused(question: ProviderQuestion, { status, body }: ProviderResponse): NoBalance {
	const { name } = question;
	const text = isObject(body) ? question.refusalText(body) : undefined;
	if (status === 401 || status === 403) return refusal(question, text, status);
	if (status >= 300 && status < 400) {
		return new NoBalance(
			`${name} answered with another address (HTTP ${status}), which is not followed, because the key would go along.`,
			'Check the API address in the credential.',
		);
	}
	if (status === 429) {
		return new NoBalance(
			`${name} was asked too often (HTTP 429).`,
			'Ask less often: a balance every few minutes is enough.',
		);
	}
	if (status >= 500) {
		return new NoBalance(`${name} is out of order (HTTP ${status}).`, 'Ask again later.');
	}
	const said = text === undefined ? '' : `: ${withoutSecrets(text, question.access)}`;
	return new NoBalance(
		`${name} does not know this account (HTTP ${status}${said}).`,
		'Check the account’s id and the API address in the credential.',
	);
}

/** No system code in the sentence: n8n replaces a message that has one by its own. */
function unreachable(name: string, failure: unknown): NoBalance {
	const error = failure instanceof TransportError ? failure : transportErrorFrom(failure);
	const why = error.message.replace(` (${error.code})`, '');
	return new NoBalance(
		`${name} could not be reached: ${why}.`,
		'Check the connection and the API address in the credential, and ask again.',
	);
}

/** Some answers repeat the key they refuse. */
function withoutSecrets(text: string, access: SourceAccess): string {
	let shown = text.replace(/\s+/g, ' ').trim();
	for (const value of Object.values(access)) {
		if (value !== undefined && value.trim().length >= 6)
			shown = shown.replaceAll(value.trim(), '…');
	}
	return shown.length > LONGEST_TEXT ? `${shown.slice(0, LONGEST_TEXT)}…` : shown;
}
