// templates: an account with 500 templates. The lists one chooses from, in n8n and in Node-RED, beside the
// list of n8n's built-in node; and bringing an account in line that is in line already.
import { applyInN8n, builtInList, listInN8n } from './templates-n8n.mjs';
import { applyInNodeRed, dialogLists } from './templates-node-red.mjs';
import { inNodeRed } from './node-red-stage.mjs';
import { onStage } from './stage.mjs';
import { SETTINGS, TEMPLATES } from './template-account.mjs';

/** @returns one result per list, and one per engine for Apply */
export async function benchTemplates(say) {
	const n8n = await onStage(SETTINGS, async (stage) => {
		say(`templates: n8n, an account of ${TEMPLATES}, ${SETTINGS.latencyMs} ms latency`);
		// It makes the ready-made templates, so that they are among the 500.
		const apply = await applyInN8n(stage);
		const send = await listInN8n(stage, 'whatsAppSendTemplate', {});
		const manage = await listInN8n(stage, 'whatsAppManageTemplate', { operation: 'getStatus' });
		return [send, manage, await builtInList(stage), apply];
	});
	const nodeRed = await inNodeRed(SETTINGS, async (stage) => {
		say('templates: Node-RED, the same');
		const apply = await applyInNodeRed(stage);
		return [...(await dialogLists(stage)), apply];
	});
	return [...n8n, ...nodeRed];
}
