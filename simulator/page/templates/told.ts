import { t } from '../i18n.ts';
import { templatesApi } from './templatesApi.ts';
import type { Delivery, Template, TemplateAccount } from './types.ts';

const waitMs = 3000;
const pauseMs = 120;

/** What became of a webhook, in a sentence. */
export interface Told {
	text: string;
	taken: boolean;
}

/** What one delivery came to. */
export function toldOf(delivery: Delivery, id: string): Told {
	const event = delivery.templates?.find((one) => one.id === id)?.event ?? delivery.fields.join();
	const { status, ms, url } = delivery;
	if (status >= 200 && status < 300) {
		return { text: t('toldTaken', { event, status, ms: Math.round(ms) }), taken: true };
	}
	if (status >= 100) return { text: t('toldRefused', { event, status, url }), taken: false };
	return { text: t('toldNoAnswer', { event, url }), taken: false };
}

/**
 * Waits until the simulator has told of an action, and says what the workflow answered.
 *
 * @param before the account as it was before the action: its time, and who has subscribed
 */
export async function waitForTold(
	{ id }: Pick<Template, 'id'>,
	field: string,
	before: TemplateAccount,
): Promise<Told> {
	const url = before.webhooks[field] ?? null;
	if (url === null) return { text: t('toldNobody', { field }), taken: false };
	const until = Date.now() + waitMs;
	while (Date.now() < until) {
		const { deliveries } = await templatesApi.deliveries(5, id);
		const found = deliveries.find(
			(one) => Date.parse(one.at) >= Math.floor(before.now) && one.fields.includes(field),
		);
		if (found !== undefined) return toldOf(found, id);
		await new Promise((resolve) => setTimeout(resolve, pauseMs));
	}
	return { text: t('toldWaiting', { url }), taken: false };
}

/** The same for many at once: how many webhooks were taken. */
export async function waitForMany(
	templates: readonly Pick<Template, 'id'>[],
	before: TemplateAccount,
): Promise<Told> {
	const field = 'message_template_status_update';
	if (!before.webhooks[field]) return { text: t('toldNobody', { field }), taken: false };
	const wanted = new Set(templates.map(({ id }) => id));
	const until = Date.now() + waitMs;
	let taken = 0;
	let tried = 0;
	while (tried < wanted.size && Date.now() < until) {
		const { deliveries } = await templatesApi.deliveries(wanted.size * 3);
		const recent = deliveries.filter((one) => Date.parse(one.at) >= Math.floor(before.now));
		const told = (good: boolean): number =>
			new Set(
				recent
					.filter(({ status }) => !good || (status >= 200 && status < 300))
					.flatMap((one) => one.templates ?? [])
					.map(({ id }) => id)
					.filter((id) => wanted.has(id)),
			).size;
		[tried, taken] = [told(false), told(true)];
		if (tried < wanted.size) await new Promise((resolve) => setTimeout(resolve, pauseMs));
	}
	const text = t('toldMany', { taken, count: wanted.size });
	return { text, taken: taken === wanted.size };
}
