import { el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { productCard } from './product.ts';
import { externalLink, richText } from './richText.ts';
import type { Header } from './types.ts';

type Media = Extract<Header, { url?: string }>;
type Place = Extract<Header, { type: 'location' }>;

export function bubbleHeader(header: Header): HTMLElement {
	switch (header.type) {
		case 'text':
			return el(
				'div',
				{ class: 'header-text', attributes: { dir: 'auto' } },
				...richText(header.text),
			);
		case 'image':
			return picture(header);
		case 'video':
			return video(header);
		case 'location':
			return place(header);
		case 'product':
			return productCard(header.product);
		default:
			return documentCard(header);
	}
}

/** Only what a picture may be loaded from; anything else shows as a missing file. */
function mediaAddress({ url }: Media): string | undefined {
	return url !== undefined && /^(https?:\/\/|\/|blob:|data:(image|video)\/)/i.test(url)
		? url
		: undefined;
}

function missing(header: Media): HTMLElement {
	return el(
		'div',
		{ class: 'media media-missing', attributes: { title: header.url ?? '' } },
		icon(header.type),
		el('span', {}, header.filename ?? t(header.type)),
		el('small', {}, t('mediaMissing')),
	);
}

function picture(header: Media): HTMLElement {
	const url = mediaAddress(header);
	if (url === undefined) return missing(header);
	const frame = el('div', { class: 'media' });
	const image = el('img', {
		attributes: { src: url, alt: header.filename ?? t('image'), loading: 'lazy' },
		on: { error: () => frame.replaceWith(missing(header)) },
	});
	frame.append(image);
	return frame;
}

function video(header: Media): HTMLElement {
	const url = mediaAddress(header);
	if (url === undefined) return missing(header);
	const frame = el('div', { class: 'media' });
	const player = el('video', {
		attributes: { src: url, controls: true, preload: 'metadata', 'aria-label': t('video') },
		on: { error: () => frame.replaceWith(missing(header)) },
	});
	frame.append(player);
	return frame;
}

function documentCard(header: Media): HTMLElement {
	const name = header.filename ?? t('document');
	const url = mediaAddress(header);
	const kind = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? header.mimeType?.split('/').at(-1) ?? '';
	return el(
		'div',
		{ class: 'document' },
		el('span', { class: 'document-icon' }, icon('document')),
		el(
			'span',
			{ class: 'document-name', attributes: { dir: 'auto' } },
			url === undefined ? name : externalLink(url, name),
		),
		el('small', {}, kind.slice(0, 5).toUpperCase()),
	);
}

function place(header: Place): HTMLElement {
	const [latitude, longitude] = [Number(header.latitude), Number(header.longitude)];
	const known = Number.isFinite(latitude) && Number.isFinite(longitude);
	const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
	return el(
		'div',
		{ class: 'place' },
		el('div', { class: 'place-map' }, icon('pin', 'place-pin')),
		el(
			'div',
			{ class: 'place-text', attributes: { dir: 'auto' } },
			el('strong', {}, header.name ?? t('location')),
			header.address !== undefined && el('span', {}, header.address),
			known && externalLink(map, t('openMap')),
		),
	);
}
