import type { EditorNode } from './red';

/**
 * What stands in the open dialog of this node, or in the node.
 *
 * @param mark id of an element that only this kind of dialog has
 */
export const liveValue = (node: EditorNode, field: string, mark: string): unknown =>
	document.getElementById(mark) && RED.editor.getEditStack?.().at(-1)?.id === node.id
		? ($(`#node-input-${field}`).val() ?? node[field])
		: node[field];
