/** A form body with brackets, taken apart: `line_items[0][quantity]=2` → `{ line_items: { 0: … } }`. */
export interface FormTree {
	[name: string]: string | FormTree;
}

/** Reads `application/x-www-form-urlencoded` as Stripe does. Source: Stripe, "API reference". */
export function readForm(body: string): FormTree {
	const tree: FormTree = Object.create(null) as FormTree;
	for (const [key, value] of new URLSearchParams(body)) {
		const path = [
			key.replace(/\[.*$/, ''),
			...[...key.matchAll(/\[([^\]]*)\]/g)].map((part) => part[1] ?? ''),
		];
		let place = tree;
		for (const name of path.slice(0, -1)) {
			const found = place[name];
			const next = typeof found === 'object' ? found : (Object.create(null) as FormTree);
			place[name] = next;
			place = next;
		}
		place[path.at(-1) ?? ''] = value;
	}
	return tree;
}

/** The text at a path, if there is one. */
export function textAt(tree: FormTree | undefined, ...path: string[]): string | undefined {
	let place: string | FormTree | undefined = tree;
	for (const name of path) place = typeof place === 'object' ? place[name] : undefined;
	return typeof place === 'string' && place !== '' ? place : undefined;
}

/** The branch at a path, if there is one. */
export function branchAt(tree: FormTree | undefined, ...path: string[]): FormTree | undefined {
	let place: string | FormTree | undefined = tree;
	for (const name of path) place = typeof place === 'object' ? place[name] : undefined;
	return typeof place === 'object' ? place : undefined;
}
