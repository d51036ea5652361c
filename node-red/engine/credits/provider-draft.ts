import type { NodeAPI } from 'node-red';
import { isObject } from '../../../core/templates/json';
import { NodeFailure } from '../node-failure';
import type { ProviderAccess } from './provider-access';
import { providerNodeOf } from './provider-node';

/** Where a provider is asked, by its field's name in core. */
const ADDRESS = 'apiUrl';

/**
 * The provider of a dialog, deployed or not: what was typed, and for secrets that were not typed those stored with the
 * node. Undefined where none is chosen.
 *
 * @throws {NodeFailure} when stored secrets would be sent to another address than theirs
 */
export function providerOfDraft(RED: NodeAPI, draft: unknown): ProviderAccess | undefined {
	if (!isObject(draft)) return undefined;
	const stored = providerNodeOf(RED, draft.id)?.access;
	const provider = typeof draft.provider === 'string' ? draft.provider : stored?.provider;
	if (!provider) return undefined;
	const typed = isObject(draft.values) ? textsOf(draft.values) : {};
	const known = stored?.provider === provider ? stored.values : {};
	const borrowed = Object.keys(known).filter((name) => name !== ADDRESS && !(name in typed));
	const address = typed[ADDRESS] ?? known[ADDRESS] ?? '';
	if (borrowed.some((name) => known[name] !== '') && address !== (known[ADDRESS] ?? '')) {
		throw new NodeFailure(
			'The address of the provider was changed. Type its keys again, or deploy first: stored keys are not sent to an address they were not meant for.',
			'address_changed',
		);
	}
	return { provider, values: { ...known, ...typed } };
}

const textsOf = (values: Record<string, unknown>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) =>
			typeof value === 'string' ? [[name, value.trim()]] : [],
		),
	);
