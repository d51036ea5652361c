import type { Address } from '../address.ts';
import { el } from '../dom.ts';
import { categoryName, t } from '../i18n.ts';
import { dateTime } from '../time.ts';
import { toast, toastFailure, toastRegion } from '../toast.ts';
import { createAccountView } from './accountView.ts';
import { callOf } from './fits.ts';
import type { Action } from './fits.ts';
import { languageName } from '../languageNames.ts';
import { statusName } from './status.ts';
import { createTemplateDetail } from './templateDetail.ts';
import type { TemplateDetail } from './templateDetail.ts';
import type { TemplateDesk } from './templateDesk.ts';
import { templatesApi } from './templatesApi.ts';
import { createTemplatesSide } from './templatesSide.ts';
import type { TemplateStore } from './templateStore.ts';
import { waitForMany, waitForTold } from './told.ts';
import type { Template, TemplateAccount } from './types.ts';

type Place = Extract<Address, { section: 'templates' }>;

export interface TemplatesView {
	side: HTMLElement;
	main: HTMLElement;
	show(place: Place): void;
	draw(): void;
	/** The clock runs on. */
	tick(): void;
	/** Whether something other than the list is open. */
	isOpen(): boolean;
}

/** The reviewer's desk: the templates on the left, one of them or the account beside it. */
export function createTemplatesView(store: TemplateStore, desk: TemplateDesk): TemplatesView {
	let place: Place = { section: 'templates', at: 'list' };
	let detail: { id: string; view: TemplateDetail } | undefined;
	const side = createTemplatesSide(store, approveAll);
	const account = createAccountView({
		move: (offsetMs) =>
			change({ clock: { offsetMs } }, () => t('clockMoved', { time: dateTime(desk.time.now()) })),
		change: (templates) => change({ templates }, () => t('saved')),
	});
	const content = el('div', { class: 'templates-content' });
	const main = el('main', { class: 'stage templates-main' }, content, toastRegion());

	function change(wanted: Parameters<typeof templatesApi.change>[0], said: () => string): void {
		templatesApi
			.change(wanted)
			.then(() => desk.refresh())
			.then(() => toast(said(), { near: main }))
			.catch(toastFailure(main));
	}

	async function act(
		template: Template,
		action: Action,
		given: Record<string, unknown>,
	): Promise<boolean> {
		const call = callOf(action);
		try {
			const before = await templatesApi.account();
			const changed = await templatesApi.act(template, call.action, { ...call.given, ...given });
			store.apply(changed);
			draw();
			void tell(changed, call.field, before);
			return true;
		} catch (error) {
			toastFailure(main)(error);
			return false;
		}
	}

	async function tell(template: Template, field: string, before: TemplateAccount): Promise<void> {
		const told = await waitForTold(template, field, before);
		const done = whatHappened(template, field);
		const failed = !told.taken && before.webhooks[field] !== null;
		toast(`${done} ${told.text}`, { near: main, error: failed });
		await desk.refresh();
	}

	async function approveAll(near: Element): Promise<void> {
		try {
			const before = await templatesApi.account();
			const { templates } = await templatesApi.approveAll();
			const told = await waitForMany(templates, before);
			toast(`${t('approvedAll', { count: templates.length })} ${told.text}`, { near });
			await desk.refresh();
		} catch (error) {
			toastFailure(near)(error);
		}
	}

	function drawDetail(): void {
		const { opened } = desk;
		const template = desk.openTemplate();
		if (opened === undefined || (!opened.asked && opened.template === undefined)) return;
		if (template === undefined) {
			detail = undefined;
			content.replaceChildren(missing(opened.name, opened.language));
			return;
		}
		if (detail?.id !== template.id) {
			const view = createTemplateDetail(template, (action, given) =>
				act(desk.openTemplate() ?? template, action, given),
			);
			detail = { id: template.id, view };
		}
		if (content.firstElementChild !== detail.view.element) {
			content.replaceChildren(detail.view.element);
			content.scrollTop = 0;
		}
		detail.view.update(template, {
			business: desk.account?.business ?? '',
			now: desk.time.now(),
			deliveries: opened.deliveries,
			blocked: desk.account?.blocked ?? [],
			waiting: store.waiting().filter(({ id }) => id !== template.id),
		});
	}

	function draw(): void {
		side.update(desk.account, place.at === 'template' ? desk.openTemplate()?.id : undefined);
		if (place.at === 'template') {
			drawDetail();
			return;
		}
		if (desk.account === undefined || desk.settings === undefined) return;
		account.update(desk.account, desk.settings, store.sorted());
		if (content.firstElementChild !== account.element) {
			content.replaceChildren(account.element);
			content.scrollTop = 0;
		}
	}

	return {
		side: side.element,
		main,
		draw,
		isOpen: () => place.at !== 'list',
		tick() {
			if (account.element.isConnected) account.tick(desk.time.now());
		},
		show(next) {
			place = next;
			if (next.at === 'template') desk.open(next.name, next.language);
			else desk.close();
			draw();
		},
	};
}

function missing(name: string, language: string): HTMLElement {
	return el(
		'div',
		{ class: 'template-missing', attributes: { 'data-testid': 'template-missing' } },
		el('p', {}, t('templateGone', { name, language: languageName(language) })),
		el('a', { class: 'secondary', attributes: { href: '#templates' } }, t('templates')),
	);
}

/** What a decision made of a template, before it is said who heard of it. */
function whatHappened(template: Template, field: string): string {
	const { name, status, category, correct_category: correct = category } = template;
	if (field === 'message_template_status_update')
		return t('done', { name, status: statusName(status) });
	if (field !== 'template_category_update') return `${name}:`;
	return correct === category
		? t('movedTo', { name, category: categoryName(category) })
		: t('moveAnnounced', { name, category: categoryName(correct) });
}
