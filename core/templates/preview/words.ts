/** What WhatsApp writes itself, in the language of the phone; the template's is the best guess at it. */
const ENGLISH = {
	copyCode: 'Copy code',
	code: 'Code:',
	ends: 'Ends in 2 days',
	endsAt: 'Ends {time}',
	allOptions: 'See all options',
	view: 'View',
	catalog: 'View catalog',
	items: 'View items',
	form: 'Open',
	pay: 'Review and pay',
	contact: 'Share contact info',
	call: 'Call',
	callPermission: 'Allow calls?',
	place: 'Name of the place',
	address: 'Address',
	product: 'Product',
	unknown: 'Button',
};

export type Words = typeof ENGLISH;

const WORDS: Record<string, Partial<Words>> = {
	ja: {
		copyCode: 'コードをコピー',
		code: 'コード:',
		ends: '2日後に終了',
		endsAt: '{time}に終了',
		allOptions: 'すべてのオプションを見る',
		view: '表示',
		catalog: 'カタログを表示',
		items: '商品を表示',
		form: '開く',
		pay: '確認して支払う',
		contact: '連絡先を共有',
		call: '発信',
		callPermission: '通話を許可しますか?',
		place: '場所の名前',
		address: '住所',
		product: '商品',
		unknown: 'ボタン',
	},
	es: {
		copyCode: 'Copiar código',
		code: 'Código:',
		ends: 'Termina en 2 días',
		endsAt: 'Termina {time}',
		allOptions: 'Ver todas las opciones',
		view: 'Ver',
		catalog: 'Ver catálogo',
		items: 'Ver artículos',
		form: 'Abrir',
		pay: 'Revisar y pagar',
		contact: 'Compartir contacto',
		call: 'Llamar',
		callPermission: '¿Permitir llamadas?',
		place: 'Nombre del lugar',
		address: 'Dirección',
		product: 'Producto',
		unknown: 'Botón',
	},
	pt: {
		copyCode: 'Copiar código',
		code: 'Código:',
		ends: 'Termina em 2 dias',
		endsAt: 'Termina {time}',
		allOptions: 'Ver todas as opções',
		view: 'Ver',
		catalog: 'Ver catálogo',
		items: 'Ver itens',
		form: 'Abrir',
		pay: 'Revisar e pagar',
		contact: 'Compartilhar contato',
		call: 'Ligar',
		callPermission: 'Permitir ligações?',
		place: 'Nome do lugar',
		address: 'Endereço',
		product: 'Produto',
		unknown: 'Botão',
	},
};

export function wordsFor(language: string): Words {
	const base = language.split(/[_-]/)[0] ?? '';
	return { ...ENGLISH, ...(Object.hasOwn(WORDS, base) ? WORDS[base] : {}) };
}

/** Languages of WhatsApp's list that are written from right to left. */
export const isRightToLeft = (language: string): boolean =>
	/^(ar|fa|he|ur|ps|prs|dv|ckb)([_-]|$)/.test(language);
