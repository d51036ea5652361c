import type { EditorNode } from './red';

/** What a node is called in the palette, and how its name is written in the flow; `this` is the node. */
export const labels = {
	paletteLabel(this: EditorNode): string {
		return this._('palette.node');
	},

	labelStyle(this: EditorNode): string {
		return this.name ? 'node_label_italic' : '';
	},

	/** Of the outputs, from the first to the last; the words are the node's own. */
	outputs: (...names: string[]) =>
		function (this: EditorNode, index: number): string {
			return this._(`output.${names[index]}`);
		},
};
