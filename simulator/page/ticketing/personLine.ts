import { el, setText } from '../dom.ts';
import { t } from '../i18n.ts';
import { languageName } from '../languageNames.ts';
import type { Person } from '../types.ts';

/** First and last name as one; the e-mail address where there is none. */
export function fullName({ firstName, lastName, email }: Person): string {
	return `${firstName} ${lastName}`.trim() || email;
}

/** Whom a message would go to: phone, e-mail, language, consent. */
export function personFacts({ phone, email, locale, consent }: Person): string {
	const facts = [phone || t('noPhone'), email];
	if (locale !== undefined && locale !== '') facts.push(languageName(locale));
	if (consent !== undefined) facts.push(t(consent ? 'marketingYes' : 'marketingNo'));
	return facts.filter(Boolean).join(' · ');
}

/** A person in two lines; what else is said of them follows the name. */
export function createPersonLine(): {
	element: HTMLElement;
	update(person: Person, more?: string): void;
} {
	const name = el('strong', { attributes: { dir: 'auto' } });
	const also = el('span', { attributes: { dir: 'auto' } });
	const facts = el('small', { attributes: { dir: 'auto' } });
	return {
		element: el('div', { class: 'person-line' }, el('div', {}, name, ' ', also), facts),
		update(person, more = '') {
			setText(name, fullName(person));
			setText(also, more === '' ? '' : `· ${more}`);
			setText(facts, personFacts(person));
		},
	};
}
