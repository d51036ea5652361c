import { button, el, icon } from './dom';
import { t } from './words';

export interface AddressField {
	element: HTMLElement;
	show(address: string, shown?: string): void;
}

/** An address to enter elsewhere, with a button that copies it. */
export function addressField(): AddressField {
	let address = '';
	const text = el('input', {
		type: 'text',
		readonly: true,
		class: 'wae-address-text',
		'aria-label': t('address.label'),
	});
	text.addEventListener('focus', () => text.select());
	const copy = button('', 'clone', () => void copyAddress(), 'wae-copy');
	copy.title = t('address.copy');
	copy.setAttribute('aria-label', t('address.copy'));

	async function copyAddress(): Promise<void> {
		const done = await copyText(address, text);
		copy.replaceChildren(icon(done ? 'check' : 'times'));
		copy.classList.toggle('wae-copied', done);
		setTimeout(() => {
			copy.replaceChildren(icon('clone'));
			copy.classList.remove('wae-copied');
		}, 1500);
	}

	return {
		element: el('div', { class: 'wae-address' }, text, copy),
		show(next, shown = next) {
			address = next;
			text.value = shown;
			text.title = shown;
		},
	};
}

/** The clipboard is closed to pages without https; copying what is selected still works there. */
async function copyText(value: string, field: HTMLInputElement): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(value);
		return true;
	} catch {
		const shown = field.value;
		field.value = value;
		field.select();
		const done = document.execCommand('copy');
		field.value = shown;
		return done;
	}
}

/** The public address of a path of ours: `https://flows.example.org/red/whatsapp-events/event/tito`. */
export function publicAddress(publicUrl: string, ...path: string[]): string {
	const base = publicUrl.trim().replace(/\/+$/, '') || location.origin;
	const root = `/${RED.settings.httpNodeRoot ?? ''}/`.replace(/\/{2,}/g, '/');
	return `${base}${root}whatsapp-events/${path.map(encodeURIComponent).join('/')}`;
}
