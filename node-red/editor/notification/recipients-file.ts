import { hasHeaders, readCsv } from '../../../core/notifications/recipients/read-csv';
import { readText } from '../../../core/notifications/recipients/read-text';
import { button, el, icon } from '../dom';
import { notice } from '../notice';
import { count, n } from './notification-words';

/** A workbook is a zip archive. */
const isWorkbook = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Node-RED takes requests of 5 MB, if nobody has set `apiMaxLength`. */
const LONGEST = 4_500_000;

/**
 * A list somebody chooses or pastes here, for the next check. It is handed to the node and not kept in the flow; as long
 * as the editor is open, it is still there when the dialog is opened again.
 */
const chosen = new Map<string, { name: string; text: string }>();

export class RecipientsFile {
	readonly element = el('div', { class: 'wae-recipients' });

	private readonly input = el('input', {
		type: 'file',
		accept: '.csv,.tsv,.txt,text/csv,text/plain',
		hidden: true,
		'aria-label': n('button.file'),
	});

	private pasting = false;

	constructor(
		private readonly nodeId: string,
		private readonly onChange: () => void,
	) {
		this.input.addEventListener('change', () => void this.take(this.input.files?.[0]));
		this.draw();
	}

	/** Undefined where the flow brings the list. */
	get text(): string | undefined {
		return chosen.get(this.nodeId)?.text;
	}

	private async take(file: File | undefined): Promise<void> {
		this.input.value = '';
		if (!file) return;
		const bytes = new Uint8Array(await file.arrayBuffer());
		if (isWorkbook(bytes)) return this.draw(notice('failed', n('file.workbook')));
		this.keep(file.name, readText(bytes));
	}

	private keep(name: string, text: string): void {
		this.pasting = false;
		if (text.trim() === '') return this.draw(notice('failed', n('file.empty')));
		if (new Blob([JSON.stringify(text)]).size > LONGEST) {
			return this.draw(notice('failed', n('file.large')));
		}
		chosen.set(this.nodeId, { name, text });
		this.draw();
		this.onChange();
	}

	private draw(problem?: HTMLElement): void {
		const list = chosen.get(this.nodeId);
		const fileButton = button(n('button.file'), 'file-text-o', () => this.input.click());
		const pasteButton = button(n('button.paste'), 'clipboard', () => {
			this.pasting = true;
			this.draw();
		});
		const now = list
			? el(
					'span',
					{ class: 'wae-recipients-now' },
					icon('check'),
					' ',
					n('file.chosen', { name: list.name, people: count(peopleIn(list.text)) }),
					' ',
					button(n('file.remove'), 'times', () => this.remove(), 'red-ui-button-small'),
				)
			: el('span', { class: 'wae-recipients-now' }, n('file.none'));
		this.element.replaceChildren(
			el('div', { class: 'wae-recipients-row' }, fileButton, pasteButton, now),
			this.input,
			this.pasting ? this.pasteField() : '',
			problem ?? '',
		);
	}

	private remove(): void {
		chosen.delete(this.nodeId);
		this.draw();
		this.onChange();
	}

	private pasteField(): HTMLElement {
		const field = el('textarea', {
			rows: '6',
			class: 'wae-paste',
			placeholder: n('place.paste'),
			'aria-label': n('button.paste'),
			spellcheck: 'false',
		});
		const take = button(n('button.take'), 'check', () => this.keep(n('file.pasted'), field.value));
		const cancel = button(n('button.cancel'), undefined, () => {
			this.pasting = false;
			this.draw();
		});
		setTimeout(() => field.focus());
		return el('div', {}, field, el('div', { class: 'wae-recipients-row' }, take, cancel));
	}
}

/** As the check counts them: without the row of headers. */
function peopleIn(text: string): number {
	const [first, ...others] = readCsv(text);
	return first && !hasHeaders(first) ? others.length + 1 : others.length;
}
