/** What the editor shows in place of a secret that is stored on the server. */
const STORED = '__PWRD__';

export interface ProviderDraft {
	id: string;
	provider: string;
	/** By core's names; secrets that only the server knows are left out. */
	values: Record<string, string>;
}

/** The provider of this id, deployed or not; undefined where there is none. */
export function providerDraft(id: string): ProviderDraft | undefined {
	const node = id ? RED.nodes.node(id) : null;
	if (node?.type !== 'whatsapp-credit-provider') return undefined;
	const provider = String(node.provider ?? '');
	return draftOf(node.id, provider, Object.entries(node.credentials ?? {}));
}

/** The provider as it is being typed into its dialog. */
export function providerDraftInDialog(id: string, provider: string): ProviderDraft {
	const start = 'node-config-input-';
	const inputs = document.querySelectorAll<HTMLInputElement>(
		'#wae-provider-fields input[id^="node-config-input-"]',
	);
	const typed = [...inputs].map((input) => [input.id.slice(start.length), input.value] as const);
	return draftOf(id, provider, typed);
}

function draftOf(
	id: string,
	provider: string,
	fields: Iterable<readonly [string, unknown]>,
): ProviderDraft {
	const start = `${provider}_`;
	const values: Record<string, string> = {};
	for (const [name, value] of fields) {
		if (!name.startsWith(start) || typeof value !== 'string' || value === STORED) continue;
		values[name.slice(start.length)] = value.trim();
	}
	return { id, provider, values };
}
