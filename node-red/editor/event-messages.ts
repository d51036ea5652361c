import type { Catalogue } from './api';
import { platformName } from './catalogue';
import { byId } from './dom';
import { eventNode } from './event-node';
import { fitTray } from './form';
import type { EditorNode } from './red';
import { t, tOr } from './words';

/** What to hand in, where a platform is asked instead of calling. */
function showHowToAsk(id: string, all: Catalogue | undefined): void {
	const isPolled = all?.platforms.find((one) => one.id === id)?.arrival === 'poll';
	const hint = tOr(`platform.${id}.poll`, isPolled ? t('source.polled') : '');
	byId<HTMLElement>('wae-poll').textContent = hint;
}

/** The dialog of whatsapp-event-messages. */
export const eventMessages = {
	prepare(node: EditorNode): void {
		fitTray(620);
		const ours: [string, string] = ['notice', t('source.notice')];
		void eventNode.prepare(node, {
			platformField: 'node-input-source',
			first: [ours],
			polled: true,
			onPlatform: showHowToAsk,
		});
	},
	save: eventNode.save,
	close: eventNode.close,
	sourceName: (id: string): string => (id === 'notice' ? t('source.notice') : platformName(id)),
};
