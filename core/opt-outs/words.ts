/**
 * What people write, and nothing else in the message, to get no more marketing messages. In the languages
 * of the ready-made templates; everybody knows STOP.
 *
 * Left out on purpose, because people who answer an event's message mean their ticket by it: cancel,
 * cancelar, cancelar inscripción, キャンセル, 登録解除, no, いいえ. Such an answer must reach the team.
 */
export const stopWords: readonly string[] = [
	// en
	...['stop', 'stop all', 'stopall', 'please stop', 'stop please', 'stop it please'],
	...['unsubscribe', 'unsubscribe me', 'unsubscribe please', 'please unsubscribe'],
	...['please unsubscribe me', 'opt out', 'optout', 'opt me out'],
	...[
		'stop messages',
		'stop marketing',
		'stop promotions',
		'no more messages',
		'no more promotions',
	],
	// ja
	...['ストップ', '停止', '配信停止', '配信を停止', '配信停止希望', '配信停止を希望します'],
	...['配信停止してください', '配信を停止してください', '配信停止お願いします'],
	...['配信停止をお願いします', '配信停止でお願いします', '配信解除', '購読解除', '購読停止'],
	...['停止希望', '受信拒否', 'オプトアウト', 'メッセージ停止', '配信不要', '配信は不要です'],
	...['プロモーション停止', 'プロモーションを停止'],
	// es
	...['parar', 'detener', 'detén', 'baja', 'dar de baja', 'darme de baja', 'alto'],
	...['no más mensajes', 'no más promociones', 'no quiero más mensajes'],
	...['no quiero recibir promociones', 'no quiero recibir más mensajes', 'detener promociones'],
	...['detener mensajes', 'desuscribir', 'desuscribirme'],
	// pt
	...['pare', 'sair', 'descadastrar', 'me descadastrar', 'descadastre', 'sair da lista'],
	...['parar mensagens', 'parar promoções', 'não quero mais mensagens', 'chega de mensagens'],
	...['não quero mais receber mensagens', 'não quero receber promoções'],
];

/** What brings somebody back. Fewer, because nobody may come back by mistake. */
export const startWords: readonly string[] = [
	...['start', 'unstop', 'resubscribe', 'subscribe', 'opt in', 'optin', 'resume'],
	...['start promotions', 'resume promotions', 'resume messages'],
	...['再開', '配信再開', '配信を再開', '配信再開希望', '配信開始', '購読再開', 'オプトイン'],
	...['スタート', 'プロモーションを再開'],
	...['alta', 'darme de alta', 'reanudar', 'reanudar promociones', 'reanudar mensajes'],
	...['suscribirme', 'volver a suscribirme'],
	...['retomar', 'retomar promoções', 'retomar mensagens', 'quero receber promoções'],
];

/**
 * Labels of the button that WhatsApp Manager puts under marketing templates (“Marketing opt-out”), in the
 * language of the template. A tap sends the label back as payload, too, unless the sender set
 * another. Only the English one is in Meta's documentation; `es` and `pt_BR` are as seen in the wild,
 * `ja` is what it would be called. A label of somebody's own is a further word of the trigger.
 */
export const stopLabels: readonly string[] = [
	...['stop promotions', 'stop promotion', 'unsubscribe from promos', 'unsubscribe from all'],
	...['プロモーションを停止', 'プロモーションの停止', 'プロモーション停止', '配信を停止する'],
	...['detener promociones', 'detener las promociones', 'cancelar promociones'],
	...['parar promoções', 'interromper promoções', 'cancelar promoções'],
];

export const startLabels: readonly string[] = [
	...['resume promotions', 'start promotions'],
	...['プロモーションを再開', '配信を再開する'],
	...['reanudar promociones'],
	...['retomar promoções'],
];

/**
 * A message as it is compared: case, width, accents, punctuation and pictures count for nothing.
 * `Ｓｔｏｐ！！` and `stop 🛑` are `stop`.
 */
export function plainWords(text: string): string {
	return (
		text
			.normalize('NFKC')
			.toLowerCase()
			// Accents of Latin letters only: the marks of kana make other letters of them.
			.normalize('NFD')
			.replace(/[\u0300-\u036f]/g, '')
			.normalize('NFC')
			.replace(/\p{Cf}/gu, '')
			.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
			.replace(/(?<=[\u3040-\u30ff\u4e00-\u9fff]) (?=[\u3040-\u30ff\u4e00-\u9fff])/gu, '')
			.trim()
	);
}
