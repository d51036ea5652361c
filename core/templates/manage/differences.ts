import type { TemplateDefinition } from '../definition';
import { fromMetaTemplate } from '../from-meta-template';
import { isObject, type JsonObject } from '../json';
import { parameterFormatOf, variablesOf } from '../meta-samples';
import { toMetaTemplate } from '../to-meta-template';
import { upperCaseKinds } from '../upper-case-kinds';
import { oneTimeCodeFacts } from './authentication-facts';
import type { AccountTemplate } from './account-template';

/**
 * The parts in which the account's template is not as it is defined: `header`, `body`, `buttons`, …;
 * empty where an edit would change nothing a recipient sees.
 *
 * Samples do not count: they are for the review only, Meta returns files as addresses of its own, and
 * an edit would send an approved template into review again. For a rejected one the sample can be what was
 * wrong, so there those of texts count.
 */
export function differences(wanted: TemplateDefinition, account: AccountTemplate): string[] {
	const rejected = account.status === 'REJECTED';
	const ours = componentsOf(toMetaTemplate(wanted), rejected);
	const theirs = componentsOf(account.raw, rejected);
	const parts =
		wanted.category === 'AUTHENTICATION'
			? sayTheSame(oneTimeCodeFacts(ours), oneTimeCodeFacts(theirs))
				? []
				: ['authentication']
			: differingParts(ours, theirs);
	const { messageSendTtlSeconds: ttl } = wanted;
	const otherTtl = ttl !== undefined && ttl !== account.messageSendTtlSeconds;
	return [...parts, ...(otherTtl ? ['timeToLive'] : [])];
}

/** Whether the texts are filled in another way, by names or by numbers: no edit can change that. */
export function formatDiffers(wanted: TemplateDefinition, account: AccountTemplate): boolean {
	const theirs = fromMetaTemplate(account.raw);
	if (!theirs || variablesOf(wanted).length === 0 || variablesOf(theirs).length === 0) return false;
	return parameterFormatOf(wanted) !== account.parameterFormat;
}

function differingParts(ours: JsonObject[], theirs: JsonObject[]): string[] {
	const kinds = [...new Set([...ours, ...theirs].map(({ type }) => String(type)))];
	return kinds
		.filter((kind) => {
			const [one, other] = [ours, theirs].map((all) => all.filter(({ type }) => type === kind));
			return !sayTheSame(one, other);
		})
		.map((kind) => kind.toLowerCase());
}

function componentsOf(meta: JsonObject, withSamples: boolean): JsonObject[] {
	const all = Array.isArray(meta.components) ? meta.components.filter(isObject) : [];
	return all.map((one) => tidied(upperCaseKinds(one), withSamples) as JsonObject);
}

/** What only Meta writes, or writes in its own way, taken out. */
function tidied(value: unknown, withSamples: boolean): unknown {
	if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
	if (Array.isArray(value)) return value.map((entry) => tidied(entry, withSamples));
	if (!isObject(value)) return value;
	const kept = Object.entries(value).filter(
		([key, inner]) =>
			!(key === 'example' && (!withSamples || holdsFile(inner))) &&
			// The label of a copy code button is Meta's.
			!(key === 'text' && value.type === 'COPY_CODE'),
	);
	return Object.fromEntries(
		kept.map(([key, inner]) => [
			key,
			key === 'phone_number' ? String(inner).replace(/[^+\d]/g, '') : tidied(inner, withSamples),
		]),
	);
}

/** The sample of a file: a handle when it is sent, an address when it comes back. */
const holdsFile = (example: unknown): boolean =>
	isObject(example) && Object.hasOwn(example, 'header_handle');

/** Whether the account has all that is wanted; fields that only Meta adds do not count. */
function sayTheSame(wanted: unknown, there: unknown): boolean {
	if (Array.isArray(wanted)) {
		return (
			Array.isArray(there) &&
			wanted.length === there.length &&
			wanted.every((entry, at) => sayTheSame(entry, there[at]))
		);
	}
	if (!isObject(wanted)) return Object.is(wanted, there);
	return (
		isObject(there) &&
		Object.entries(wanted).every(([key, value]) => sayTheSame(value, there[key])) &&
		CONTENT.every((key) => Object.hasOwn(wanted, key) || !Object.hasOwn(there, key))
	);
}

/** Fields a recipient sees: one that is there and was not wanted is a difference. */
const CONTENT = ['text', 'url', 'phone_number', 'buttons', 'cards', 'format'];
