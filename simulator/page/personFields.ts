import { el } from './dom.ts';
import { examplePerson, personLanguages } from './examplePeople.ts';
import { field, select } from './fields.ts';
import { t } from './i18n.ts';
import { languageName } from './languageNames.ts';
import { hasCountryCode } from './registration.ts';
import type { Person } from './types.ts';

/** Name, e-mail, phone, language and consent of one person, and a button that fills in an example. */
export function createPersonFields(legend: string): HTMLFieldSetElement {
	const firstName = field({ name: 'firstName', label: t('firstName'), required: true });
	const lastName = field({ name: 'lastName', label: t('lastName') });
	const email = field({ name: 'email', label: t('email'), type: 'email' });
	const phone = field({ name: 'phone', label: t('phone'), type: 'tel', hint: t('phoneHint') });
	const locale = languageSelect('locale', t('languageUnknown'));
	const consent = select('consent', t('consent'), [
		{ value: '', label: t('consentNotAsked') },
		{ value: 'true', label: t('consentGiven') },
		{ value: 'false', label: t('consentDeclined') },
	]);
	const inputs = { firstName, lastName, email, phone, locale };

	function checkCountry(): void {
		const { value } = phone.input;
		const missing = value.trim() !== '' && !hasCountryCode(value);
		phone.hint.textContent = t(missing ? 'phoneNoCountry' : 'phoneHint');
		phone.hint.classList.toggle('is-warning', missing);
	}
	phone.input.addEventListener('input', checkCountry);

	function fill(): void {
		const person = examplePerson();
		for (const name of ['firstName', 'lastName', 'email', 'phone', 'locale'] as const) {
			inputs[name].input.value = person[name];
		}
		checkCountry();
	}

	return el(
		'fieldset',
		{},
		el('legend', {}, legend),
		el(
			'button',
			{ class: 'text-button', attributes: { type: 'button' }, on: { click: fill } },
			t('fillExample'),
		),
		el('div', { class: 'columns' }, firstName.element, lastName.element),
		email.element,
		phone.element,
		el('div', { class: 'columns' }, locale.element, consent.element),
	);
}

/** @param unset what it means that none is chosen */
export function languageSelect(name: string, unset: string): ReturnType<typeof select> {
	return select(name, t('personLanguage'), [
		{ value: '', label: unset },
		...personLanguages.map((code) => ({ value: code, label: languageName(code) })),
	]);
}

/** What a form says of a person; language and consent only when they were chosen. */
export function readPerson(data: FormData, prefix = ''): Person {
	const text = (name: string): string => {
		const value = data.get(`${prefix}${name}`);
		return typeof value === 'string' ? value.trim() : '';
	};
	const locale = text('locale');
	const consent = text('consent');
	return {
		firstName: text('firstName'),
		lastName: text('lastName'),
		email: text('email'),
		phone: text('phone'),
		...(locale === '' ? {} : { locale }),
		...(consent === '' ? {} : { consent: consent === 'true' }),
	};
}
