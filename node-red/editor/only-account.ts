import type { EditorNode } from './red';

/** A new node takes the account, where there is exactly one to take. `this` is the node. */
export function onlyAccount(this: EditorNode): void {
	if (this.account) return;
	const ids: string[] = [];
	RED.nodes.eachConfig(({ type, id, d }) => {
		if (type === 'whatsapp-account' && !d) ids.push(id);
	});
	if (ids.length === 1) this.account = ids[0];
}
