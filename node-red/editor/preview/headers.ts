import type { PreviewHeader, PreviewLabels } from '../../../core/templates/preview';
import { el, icon } from '../dom';
import { inline } from './texts';

export function headerOf(header: PreviewHeader, labels: PreviewLabels): HTMLElement {
	switch (header.kind) {
		case 'text':
			return el('div', { class: 'wae-bubble-header', dir: 'auto' }, ...inline(header.text));
		case 'document':
			return el(
				'div',
				{ class: 'wae-document' },
				icon('file-pdf-o'),
				el(
					'span',
					{},
					el('span', { class: 'wae-document-name' }, ...inline(header.fileName)),
					header.value && el('small', {}, ...inline(header.value)),
				),
			);
		case 'location':
			return el(
				'div',
				{ class: 'wae-place' },
				el('div', { class: 'wae-map' }, icon('map-marker')),
				el(
					'div',
					{ class: 'wae-place-text' },
					el('strong', { dir: 'auto' }, ...inline(header.place)),
					el('span', { dir: 'auto' }, ...inline(header.address)),
				),
			);
		case 'product':
			return el(
				'div',
				{ class: 'wae-product' },
				icon('shopping-bag'),
				el('span', {}, labels.product, header.value && el('small', {}, ...inline(header.value))),
			);
		default:
			return mediaOf(header);
	}
}

type Media = Extract<PreviewHeader, { kind: 'image' | 'video' | 'gif' }>;

const ICONS = { image: 'image', video: 'play-circle', gif: 'play-circle' };

/** The picture itself where a public link is known; what is filled in stands below it. */
function mediaOf({ kind, link, value }: Media): HTMLElement {
	const drawing = icon(ICONS[kind]);
	const image =
		kind === 'image' && link !== undefined
			? el('img', { src: link, alt: '', referrerpolicy: 'no-referrer' })
			: undefined;
	image?.addEventListener('error', () => image.replaceWith(drawing));
	return el(
		'div',
		{ class: 'wae-media' },
		image ?? drawing,
		value && el('small', {}, ...inline(value)),
	);
}
