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
	],
	pt: [
		...['desconto*', 'cupom', 'cupons', 'promoção', 'promoções', 'oferta*', 'liquidação'],
		...['tempo limitado', 'aproveite*', 'compre agora', 'compre já', 'garanta já', 'não perca'],
		...['imperdível', 'última chance', 'últimas vagas', 'teste grátis', 'melhor preço'],
		...['metade do preço', 'sorteio*', 'ganhe um', 'ganhe uma'],
	],
};
