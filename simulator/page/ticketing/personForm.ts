import { createActionForm } from '../actionForm.ts';
import type { ActionForm } from '../actionForm.ts';
import { field } from '../fields.ts';
import { t } from '../i18n.ts';
import type { Word } from '../i18n.ts';
import { createPersonFields, readPerson } from '../personFields.ts';
import type { Person } from '../types.ts';
import type { Asking } from './formSlot.ts';

interface Parts extends Asking {
	legend: Word;
	confirm: Word;
	testId: string;
	/** How the simulator is asked with this person. */
	given(person: Person): Record<string, unknown>;
}

/** Asks for a person: the new holder of a ticket, a speaker. */
export function createPersonForm(parts: Parts): ActionForm {
	const fields = createPersonFields(t(parts.legend));
	const form = createActionForm(
		{
			...parts,
			first: fields.querySelector('input') ?? fields,
			read: () => parts.given(readPerson(new FormData(form.element))),
		},
		fields,
	);
	return form;
}

/** Asks for a company and whom to write to there. */
export function createSponsorForm(asking: Asking): ActionForm {
	const company = field({ name: 'company', label: t('company'), required: true });
	const fields = createPersonFields(t('contact'));
	const form = createActionForm(
		{
			...asking,
			testId: 'confirm-propose-sponsor',
			confirm: 'confirmPropose',
			first: company.input,
			read: () => ({
				company: company.input.value.trim(),
				contact: readPerson(new FormData(form.element)),
			}),
		},
		company.element,
		fields,
	);
	return form;
}
