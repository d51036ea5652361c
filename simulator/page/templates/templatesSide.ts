import { el, setText } from '../dom.ts';
import { icon } from '../icons.ts';
import { t } from '../i18n.ts';
import { toastRegion } from '../toast.ts';
import { createTemplateList } from './templateList.ts';
import type { TemplateStore } from './templateStore.ts';
import type { TemplateAccount } from './types.ts';

export interface TemplatesSide {
	element: HTMLElement;
	update(account: TemplateAccount | undefined, shown: string | undefined): void;
}

/** The list with the inbox on top, "Approve all pending", and the way to the account. */
export function createTemplatesSide(
	store: TemplateStore,
	approveAll: (near: Element) => Promise<void>,
): TemplatesSide {
	const list = createTemplateList(store);
	const approve = el('button', {
		class: 'primary',
		attributes: { type: 'button', 'data-testid': 'approve-all' },
		on: {
			click: () => {
				approve.disabled = true;
				void approveAll(element).finally(() => (approve.disabled = false));
			},
		},
	});
	const head = el('div', { class: 'templates-approve' }, approve);
	const used = el('span', { class: 'account-link-used' });
	const left = el('small', {});
	const account = el(
		'a',
		{
			class: 'account-link',
			attributes: { href: '#templates/account', 'data-testid': 'open-account' },
		},
		icon('settings'),
		el('span', {}, el('strong', {}, t('accountOpen')), el('small', {}, used, ' · ', left)),
	);
	const element = el(
		'div',
		{ class: 'templates-side' },
		head,
		list.element,
		account,
		toastRegion(),
	);

	return {
		element,
		update(standing, shown) {
			const pending = store.sorted().filter(({ status }) => status === 'PENDING').length;
			head.hidden = pending === 0;
			setText(approve, t('approveAll', { count: pending }));
			account.hidden = standing === undefined;
			if (standing !== undefined) {
				const { templates, creations } = standing;
				setText(used, t('accountLink', templates));
				const many = Math.max(0, creations.perHour - creations.used);
				setText(left, t('creationsLeft', { count: many }));
			}
			list.update(shown);
		},
	};
}
