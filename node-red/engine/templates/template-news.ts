import { EventEmitter } from 'node:events';
import type { TemplateNotification } from '../../../core/webhooks/notification';

/**
 * What the triggers of this process hear about templates, for nodes that wait for a decision. Of the
 * process, not of a deployment: a trigger and a node know nothing of each other.
 */
const news = new EventEmitter<{ template: [TemplateNotification] }>().setMaxListeners(0);

export const tellTemplateNews = (notification: TemplateNotification): void =>
	void news.emit('template', notification);

/** @returns what ends the listening */
export function onTemplateNews(hear: (notification: TemplateNotification) => void): () => void {
	news.on('template', hear);
	return () => void news.off('template', hear);
}
