/** What we use of Node-RED's editor, which brings no types of its own to the browser. */

export interface EditorNode {
	id: string;
	type: string;
	changed?: boolean;
	valid?: boolean;
	credentials?: Record<string, string | boolean | undefined>;
	_def: { category: string };
	/** A text of the node's own catalogue. */
	_(key: string): string;
	[property: string]: unknown;
}

export interface TypedInputType {
	value: string;
	label?: string;
	icon?: string;
	hasValue?: boolean;
	valueLabel?: (container: JQuery, value: string) => void;
	expand?: (() => void) & { icon?: string };
	validate?: (value: string) => boolean | string;
}

interface EditorRed {
	_(key: string, values?: Record<string, unknown>): string;
	settings: { httpNodeRoot?: string; apiRootUrl?: string };
	nodes: {
		node(id: string): EditorNode | null;
		eachNode(visit: (node: EditorNode) => void): void;
		eachConfig(visit: (node: EditorNode) => void): void;
		dirty(): boolean;
		/** Since Node-RED 2.1. */
		getAllUpstreamNodes?(node: EditorNode): EditorNode[];
	};
	i18n: { lang(): string };
	notify(text: string, options?: { type?: string; timeout?: number; fixed?: boolean }): void;
	popover: { tooltip(target: JQuery, text: string): unknown };
	utils: {
		parseContextKey(key: string): { key: string; store?: string };
		sanitize(text: string): string;
		validateTypedProperty(value: string, type: string): boolean | string;
	};
	editor: {
		validateNode(node: EditorNode): boolean;
		/** The nodes whose dialogs are open, the topmost last. */
		getEditStack?(): Array<{ id: string }>;
	};
}

export interface EditableListOptions<Row> {
	addItem(container: JQuery, index: number, row: Row): void;
	removable: boolean;
	sortable: boolean;
	height: string | number;
	addButton: string;
	sortItems?(): void;
	removeItem?(): void;
}

declare global {
	const RED: EditorRed;

	interface JQuery {
		typedInput(options: {
			types?: (string | TypedInputType)[];
			type?: string | TypedInputType;
			default?: string;
			typeField?: string;
		}): JQuery;
		typedInput(property: 'value' | 'type'): string;
		typedInput(property: 'value' | 'type', value: string): void;
		typedInput(property: 'types', types: (string | TypedInputType)[]): void;
		editableList<Row>(options: EditableListOptions<Row>): JQuery;
		editableList(action: 'addItem', row: object): void;
		editableList(action: 'items'): JQuery;
		editableList(action: 'empty'): void;
		autoComplete(options: { search(value: string): object[]; minLength: number }): void;
	}
}
