/** What a column of a list of recipients can be, besides a variable of the template. */
export const recipientFields = [
	'phone',
	'name',
	'first_name',
	'email',
	'ticket_type',
	'language',
	'country',
	'consent',
	'time_zone',
] as const;

export type RecipientField = (typeof recipientFields)[number];

/**
 * Headers as ticketing platforms, CRMs and people write them, in small letters without spaces and signs. Of two that fit,
 * the one named first here wins.
 */
const HEADERS: Record<RecipientField, string[]> = {
	phone: [
		...['phone', 'phonenumber', 'mobile', 'mobilephone', 'mobilenumber', 'mobileno', 'whatsapp'],
		...[
			'whatsappnumber',
			'whatsappphone',
			'cell',
			'cellphone',
			'cellnumber',
			'attendeephone',
			'attendeephonenumber',
		],
		...[
			'attendeemobile',
			'telephone',
			'telephonenumber',
			'tel',
			'phoneno',
			'phone1',
			'contactnumber',
			'msisdn',
			'to',
		],
		...[
			'携帯電話番号',
			'携帯番号',
			'携帯電話',
			'携帯',
			'電話番号',
			'電話',
			'お電話番号',
			'スマートフォン',
		],
		...['handy', 'handynummer', 'mobilnummer', 'mobiltelefon', 'telefon', 'telefonnummer'],
		...[
			'teléfono',
			'telefono',
			'teléfonomóvil',
			'móvil',
			'movil',
			'celular',
			'telefone',
			'telemóvel',
		],
		...['téléphone', 'téléphoneportable', 'portable', 'numérodetéléphone'],
	],
	name: [
		...[
			'name',
			'fullname',
			'attendeename',
			'attendee',
			'guestname',
			'guest',
			'participant',
			'contactname',
		],
		...['customername', 'buyername', 'speakername', 'displayname', 'toname'],
		...['氏名', '名前', 'お名前', '参加者名', '参加者', 'フルネーム'],
		...[
			'nombre completo',
			'nombrecompleto',
			'nombreyapellidos',
			'nomecompleto',
			'nomcomplet',
			'vollständigername',
		],
	],
	first_name: [
		...[
			'firstname',
			'givenname',
			'forename',
			'attendeefirstname',
			'first',
			'preferredname',
			'nickname',
			'callname',
		],
		...[
			'名',
			'名（姓名の名）',
			'ファーストネーム',
			'vorname',
			'nombre',
			'nome',
			'prénom',
			'prenom',
			'primeironome',
		],
	],
	email: [
		...['email', 'emailaddress', 'mail', 'attendeeemail', 'eメール', 'メール', 'メールアドレス'],
		...['correo', 'correoelectrónico', 'correoelectronico', 'courriel', 'epost'],
	],
	ticket_type: [
		...[
			'tickettype',
			'ticket',
			'ticketname',
			'ticketclass',
			'ticketcategory',
			'admission',
			'admissiontype',
			'product',
		],
		...[
			'item',
			'registrationtype',
			'チケット',
			'チケット種別',
			'チケットの種類',
			'チケットタイプ',
			'チケット名',
			'券種',
		],
		...[
			'tickettyp',
			'ticketart',
			'tipodeentrada',
			'entrada',
			'tipodeingresso',
			'ingresso',
			'typedebillet',
			'billet',
		],
	],
	language: [
		...['language', 'locale', 'lang', 'preferredlanguage', 'languagecode', '言語', '使用言語'],
		...['sprache', 'idioma', 'langue'],
	],
	country: [
		...[
			'country',
			'countrycode',
			'countryregion',
			'billingcountry',
			'国',
			'国コード',
			'居住国',
			'国籍',
		],
		...['land', 'país', 'pais', 'pays'],
	],
	consent: [
		...[
			'consent',
			'marketingconsent',
			'optin',
			'marketingoptin',
			'whatsappoptin',
			'whatsappconsent',
			'optins',
		],
		...[
			'acceptsmarketing',
			'subscribed',
			'newsletter',
			'agreed',
			'permission',
			'communicationsconsent',
		],
		...['同意', '配信同意', 'マーケティング同意', '配信希望', '案内を希望', 'メルマガ'],
		...['einwilligung', 'zustimmung', 'consentimiento', 'consentimento', 'consentement'],
	],
	time_zone: [
		...['timezone', 'tz', 'timezonename', 'ianatimezone', 'タイムゾーン', '時間帯'],
		...['zeitzone', 'zonahoraria', 'fusohorário', 'fuseauhoraire'],
	],
};

/** Where no header is known: words a header with phone numbers has. Never those of a fax or of somebody else. */
const PHONE_WORDS = /phone|mobile|whatsapp|cell|電話|携帯|telefon|móvil|celular|handy|téléphone/i;
const OTHER_PHONES = /fax|emergency|緊急|work|office|company|landline|固定|consent|opt/i;

/** Which column holds what: by field, or by a variable of the template, the header of its column. */
export type ColumnMapping = Record<string, string>;

/**
 * What the columns of a list probably hold, by their headers. A mapping says otherwise: it wins, and a column it names is
 * nothing else.
 *
 * @throws {Error} where the mapping names a column the list does not have
 */
export function mapColumns(headers: readonly string[], mapping: ColumnMapping = {}): ColumnMapping {
	const chosen = Object.entries(mapping)
		.filter(([, header]) => header.trim() !== '')
		.map(([field, header]) => [field.trim(), columnNamed(headers, header)] as const);
	const taken = new Set(chosen.map(([, header]) => header));
	const found: ColumnMapping = {};
	for (const field of recipientFields) {
		if (chosen.some(([own]) => own === field)) continue;
		const header = guess(field, headers, taken);
		if (header === undefined) continue;
		found[field] = header;
		taken.add(header);
	}
	return { ...found, ...Object.fromEntries(chosen) };
}

function guess(
	field: RecipientField,
	headers: readonly string[],
	taken: Set<string>,
): string | undefined {
	const free = headers.filter((header) => !taken.has(header));
	for (const known of HEADERS[field]) {
		const header = free.find((one) => plain(one) === known);
		if (header !== undefined) return header;
	}
	if (field !== 'phone') return undefined;
	return free.find((header) => PHONE_WORDS.test(header) && !OTHER_PHONES.test(header));
}

function columnNamed(headers: readonly string[], wanted: string): string {
	const header =
		headers.find((one) => one === wanted) ?? headers.find((one) => plain(one) === plain(wanted));
	if (header !== undefined) return header;
	throw new Error(`The list has no column “${wanted}”. Its columns are: ${headers.join(', ')}`);
}

/** `Phone No.` and `phone_no` are one header. */
const plain = (header: string): string =>
	header
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');

/** The name a column has as a variable of a template: `First Name` → `first_name`. */
export const variableName = (header: string): string =>
	header
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '_')
		.replace(/^_+|_+$/g, '');
