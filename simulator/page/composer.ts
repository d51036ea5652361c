import { api } from './api.ts';
import { el } from './dom.ts';
import { icon } from './icons.ts';
import { t } from './i18n.ts';
import { toastFailure } from './toast.ts';

export interface Composer {
	element: HTMLFormElement;
	/** True while somebody is writing here. */
	isBusy(): boolean;
	/** The person's name, if they have one, and what to call the phone. */
	setName(name: string, title: string): void;
}

/** The line at the bottom of a phone in which its owner writes. Enter sends, Shift+Enter breaks. */
export function createComposer(waId: string): Composer {
	let name = '';
	const input = el('textarea', {
		attributes: {
			rows: 1,
			dir: 'auto',
			maxlength: 4096,
			enterkeyhint: 'send',
			placeholder: t('write'),
			'data-testid': 'phone-input',
		},
		on: { input: fit, keydown: (event) => event instanceof KeyboardEvent && onKey(event) },
	});
	const submit = el(
		'button',
		{ class: 'composer-send', attributes: { type: 'submit', 'aria-label': t('send') } },
		icon('send'),
	);
	const element = el(
		'form',
		{
			class: 'composer',
			on: {
				submit: (event) => {
					event.preventDefault();
					void send();
				},
			},
		},
		input,
		submit,
	);

	function fit(): void {
		input.style.height = 'auto';
		input.style.height = `${Math.min(input.scrollHeight, 110)}px`;
	}

	function onKey(event: KeyboardEvent): void {
		// Enter that only confirms a conversion (Japanese, Chinese, Korean input) does not send.
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		element.requestSubmit();
	}

	async function send(): Promise<void> {
		const text = input.value.trim();
		if (text === '') return;
		input.value = '';
		fit();
		try {
			await api.write(waId, text, name);
		} catch (error) {
			if (input.value === '') input.value = text;
			fit();
			toastFailure(element)(error);
		}
	}

	return {
		element,
		isBusy: () => input.value !== '' || document.activeElement === input,
		setName(next, title) {
			name = next;
			input.setAttribute('aria-label', t('writeAs', { name: title }));
		},
	};
}
