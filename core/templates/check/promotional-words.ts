/**
 * What nobody may be asked for. Source: Meta, "Template review": full card numbers, bank accounts,
 * national identity numbers. Our words; asking for the last four digits is allowed.
 */
export const SENSITIVE_REQUESTS: Readonly<Record<string, readonly string[]>> = {
	en: [
		...['send us your card number', 'your full card number', 'your credit card number'],
		...['your debit card number', 'your bank account number', 'your social security number'],
		...['your passport number', 'your national id number', 'your cvv'],
	],
	ja: ['カード番号をお', '口座番号をお', 'マイナンバーをお', 'パスポート番号をお', '暗証番号をお'],
	es: [
		...[
			'tu número de tarjeta',
			'su número de tarjeta',
			'tu número de cuenta',
			'su número de cuenta',
		],
		...['tu número de pasaporte', 'su número de pasaporte', 'tu número de dni', 'su número de dni'],
	],
	pt: [
		...['seu número de cartão', 'o número do seu cartão', 'o número da sua conta'],
		...['seu número de passaporte', 'o número do seu cpf', 'seu cpf completo'],
	],
};

/**
 * Words that make a message marketing by Meta's definition: offers, upselling, urging, invitations to
 * buy. Ours, after the examples of "Template categorization"; not Meta's list, which is not public.
 * Languages with spaces: whole words; a `*` stands for any ending.
 */
export const PROMOTIONAL_WORDS: Readonly<Record<string, readonly string[]>> = {
	en: [
		...['discount*', 'coupon*', 'promo', 'promo code*', 'promotion*', 'on sale', 'flash sale'],
		...['special offer*', 'limited time', 'limited offer*', 'early bird', 'best price*', 'deals'],
		...[
			'buy now',
			'shop now',
			'order now',
			'book now',
			'buy one',
			'half price',
			'% off',
			'save up',
		],
		...["don't miss", 'don’t miss', 'hurry', 'last chance', 'exclusive offer*', 'free trial'],
		...['refer a friend', 'giveaway*', 'win a', 'upgrade now', 'introducing our'],
		...['our other events', 'our other conferences', 'our other workshops', 'our other courses'],
		...['see more events', 'discover more events', 'bring a friend', 'bring your friends'],
		...['bring friends', 'invite a friend', 'invite your friends', 'tell a friend'],
		...['tell your friends', 'last places', 'last spots', 'last seats', 'last tickets'],
		...['last few places', 'last few spots', 'last few seats', 'last few tickets'],
		...['limited places', 'limited seats', 'limited spots', 'follow us', 'like us on'],
		...['subscribe to our', 'join our community', 'register now', 'register today'],
		...['sign up now', 'selling fast', 'selling out', 'going fast', 'almost sold out'],
		...['nearly sold out'],
	],
	ja: [
		...['割引', '値引き', 'セール', 'キャンペーン', 'クーポン', 'お得', '特典', '早割', '特別価格'],
		...[
			'期間限定',
			'数量限定',
			'今すぐ購入',
			'今すぐ申し込',
			'お見逃しなく',
			'見逃せない',
			'プレゼント',
		],
		...['%オフ', '％オフ', '%OFF', '％OFF', '半額', '無料体験', 'お友達紹介', '新発売', '新商品'],
		...[
			'残りわずか',
			'残り僅か',
			'残りあとわずか',
			'残席わずか',
			'残席僅か',
			'完売間近',
			'まもなく完売',
			'間もなく完売',
			'売り切れ間近',
		],
		...[
			'好評発売中',
			'ぜひお誘い',
			'お誘いください',
			'お誘い合わせ',
			'お誘いあわせ',
			'フォローしてください',
			'フォローしてね',
			'フォローをお願い',
		],
		...[
			'フォローお願い',
			'ぜひフォロー',
			'今すぐ登録',
			'今すぐご登録',
			'お早めにお申し込み',
			'お申し込みはお早めに',
		],
	],
	es: [
		...['descuento*', 'cupón', 'cupones', 'promoción', 'promociones', 'oferta*', 'rebaja*'],
		...[
			'tiempo limitado',
			'aprovecha*',
			'compra ahora',
			'compre ahora',
			'reserva ya',
			'no te pierdas',
		],
		...[
			'no te lo pierdas',
			'última oportunidad',
			'últimas plazas',
			'prueba gratis',
			'mejor precio',
		],
		...['mitad de precio', 'sorteo*', 'gana un', 'gana una'],
		...['nuestros otros eventos', 'otros eventos nuestros', 'más eventos nuestros'],
		...['trae a un amigo', 'trae a una amiga', 'trae a tus amigos', 'invita a un amigo'],
		...['invita a una amiga', 'invita a tus amigos', 'ven con un amigo', 'ven con tus amigos'],
		...['últimos lugares', 'últimos cupos', 'últimas entradas', 'últimos boletos'],
		...['pocas plazas', 'pocas entradas', 'pocos lugares', 'pocos cupos', 'síguenos', 'síganos'],
		...['regístrate ya', 'regístrate ahora', 'inscríbete ya', 'inscríbete ahora', 'se agotan'],
		...['se están agotando', 'casi agotado', 'casi agotados', 'casi agotada', 'casi agotadas'],
	],
	pt: [
		...['desconto*', 'cupom', 'cupons', 'promoção', 'promoções', 'oferta*', 'liquidação'],
		...['tempo limitado', 'aproveite*', 'compre agora', 'compre já', 'garanta já', 'não perca'],
		...['imperdível', 'última chance', 'últimas vagas', 'teste grátis', 'melhor preço'],
		...['metade do preço', 'sorteio*', 'ganhe um', 'ganhe uma'],
		...['nossos outros eventos', 'outros eventos nossos', 'traga um amigo', 'traga uma amiga'],
		...['traga seus amigos', 'traga os amigos', 'convide um amigo', 'convide uma amiga'],
		...['convide seus amigos', 'convide os amigos', 'últimos lugares', 'últimos ingressos'],
		...['últimas entradas', 'últimos bilhetes', 'poucas vagas', 'poucos lugares'],
		...['poucos ingressos', 'siga-nos', 'nos siga', 'siga a gente', 'siga nosso perfil'],
		...['siga o nosso perfil', 'registre-se já', 'registre-se agora', 'inscreva-se já'],
		...['inscreva-se agora', 'se esgotando', 'vendendo rápido', 'quase esgotado'],
		...['quase esgotados', 'quase esgotada', 'quase esgotadas'],
	],
};

/** A number, or the variable that stands for one. */
const NUMBER = String.raw`(?:[\d０-９][\d０-９.,]*|\{\{[^{}]*\}\})`;

/** A code as shops write it, SUMMER20: letters and two digits or three; HALL2 and 4711 may be named. */
const CODE = String.raw`[*「『"“]?[A-Z]{4,}\d{2,3}(?![\p{L}\d])`;

const pattern = (text: string, flags = 'iu') =>
	new RegExp(text.replaceAll('NUMBER', NUMBER).replaceAll('CODE', CODE), flags);

/** The same, where a number or a code is what makes it promotion. */
export const PROMOTIONAL_PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
	en: [
		pattern('(?<!\\p{L})save (?:NUMBER ?[%€£]|[$€£¥] ?NUMBER)'),
		pattern('(?<!\\p{L})only NUMBER (?:places|seats|spots|tickets) (?:are )?left'),
		pattern('(?<!\\p{L})(?:[Uu]se|[Ww]ith|[Aa]pply) (?:(?:the|our|your|promo) )*code:? CODE', 'u'),
	],
	ja: [
		pattern('残り(?:あと)?NUMBER(?:席|名|枚|枠)'),
		pattern('先着NUMBER名'),
		// Not 引き落とし (a debit), 引き上げ or 引き下げ (a change of rates).
		pattern('NUMBER(?:%|％|円)引き(?![落上下出])'),
		pattern('(?:他|ほか)のイベント(?:も(?:ご覧|ぜひ|チェック)|はこちら)'),
		pattern('(?:お友達|お友だち|ご友人)(?:も|を|と)(?:ぜひ|お誘い|ご一緒)'),
		pattern('コード ?[:：]?CODE', 'u'),
	],
	es: [
		pattern('(?<!\\p{L})ahorr[ae] (?:hasta )?(?:(?:un|el) )?(?:NUMBER ?[%€]|[$€] ?NUMBER)'),
		pattern('(?<!\\p{L})(?:solo|sólo) quedan NUMBER (?:plazas|entradas|lugares|cupos|boletos)'),
		pattern('(?<!\\p{L})(?:[Uu]s[ae]|[Cc]on) (?:(?:el|tu|nuestro) )?código:? CODE', 'u'),
	],
	pt: [
		pattern('(?<!\\p{L})economize (?:até )?(?:NUMBER ?[%€]|(?:R\\$|[$€]) ?NUMBER)'),
		pattern('(?<!\\p{L})restam (?:só|apenas) NUMBER (?:vagas|lugares|ingressos|bilhetes)'),
		pattern('(?<!\\p{L})(?:[Uu]s[ae]|[Cc]om) (?:(?:o|seu|nosso) )*código:? CODE', 'u'),
	],
};
