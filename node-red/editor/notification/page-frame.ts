import { el } from '../dom';
import { n } from './notification-words';

/** Within the editor the pages follow its theme, and not that of the system. */
const themed = (html: string): string => {
	const theme = document.documentElement.classList.contains('nr-theme-dark') ? 'dark' : 'light';
	return html.replace(/class="(wa[np])-page \1-auto"/g, `class="$1-page $1-${theme}"`);
};

/** A page of the notification inside the dialog. It loads nothing of the editor, and no script runs in it. */
export class PageFrame {
	/** Same origin, so that a newer page can take the place of the one shown without a jump. */
	private readonly frame = el('iframe', {
		class: 'wae-page',
		sandbox: 'allow-same-origin',
		title: n('heading.page'),
	});

	readonly element = el('div', { class: 'wae-page-box', hidden: true }, this.frame);

	private shown = '';

	show(html: string): void {
		const page = themed(html);
		this.element.hidden = false;
		if (page === this.shown) return;
		const isNew = this.shown === '' || kickerOf(page) !== kickerOf(this.shown);
		this.shown = page;
		const inside = this.frame.contentDocument?.querySelector('.wan-page');
		const next = new DOMParser().parseFromString(page, 'text/html').querySelector('.wan-page');
		if (isNew || !inside || !next) this.frame.srcdoc = page;
		else inside.replaceWith(next);
	}

	hide(): void {
		this.element.hidden = true;
		this.shown = '';
	}
}

/** What kind of page it is, before the moment it was made. */
const kickerOf = (html: string): string | undefined =>
	/class="wan-kicker">([^<·]*)/.exec(html)?.[1];
