import type { Node, NodeAPI } from 'node-red';
import { handleInput, NodeFailure, onceStarted } from '../../engine';
import type { ManageTemplateConfig } from './config';
import { Runs } from './runs';

/** `whatsapp-manage-template`: outputs Done and Needs Attention. */
export default function (RED: NodeAPI): void {
	function WhatsAppManageTemplate(this: Node, config: ManageTemplateConfig) {
		RED.nodes.createNode(this, config);
		const runs = runsFor(RED, this, config);
		if (!runs) return;
		handleInput(this, async (msg, send) => await runs.handle(msg as never, send));
		onceStarted(RED, this, async () => await runs.start());
		this.on('close', (removed: boolean, done: () => void) => {
			runs.close(removed).then(done, (error: unknown) => {
				this.warn(String(error));
				done();
			});
		});
	}

	RED.nodes.registerType('whatsapp-manage-template', WhatsAppManageTemplate as never);
}

/** Undefined where an expression of the dialog cannot be parsed: then every message is refused. */
function runsFor(RED: NodeAPI, node: Node, config: ManageTemplateConfig): Runs | undefined {
	try {
		return new Runs(RED, node, config);
	} catch (error) {
		node.status({ fill: 'red', shape: 'ring', text: RED._('status.wrong-field') });
		// JSONata throws objects that are no errors.
		const why = (error as { message?: unknown }).message ?? error;
		handleInput(node, async () => {
			throw new NodeFailure(
				`A field of this node cannot be read: ${String(why)}`,
				'expression_invalid',
			);
		});
		return undefined;
	}
}
