import type { Address } from './address.ts';
import { el, setAttribute, setText } from './dom.ts';
import { icon } from './icons.ts';
import { currentLanguage, t } from './i18n.ts';
import type { Language } from './i18n.ts';
import type { Connection } from './live.ts';

interface Actions {
	register(): void;
	platforms(): void;
	speak(language: Language): void;
}

export interface TopBar {
	element: HTMLElement;
	showConnection(state: Connection): void;
	/** @param waiting templates that wait for a decision */
	update(section: Address['section'], waiting: number): void;
}

/** The head of the list: what this is, whether it is live, the language, the sections, two panels. */
export function createTopBar(actions: Actions): TopBar {
	const connection = el('span', {
		class: 'connection',
		attributes: { role: 'status', 'data-testid': 'connection' },
	});
	const languages: [Language, string][] = [
		['en', 'EN'],
		['ja', '日本語'],
	];
	const waitingBadge = el('span', { class: 'section-waiting' });
	const links = {
		phones: sectionLink('#', 'nav-phones', t('title')),
		templates: sectionLink('#templates', 'nav-templates', t('templates'), waitingBadge),
		ticketing: sectionLink('#ticketing', 'nav-ticketing', t('ticketing')),
		account: sectionLink('#account', 'nav-account', t('accountNav')),
	};
	const register = el(
		'button',
		{
			class: 'primary',
			attributes: { type: 'button', 'data-testid': 'open-register' },
			on: { click: actions.register },
		},
		icon('ticket'),
		t('register'),
	);
	const platforms = el(
		'button',
		{
			class: 'icon-button',
			attributes: {
				type: 'button',
				title: t('platforms'),
				'aria-label': t('platforms'),
				'data-testid': 'open-platforms',
			},
			on: { click: actions.platforms },
		},
		icon('settings'),
	);
	const element = el(
		'header',
		{ class: 'top' },
		el(
			'div',
			{ class: 'top-row' },
			el('span', { class: 'logo', attributes: { 'aria-hidden': 'true' } }, icon('chat')),
			el('div', { class: 'top-title' }, el('h1', {}, t('simulator')), connection),
			el(
				'div',
				{ class: 'languages', attributes: { role: 'group', 'aria-label': t('language') } },
				...languages.map(([language, label]) =>
					el(
						'button',
						{
							attributes: {
								type: 'button',
								lang: language,
								'aria-pressed': String(language === currentLanguage()),
							},
							on: { click: () => actions.speak(language) },
						},
						label,
					),
				),
			),
			platforms,
		),
		el(
			'nav',
			{ class: 'sections', attributes: { 'aria-label': t('sections') } },
			links.phones,
			links.templates,
			links.ticketing,
			links.account,
		),
		register,
	);

	return {
		element,
		showConnection(state) {
			connection.className = `connection is-${state}`;
			setText(connection, t(state));
		},
		update(section, waiting) {
			for (const [name, link] of Object.entries(links)) {
				setAttribute(link, 'aria-current', name === section ? 'page' : undefined);
			}
			waitingBadge.hidden = waiting === 0;
			setText(waitingBadge, String(waiting));
			setAttribute(waitingBadge, 'title', t('waitingCount', { count: waiting }));
			register.hidden = section !== 'phones';
			platforms.hidden = section === 'ticketing' || section === 'account';
		},
	};
}

function sectionLink(href: string, testId: string, text: string, badge?: HTMLElement) {
	return el('a', { attributes: { href, 'data-testid': testId } }, text, badge);
}
