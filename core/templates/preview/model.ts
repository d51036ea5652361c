/**
 * A template as the phone shows it, before anything is drawn: the same for the HTML and the text
 * preview and for Node-RED's editor. Texts are taken apart, so that whoever draws never reads markup.
 */
export interface PreviewModel {
	name: string;
	language: string;
	category: string;
	/** The language is written from right to left; single lines follow their own letters. */
	rightToLeft: boolean;
	header?: PreviewHeader;
	offer?: PreviewOffer;
	body: Block[];
	footer?: Inline[];
	/** `10:27`, the same in every preview, so that two of them can be compared. */
	time: string;
	buttons: PreviewButton[];
	/** Cards of a carousel; empty in all other templates. */
	cards: PreviewCard[];
	/** What WhatsApp writes itself, in the language of the template as far as we know it. */
	labels: PreviewLabels;
}

export interface PreviewLabels {
	/** Before the code of an offer. */
	code: string;
	/** The button that opens the list of all buttons. */
	allOptions: string;
	product: string;
}

export type Inline =
	| { kind: 'text'; text: string }
	| { kind: 'bold' | 'italic' | 'strike' | 'code' | 'link'; children: Inline[] }
	| Atom;

/**
 * What stands for a value: its approved sample, its name in braces where there is none, or what a
 * flow will put there (`msg.payload.first_name`).
 */
export interface Atom {
	kind: 'sample' | 'variable' | 'reference';
	/** Id of the value, as `listParameters` names it. */
	id: string;
	text: string;
}

export type Block =
	| { kind: 'line'; children: Inline[] }
	| { kind: 'quote'; lines: Inline[][] }
	/** `start`: number of the first item; left out in lists with dots. */
	| { kind: 'list'; start?: number; items: Inline[][] };

export type PreviewHeader =
	| { kind: 'text'; text: Inline[] }
	/** `link`: a public https link to the file itself; `value`: what is known of it otherwise. */
	| { kind: 'image' | 'video' | 'gif'; link?: string; value?: Inline[] }
	| { kind: 'document'; fileName: Inline[]; value?: Inline[] }
	| { kind: 'location'; place: Inline[]; address: Inline[] }
	| { kind: 'product'; value?: Inline[] };

export interface PreviewOffer {
	text: Inline[];
	/** When it ends, where the offer has an end. */
	ends?: Inline[];
	code?: Inline[];
}

export interface PreviewButton {
	kind: PreviewButtonKind;
	text: string;
	/** Where it leads or whom it calls. */
	link?: Inline[];
	code?: Inline[];
}

export type PreviewButtonKind =
	| 'reply'
	| 'link'
	| 'phone'
	| 'copy'
	| 'form'
	| 'catalog'
	| 'product'
	| 'pay'
	| 'contact'
	| 'other';

/** Under a message the phone has room for three buttons; with more, for two and one that opens a list. */
export const BUTTONS_SHOWN = 3;

export interface PreviewCard {
	header?: PreviewHeader;
	body: Block[];
	buttons: PreviewButton[];
}

export interface PreviewModelOptions {
	/** Values by parameter id, as for sending. */
	values?: Record<string, unknown>;
	/** By parameter id, what stands for a value that only a message will bring. */
	references?: Record<string, string>;
	/**
	 * How samples are drawn where there is no value: as the phone would show them, or told apart.
	 * @default 'shown'
	 */
	samples?: 'shown' | 'marked';
}
