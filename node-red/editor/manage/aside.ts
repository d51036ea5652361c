import { checkTemplate, type Finding } from '../../../core/templates/check';
import type { TemplateDefinition } from '../../../core/templates/definition';
import type { MessageTemplate } from '../../../core/templates/template';
import { el, icon } from '../dom';
import { preview, previewCaption } from '../preview';
import { badgeOf } from '../template-status';
import { asTemplate, complete, type Draft } from './definition-text';
import { findingsList } from './findings-list';
import { m } from './manage-words';

/** Waits for the end of a word, so that a long list does not jump at every key. */
const CHECK_MS = 200;

/** Beside the form: the message as the phone shows it, and below it what the check finds. */
export class Aside {
	private timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly preview: HTMLElement,
		private readonly check: HTMLElement,
	) {}

	/** What is being written; a finding leads to its field. */
	showWritten(draft: Draft, focus: (place: string) => void): void {
		const definition = complete(draft);
		const isEmpty = !draft.body && !draft.header && !draft.footer && !draft.buttons;
		if (isEmpty) this.say(m('preview.empty'));
		else this.draw(asTemplate(definition));
		clearTimeout(this.timer);
		this.timer = setTimeout(() => this.list(findingsOf(definition), focus), CHECK_MS);
	}

	/** What stands in a list. */
	showDefinition(definition: TemplateDefinition | undefined): void {
		clearTimeout(this.timer);
		if (!definition) return this.say(m('preview.choose'));
		this.draw(asTemplate(definition));
		this.list(findingsOf(definition));
	}

	/** What the account has. */
	showTemplate(template: MessageTemplate): void {
		clearTimeout(this.timer);
		this.draw(template, badgeOf(template));
		this.check.replaceChildren();
	}

	say(sentence: string): void {
		clearTimeout(this.timer);
		this.parent.hidden = false;
		this.preview.replaceChildren(
			el('div', { class: 'wae-chat wae-chat-empty' }, icon('whatsapp'), el('p', {}, sentence)),
		);
		this.check.replaceChildren();
	}

	/** For operations that have nothing to show. */
	hide(): void {
		clearTimeout(this.timer);
		this.parent.hidden = true;
	}

	private get parent(): HTMLElement {
		return this.preview.parentElement as HTMLElement;
	}

	private draw(template: MessageTemplate | undefined, badge?: HTMLElement): void {
		this.parent.hidden = false;
		if (!template) return;
		this.preview.replaceChildren(
			preview(template, []),
			el(
				'p',
				{ class: 'wae-preview-caption' },
				badge !== undefined && badge,
				badge !== undefined && ' ',
				previewCaption(template),
			),
		);
	}

	private list(findings: Finding[], focus?: (place: string) => void): void {
		this.check.replaceChildren(el('h4', {}, m('heading.check')), findingsList(findings, focus));
	}
}

/** What the check says, also of a definition that is still being written. */
export function findingsOf(definition: TemplateDefinition): Finding[] {
	try {
		return checkTemplate(definition);
	} catch {
		// A definition from elsewhere may be half of one; the server says what is wrong with it.
		return [];
	}
}
