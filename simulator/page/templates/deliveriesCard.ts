import { el } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { clockTime } from '../time.ts';
import type { Delivery } from './types.ts';

export interface DeliveriesCard {
	element: HTMLElement;
	update(deliveries: readonly Delivery[], id: string): void;
}

/** The webhooks that told of a template, newest first, and what came back. */
export function createDeliveriesCard(): DeliveriesCard {
	const list = el('ul', { class: 'calls' });
	const element = el('section', { class: 'desk-card' }, el('h3', {}, t('webhooks')), list);
	return {
		element,
		update(deliveries, id) {
			const lines = deliveries.map((delivery) => line(delivery, id));
			list.replaceChildren(
				...(lines.length > 0 ? lines : [el('li', { class: 'hint' }, t('noWebhooks'))]),
			);
		},
	};
}

function line(delivery: Delivery, id: string): HTMLElement {
	const { at, url, status, attempt, fields, ms, error, templates } = delivery;
	const good = status >= 200 && status < 300;
	const event = templates?.find((one) => one.id === id)?.event ?? fields.join();
	const answer =
		status > 0
			? t('callAnswered', { status, ms: Math.round(ms) })
			: t('callFailed', { error: error ?? '—' });
	return el(
		'li',
		{ class: good ? 'call is-good' : 'call is-bad' },
		icon(good ? 'single' : 'failed'),
		el(
			'span',
			{},
			el('strong', {}, event),
			` ${answer}`,
			attempt > 1 && ` (${t('webhookTry', { number: attempt })})`,
			el('small', { attributes: { dir: 'ltr' } }, url),
		),
		el('time', { attributes: { datetime: at } }, clockTime(at)),
	);
}
