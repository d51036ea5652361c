import { checkbox, select } from '../fields.ts';
import { categoryName, t } from '../i18n.ts';
import { createActionForm } from '../actionForm.ts';
import type { ActionForm } from '../actionForm.ts';

const categories = ['MARKETING', 'UTILITY', 'AUTHENTICATION'];

/** Into which category a template moves, now or announced. */
export function createRecategoriseForm(
	present: string,
	actions: { onCancel(): void; onConfirm(): void },
): ActionForm {
	const others = categories.filter((category) => category !== present);
	const category = select(
		'category',
		t('newCategory'),
		others.map((value) => ({ value, label: categoryName(value) })),
	);
	category.input.dataset['testid'] = 'recategorise-category';
	const announce = checkbox('announce', t('announce'));
	const box = announce.querySelector('input');
	if (box) box.dataset['testid'] = 'recategorise-announce';
	return createActionForm(
		{
			...actions,
			testId: 'confirm-recategorise',
			confirm: 'confirmRecategorise',
			first: category.input,
			read: () => ({ category: category.input.value, announce: box?.checked === true }),
		},
		category.element,
		announce,
	);
}
