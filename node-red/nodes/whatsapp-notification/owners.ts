/**
 * Which node sends which notification. Two nodes of one ID, as copying a node makes them, would send, stop
 * and check the same list behind each other's back.
 */
const owners = new Map<string, object>();

/** @returns whether the notification is this node's own, from now on at the latest */
export function own(id: string, node: object): boolean {
	const owner = owners.get(id) ?? node;
	owners.set(id, owner);
	return owner === node;
}

export function disown(id: string, node: object): void {
	if (owners.get(id) === node) owners.delete(id);
}
