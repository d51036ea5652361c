import type { EditorNode } from './red';

const FIELDS = ['businessAccountId', 'phoneNumberId', 'appId', 'apiUrl', 'apiVersion'] as const;
const SECRETS = ['accessToken', 'appSecret', 'verifyToken'] as const;

/** An account as it stands in the editor; secrets that only the server knows are left out. */
export type AccountDraft = { id: string } & Partial<
	Record<(typeof FIELDS)[number] | (typeof SECRETS)[number], string>
>;

/** What the editor shows in place of a secret that is stored on the server. */
const STORED = '__PWRD__';

/** The account of this id, deployed or not; undefined where there is none. */
export function accountDraft(id: string | undefined): AccountDraft | undefined {
	const node = id ? RED.nodes.node(id) : null;
	if (node?.type !== 'whatsapp-account') return undefined;
	return draftOf(
		node.id,
		(field) => node[field],
		(secret) => node.credentials?.[secret],
	);
}

/** The account as it is being typed into its dialog. */
export function accountDraftInDialog(node: Pick<EditorNode, 'id'>): AccountDraft {
	const typed = (name: string) => $(`#node-config-input-${name}`).val();
	return draftOf(node.id, typed, typed);
}

function draftOf(
	id: string,
	field: (name: string) => unknown,
	secret: (name: string) => unknown,
): AccountDraft {
	const draft: AccountDraft = { id };
	for (const name of FIELDS) draft[name] = String(field(name) ?? '').trim();
	for (const name of SECRETS) {
		const value = secret(name);
		if (typeof value === 'string' && value !== STORED) draft[name] = value.trim();
	}
	return draft;
}
