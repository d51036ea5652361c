import { button, el, icon } from './dom';
import { t } from './words';

export interface AddressField {
	element: HTMLElement;
	/** @param shown what stands in its place, where the address holds a secret or is long */
	show(address: string, shown?: string): void;
}

/** An address to enter elsewhere, with a button that copies it. */
export function addressField(): AddressField {
	let address = '';
	const text = el('code', { class: 'wae-address-text', 'aria-label': t('address.label') });
	const copy = copyButton(() => address);
	return {
		element: el('div', { class: 'wae-address' }, text, copy),
		show(next, shown = next) {
			address = next;
			text.textContent = shown;
		},
	};
}

/** A button that copies, and says so for a moment. */
export function copyButton(textToCopy: () => string): HTMLButtonElement {
	const copy = button('', 'clone', () => void copyNow(), 'wae-copy');
	copy.title = t('address.copy');
	copy.setAttribute('aria-label', t('address.copy'));
	async function copyNow(): Promise<void> {
		const done = await copyText(textToCopy());
		copy.replaceChildren(icon(done ? 'check' : 'times'));
		copy.classList.toggle('wae-copied', done);
		setTimeout(() => {
			copy.replaceChildren(icon('clone'));
			copy.classList.remove('wae-copied');
		}, 1500);
	}
	return copy;
}

/** The clipboard is closed to pages without https; copying what is selected still works there. */
async function copyText(value: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(value);
		return true;
	} catch {
		const field = el('textarea', { style: 'position: fixed; opacity: 0' });
		field.value = value;
		document.body.append(field);
		field.select();
		const done = document.execCommand('copy');
		field.remove();
		return done;
	}
}

/** The public address of a path of ours: `https://flows.example.org/red/whatsapp-events/event/tito`. */
export function publicAddress(publicUrl: string, ...path: string[]): string {
	const base = publicUrl.trim().replace(/\/+$/, '') || location.origin;
	const root = `/${RED.settings.httpNodeRoot ?? ''}/`.replace(/\/{2,}/g, '/');
	return `${base}${root}whatsapp-events/${path.map(encodeURIComponent).join('/')}`;
}
