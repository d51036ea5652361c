import { isMovedToMarketing } from '../../core/templates/sendable';
import { parseTemplateKey, templateKey, type MessageTemplate } from '../../core/templates/template';
import { api, sentenceOf } from './api';
import { accountDraft } from './account-draft';
import { byId, el } from './dom';
import { failure, notice } from './notice';
import { TemplateList } from './template-list';
import { badgeOf, statusBadge, isApproved, statusName } from './template-status';
import { languageName, t } from './words';

const KEY = /^[a-z0-9_]{1,512}(:[A-Za-z_-]{2,10})?$/;

/** Templates that were read while the editor is open: reopening a node shows its message at once. */
const known = new Map<string, MessageTemplate>();

/** The template of the node: from the list, or by its name, or only known when a message comes. */
export class TemplateField {
	template: MessageTemplate | undefined;
	private readonly input = $('#node-input-template');
	private readonly account = $('#node-input-account');
	private readonly field = byId<HTMLElement>('wae-template-field');
	private readonly list: TemplateList;
	private readonly state = byId<HTMLElement>('wae-template-state');
	private lastType: string;
	private asked = 0;
	/** What was asked last: a field tells of changes that change nothing. */
	private reading: string | undefined;

	/**
	 * @param everyStatus whether it is a template to look after, and not one to send
	 * @param otherTypes what it can be besides one of the list
	 */
	constructor(
		private readonly onChange: () => void,
		private readonly everyStatus = false,
		otherTypes: string[] = ['str', 'msg', 'flow', 'global', 'jsonata', 'env'],
	) {
		this.list = new TemplateList({
			field: this.field,
			accountId: () => this.accountId,
			chosenKey: () => String(this.input.typedInput('value')),
			onChoose: (template) => this.choose(template),
			everyStatus,
		});
		this.lastType = String($('#node-input-templateType').val() || 'list');
		this.input.typedInput({
			default: 'list',
			typeField: '#node-input-templateType',
			types: [
				{
					value: 'list',
					label: t('template.fromList'),
					icon: 'fa fa-list-ul',
					valueLabel: (container, value) => this.label(container, value),
					expand: Object.assign(() => this.list.toggle(), { icon: 'fa-caret-down' }),
				},
				...otherTypes,
			],
		});
		this.input.on('change', () => this.changed());
		this.account.on('change', () => this.accountChanged());
		this.read();
	}

	get type(): string {
		return String(this.input.typedInput('type'));
	}

	get key(): string {
		return String(this.input.typedInput('value')).trim();
	}

	/** Whether the template is chosen here, so that its variables can be shown. */
	get isFixed(): boolean {
		return this.type === 'list' || this.type === 'str';
	}

	close(): void {
		this.list.close();
	}

	private get accountId(): string {
		return String(this.account.val() ?? '');
	}

	private choose(template: MessageTemplate): void {
		this.remember(template);
		this.template = template;
		this.input.typedInput('value', templateKey(template));
		this.input.trigger('change');
		this.field.querySelector<HTMLElement>('[role="button"]')?.focus();
	}

	private remember(template: MessageTemplate): void {
		known.set(`${this.accountId}/${templateKey(template)}`, template);
	}

	private accountChanged(): void {
		this.list.close();
		this.read();
	}

	private changed(): void {
		if (this.type !== this.lastType) this.carryOver();
		this.lastType = this.type;
		if (this.template && templateKey(this.template) !== this.key) this.template = undefined;
		if (this.template) this.showState();
		else this.read();
		this.onChange();
	}

	/** A name of a template is no property of a message, and the other way round. */
	private carryOver(): void {
		const wasName = this.lastType === 'list' || this.lastType === 'str';
		if (wasName && !this.isFixed) {
			if (KEY.test(this.key)) {
				this.input.typedInput('value', this.type === 'msg' ? 'payload.template' : '');
			}
		} else if (!wasName && this.isFixed && this.key.includes('.')) {
			this.input.typedInput('value', '');
		}
	}

	/** Reads the template of a node that was saved, or whose name is typed. */
	private read(): void {
		const key = this.key;
		const account = accountDraft(this.accountId);
		const reading = JSON.stringify([account, key, this.isFixed]);
		if (reading === this.reading) return;
		this.reading = reading;
		const asked = ++this.asked;
		this.template = undefined;
		if (!this.isFixed || !KEY.test(key) || account === undefined) return this.showState();
		this.template = known.get(`${this.accountId}/${key}`);
		if (this.template) this.showState();
		else this.state.replaceChildren(notice('busy', t('template.reading')));
		api.readTemplate({ account, ...parseTemplateKey(key) }).then(
			({ template }) => {
				if (asked !== this.asked) return;
				this.remember(template);
				this.template = template;
				this.showState();
				this.onChange();
			},
			(error: unknown) => {
				if (asked !== this.asked) return;
				this.reading = undefined;
				this.state.replaceChildren(failure(sentenceOf(error), () => this.read()));
				this.onChange();
			},
		);
	}

	private showState(): void {
		const { template } = this;
		this.state.replaceChildren();
		if (template && !isApproved(template) && !this.everyStatus) {
			const status = statusName(template.status);
			this.state.append(notice('failed', t('template.notApproved', { status })));
		} else if (template && isMovedToMarketing(template)) {
			this.state.append(notice('info', t('template.movedToMarketing')));
		}
		if (this.type === 'list') this.label($(this.field).find('.red-ui-typedInput-value-label'));
	}

	/** Name, language and status in the closed field; a click or a key opens the list. */
	private label(container: JQuery, value = this.key): void {
		const { name, language } = parseTemplateKey(value);
		const trigger = el(
			'div',
			{
				class: 'wae-chosen',
				role: 'button',
				tabindex: '0',
				'aria-haspopup': 'listbox',
				'aria-label': `${t('template.choose')} ${value}`,
			},
			name === ''
				? el('span', { class: 'wae-placeholder' }, t('template.choose'))
				: el('span', { class: 'wae-chosen-name' }, name),
			language !== undefined && el('span', { class: 'wae-badge' }, languageName(language)),
			this.template && (this.everyStatus ? badgeOf(this.template) : statusBadge(this.template)),
		);
		trigger.addEventListener('click', () => this.list.toggle());
		trigger.addEventListener('keydown', (event) => {
			if (!['Enter', ' ', 'ArrowDown'].includes(event.key)) return;
			event.preventDefault();
			event.stopPropagation();
			this.list.open();
		});
		container.empty().append(trigger);
	}
}
