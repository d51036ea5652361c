import { el, setText } from './dom.ts';
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
}

/** The head of the list: what this is, whether it is live, the language, and the two panels. */
export function createTopBar(actions: Actions): TopBar {
	const connection = el('span', {
		class: 'connection',
		attributes: { role: 'status', 'data-testid': 'connection' },
	});
	const languages: [Language, string][] = [
		['en', 'EN'],
		['ja', '日本語'],
	];
	const element = el(
		'header',
		{ class: 'top' },
		el(
			'div',
			{ class: 'top-row' },
			el('span', { class: 'logo', attributes: { 'aria-hidden': 'true' } }, icon('chat')),
			el('div', { class: 'top-title' }, el('h1', {}, t('title')), connection),
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
			el(
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
			),
		),
		el(
			'button',
			{
				class: 'primary',
				attributes: { type: 'button', 'data-testid': 'open-register' },
				on: { click: actions.register },
			},
			icon('ticket'),
			t('register'),
		),
	);

	return {
		element,
		showConnection(state) {
			connection.className = `connection is-${state}`;
			setText(connection, t(state));
		},
	};
}
