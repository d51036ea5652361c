import { platformName } from './catalogue';
import { eventNode } from './event-node';
import { fitTray } from './form';
import type { EditorNode } from './red';
import { t } from './words';

/** The dialog of whatsapp-event-messages. */
export const eventMessages = {
	prepare(node: EditorNode): void {
		fitTray(620);
		const ours: [string, string] = ['notice', t('source.notice')];
		void eventNode.prepare(node, 'node-input-source', [ours], () => undefined);
	},
	save: eventNode.save,
	close: eventNode.close,
	sourceName: (id: string): string => (id === 'notice' ? t('source.notice') : platformName(id)),
};
