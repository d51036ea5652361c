import { api, sentenceOf, type SampleReading } from './api';
import { el } from './dom';
import type { Mapping } from './mapping';
import { noticeTypeName } from './mapping-words';
import { notice } from './notice';
import { t } from './words';

const AFTER_MS = 350;

/** What the whole sample would be read as: asked for while one types, a moment after the last letter. */
export class MappingReading {
	readonly element = el('div', { class: 'wae-reading', 'aria-live': 'polite' });

	private timer: ReturnType<typeof setTimeout> | undefined;

	private asked = 0;

	show(body: unknown, mapping: Mapping): void {
		clearTimeout(this.timer);
		if (body === undefined) {
			this.element.replaceChildren();
			return;
		}
		this.timer = setTimeout(() => void this.ask(body, mapping), AFTER_MS);
	}

	private async ask(body: unknown, mapping: Mapping): Promise<void> {
		const asked = ++this.asked;
		try {
			const reading = await api.readSample({ source: 'generic', body, mapping });
			if (asked === this.asked) this.element.replaceChildren(...linesOf(reading));
		} catch (error) {
			if (asked === this.asked) this.element.replaceChildren(notice('failed', sentenceOf(error)));
		}
	}
}

function linesOf({ notices, ignored }: SampleReading): HTMLElement[] {
	return [
		...notices.map((read) =>
			notice('ok', `${noticeTypeName(read.type)}: ${read.facts.join(' · ') || t('sample.nobody')}`),
		),
		...ignored.map(({ message }) => notice('failed', message)),
	];
}
