import type { Node, NodeAPI } from 'node-red';
import { handleInput, madeFrom, onceStarted } from '../../engine';
import type { ManageTemplateConfig } from './config';
import { Runs } from './runs';

/** `whatsapp-manage-template`: outputs Done and Needs Attention. */
export default function (RED: NodeAPI): void {
	function WhatsAppManageTemplate(this: Node, config: ManageTemplateConfig) {
		RED.nodes.createNode(this, config);
		const runs = madeFrom(RED, this, () => new Runs(RED, this, config));
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
