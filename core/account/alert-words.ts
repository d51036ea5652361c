import type { AccountAlert, AlertSeverity } from './account-alert';

interface Words {
	title: string;
	message: string;
	whatToDo: string;
}

/** What can happen to an account, a number or a template, as an organiser tells it apart. */
export type AlertKind =
	| 'banned'
	| 'banScheduled'
	| 'reinstated'
	| 'restricted'
	| 'restrictedReplies'
	| 'restrictedOther'
	| 'violation'
	| 'deleted'
	| 'offboarded'
	| 'reconnected'
	| 'partnerRemoved'
	| 'priceTier'
	| 'prices'
	| 'reviewApproved'
	| 'reviewRejected'
	| 'reviewOpen'
	| 'alert'
	| 'alertOver'
	| 'qualityLow'
	| 'qualityBetter'
	| 'limit'
	| 'nameApproved'
	| 'nameRejected'
	| 'nameInReview'
	| 'pinAsked'
	| 'pinChanged'
	| 'templatePaused'
	| 'templateDisabled'
	| 'templateBack'
	| 'templateTrouble'
	| 'other';

/** Severity, and whether sending stops or may go on. */
export const ALERT_EFFECTS: Record<AlertKind, [AlertSeverity, ('stops' | 'lifts')?]> = {
	banned: ['blocked', 'stops'],
	banScheduled: ['warning'],
	reinstated: ['good', 'lifts'],
	restricted: ['blocked', 'stops'],
	restrictedReplies: ['warning'],
	restrictedOther: ['warning'],
	violation: ['warning'],
	deleted: ['blocked', 'stops'],
	offboarded: ['blocked', 'stops'],
	reconnected: ['good', 'lifts'],
	partnerRemoved: ['warning'],
	priceTier: ['info'],
	prices: ['info'],
	reviewApproved: ['good', 'lifts'],
	reviewRejected: ['blocked', 'stops'],
	reviewOpen: ['info'],
	alert: ['warning'],
	alertOver: ['info'],
	qualityLow: ['warning'],
	qualityBetter: ['good'],
	limit: ['info'],
	nameApproved: ['good'],
	nameRejected: ['warning'],
	nameInReview: ['info'],
	pinAsked: ['warning'],
	pinChanged: ['info'],
	templatePaused: ['warning'],
	templateDisabled: ['warning'],
	templateBack: ['good'],
	templateTrouble: ['warning'],
	other: ['info'],
};

const ENGLISH: Record<AlertKind, Words> = {
	banned: {
		title: 'WhatsApp has disabled the account',
		message: 'Nothing can be sent or received any more ({detail}).',
		whatToDo:
			'Ask for a review in Account Quality of Meta Business settings. Sending goes on by itself once WhatsApp reinstates the account.',
	},
	banScheduled: {
		title: 'WhatsApp is going to disable the account',
		message: 'The account will be disabled: {detail}. Until then messages still leave.',
		whatToDo: 'Ask for a review in Account Quality of Meta Business settings at once.',
	},
	reinstated: {
		title: 'The account is reinstated',
		message: 'WhatsApp lets the account send again. What waited is sent when it is resumed.',
		whatToDo: 'Resume notifications that were halted.',
	},
	restricted: {
		title: 'The account is restricted',
		message: 'Templates cannot be sent {until}. Replies within 24 hours still leave.',
		whatToDo:
			'Look into Account Quality for the reason. Sending goes on by itself when the restriction ends.',
	},
	restrictedReplies: {
		title: 'The account may not reply',
		message: 'Replies to people who write cannot be sent {until}. Templates still leave.',
		whatToDo: 'Look into Account Quality for the reason.',
	},
	restrictedOther: {
		title: 'The account is restricted',
		message: 'WhatsApp has restricted the account {until}: {detail}.',
		whatToDo: 'Look into Account Quality for the reason.',
	},
	violation: {
		title: 'WhatsApp reports a violation',
		message: 'The account broke a WhatsApp policy: {detail}. Further ones lead to restrictions.',
		whatToDo: 'Look into Account Quality, change the templates it names, or ask for a review.',
	},
	deleted: {
		title: 'The account was deleted',
		message: 'The WhatsApp Business account no longer exists, so nothing can be sent.',
		whatToDo: 'Connect another account in the credential.',
	},
	offboarded: {
		title: 'The account left the Cloud API',
		message: 'Somebody disconnected the account ({detail}), so nothing can be sent.',
		whatToDo: 'Connect it again, in the WhatsApp Business app or in Meta Business settings.',
	},
	reconnected: {
		title: 'The account is connected again',
		message: 'Messages can be sent again.',
		whatToDo: 'Resume notifications that were halted.',
	},
	partnerRemoved: {
		title: 'A partner lost access to the account',
		message: 'A partner or its app was removed from the account: {detail}.',
		whatToDo: 'If that was not meant, give access again in Meta Business settings.',
	},
	priceTier: {
		title: 'The account reached another price tier',
		message: 'WhatsApp counts another volume tier for this month: {detail}.',
		whatToDo: 'Nothing. Further messages of this kind cost less.',
	},
	prices: {
		title: 'Prices of the account change',
		message: 'WhatsApp announces another way of charging: {detail}.',
		whatToDo: 'Compare the cost of the next notification before sending it.',
	},
	reviewApproved: {
		title: 'WhatsApp approved the account',
		message: 'The review of the account ended well.',
		whatToDo: 'Nothing.',
	},
	reviewRejected: {
		title: 'WhatsApp rejected the account',
		message: 'The account did not pass the review, so nothing can be sent.',
		whatToDo: 'Look into Meta Business settings for the reason, and ask for another review.',
	},
	reviewOpen: {
		title: 'WhatsApp is reviewing the account',
		message: 'The review is not decided yet ({detail}).',
		whatToDo: 'Wait for the decision.',
	},
	alert: {
		title: 'WhatsApp asks for attention',
		message: '{detail}.',
		whatToDo: 'Look into WhatsApp Manager.',
	},
	alertOver: { title: 'A note of WhatsApp', message: '{detail}.', whatToDo: 'Nothing.' },
	qualityLow: {
		title: 'The quality of the number is falling',
		message: 'People block or report {number} ({detail}).',
		whatToDo: 'Pause marketing messages and send only what people expect.',
	},
	qualityBetter: {
		title: 'The number may send more',
		message: '{number}: {detail}.',
		whatToDo: 'Nothing.',
	},
	limit: {
		title: 'The messaging limit of the account',
		message: 'Conversations may be begun with so many people in 24 hours: {detail}.',
		whatToDo: 'Nothing. Bigger notifications take several days.',
	},
	nameApproved: {
		title: 'The display name is approved',
		message: 'The name of {number} is approved{detail}.',
		whatToDo: 'Register the number again if it does not show the name yet.',
	},
	nameRejected: {
		title: 'The display name was rejected',
		message: 'The name of {number} was rejected: {detail}.',
		whatToDo: 'Choose another one in WhatsApp Manager.',
	},
	nameInReview: {
		title: 'The display name is in review',
		message: 'The name of {number} is not decided yet.',
		whatToDo: 'Wait for the decision.',
	},
	pinAsked: {
		title: 'Somebody asked to reset the PIN',
		message: 'The two-step verification PIN of {number} is to be reset.',
		whatToDo: 'If it was none of you, change the PIN in WhatsApp Manager at once.',
	},
	pinChanged: {
		title: 'The PIN was changed',
		message: 'The two-step verification PIN of {number} was changed.',
		whatToDo: 'If it was none of you, look into Meta Business settings who has access.',
	},
	templatePaused: {
		title: 'A template is paused',
		message: '{template} is paused, because people block or report it. It is not sent for now.',
		whatToDo: 'Send it to fewer people, or change its text. It comes back by itself.',
	},
	templateDisabled: {
		title: 'A template is disabled',
		message: '{template} cannot be sent any more.',
		whatToDo: 'Make another one under a new name, and use that.',
	},
	templateBack: {
		title: 'A template can be sent again',
		message: '{template} can be sent again.',
		whatToDo: 'Nothing.',
	},
	templateTrouble: {
		title: 'A template needs attention',
		message: '{template}: {detail}.',
		whatToDo: 'Look at it in WhatsApp Manager.',
	},
	other: {
		title: 'News of the account',
		message: '{detail}.',
		whatToDo: 'Nothing, as far as is known.',
	},
};

const JAPANESE: Record<AlertKind, Words> = {
	banned: {
		title: 'アカウントが無効にされました',
		message: 'メッセージの送受信ができません（{detail}）。',
		whatToDo:
			'Meta ビジネス設定の「アカウント品質」で審査をリクエストしてください。回復されると送信は自動的に再開します。',
	},
	banScheduled: {
		title: 'アカウントがまもなく無効にされます',
		message: 'アカウントは無効にされる予定です：{detail}。それまでは送信できます。',
		whatToDo: 'すぐに「アカウント品質」で審査をリクエストしてください。',
	},
	reinstated: {
		title: 'アカウントが回復しました',
		message: '再び送信できます。止まっていたものは再開すると送信されます。',
		whatToDo: '止まっている通知を再開してください。',
	},
	restricted: {
		title: 'アカウントが制限されています',
		message: 'テンプレートを送信できません（{until}）。24 時間以内の返信は送信できます。',
		whatToDo:
			'理由は「アカウント品質」で確認してください。制限が終わると送信は自動的に再開します。',
	},
	restrictedReplies: {
		title: '返信が制限されています',
		message: '返信を送信できません（{until}）。テンプレートは送信できます。',
		whatToDo: '理由は「アカウント品質」で確認してください。',
	},
	restrictedOther: {
		title: 'アカウントが制限されています',
		message: 'アカウントが制限されています（{until}）：{detail}。',
		whatToDo: '理由は「アカウント品質」で確認してください。',
	},
	violation: {
		title: 'ポリシー違反が報告されました',
		message: 'WhatsApp のポリシーに違反しています：{detail}。続くと制限されます。',
		whatToDo:
			'「アカウント品質」を確認し、指摘されたテンプレートを直すか、審査をリクエストしてください。',
	},
	deleted: {
		title: 'アカウントが削除されました',
		message: 'WhatsApp Business アカウントがなくなったため、送信できません。',
		whatToDo: '認証情報に別のアカウントを設定してください。',
	},
	offboarded: {
		title: 'アカウントの接続が解除されました',
		message: 'アカウントが切断されたため（{detail}）、送信できません。',
		whatToDo: 'WhatsApp Business アプリまたは Meta ビジネス設定で接続し直してください。',
	},
	reconnected: {
		title: 'アカウントが再び接続されました',
		message: '再び送信できます。',
		whatToDo: '止まっている通知を再開してください。',
	},
	partnerRemoved: {
		title: 'パートナーのアクセスがなくなりました',
		message: 'パートナーまたはそのアプリがアカウントから外されました：{detail}。',
		whatToDo: '意図したものでなければ、Meta ビジネス設定でアクセスを付け直してください。',
	},
	priceTier: {
		title: '料金の段階が変わりました',
		message: '今月の数量の段階が変わりました：{detail}。',
		whatToDo: '何もする必要はありません。以降のメッセージは安くなります。',
	},
	prices: {
		title: '料金が変わります',
		message: '課金の方法が変わります：{detail}。',
		whatToDo: '次の通知を送る前に費用を確認してください。',
	},
	reviewApproved: {
		title: 'アカウントが承認されました',
		message: 'アカウントの審査が通りました。',
		whatToDo: '何もする必要はありません。',
	},
	reviewRejected: {
		title: 'アカウントが却下されました',
		message: '審査に通らなかったため、送信できません。',
		whatToDo: 'Meta ビジネス設定で理由を確認し、もう一度審査をリクエストしてください。',
	},
	reviewOpen: {
		title: 'アカウントは審査中です',
		message: 'まだ決まっていません（{detail}）。',
		whatToDo: '結果をお待ちください。',
	},
	alert: {
		title: '確認が必要です',
		message: '{detail}。',
		whatToDo: 'WhatsApp マネージャを確認してください。',
	},
	alertOver: {
		title: 'WhatsApp からのお知らせ',
		message: '{detail}。',
		whatToDo: '何もする必要はありません。',
	},
	qualityLow: {
		title: '電話番号の品質が下がっています',
		message: '{number} がブロックまたは報告されています（{detail}）。',
		whatToDo: 'マーケティングを止め、相手が待っているものだけを送ってください。',
	},
	qualityBetter: {
		title: 'より多く送信できるようになりました',
		message: '{number}：{detail}。',
		whatToDo: '何もする必要はありません。',
	},
	limit: {
		title: 'メッセージの上限',
		message: '24 時間に新しく会話を始められる人数：{detail}。',
		whatToDo: '何もする必要はありません。大きな通知は数日に分かれます。',
	},
	nameApproved: {
		title: '表示名が承認されました',
		message: '{number} の表示名が承認されました{detail}。',
		whatToDo: 'まだ表示されない場合は番号を登録し直してください。',
	},
	nameRejected: {
		title: '表示名が却下されました',
		message: '{number} の表示名が却下されました：{detail}。',
		whatToDo: 'WhatsApp マネージャで別の名前を選んでください。',
	},
	nameInReview: {
		title: '表示名は審査中です',
		message: '{number} の表示名はまだ決まっていません。',
		whatToDo: '結果をお待ちください。',
	},
	pinAsked: {
		title: 'PIN のリセットが求められました',
		message: '{number} の二段階認証 PIN がリセットされようとしています。',
		whatToDo: '心当たりがなければ、すぐに WhatsApp マネージャで PIN を変えてください。',
	},
	pinChanged: {
		title: 'PIN が変更されました',
		message: '{number} の二段階認証 PIN が変更されました。',
		whatToDo: '心当たりがなければ、Meta ビジネス設定でアクセス権を確認してください。',
	},
	templatePaused: {
		title: 'テンプレートが一時停止されました',
		message: '{template} はブロックや報告が多いため一時停止され、今は送信されません。',
		whatToDo: '送る相手を減らすか、文面を直してください。停止は自動的に終わります。',
	},
	templateDisabled: {
		title: 'テンプレートが無効にされました',
		message: '{template} はもう送信できません。',
		whatToDo: '新しい名前で作り直して使ってください。',
	},
	templateBack: {
		title: 'テンプレートが再び使えます',
		message: '{template} は再び送信できます。',
		whatToDo: '何もする必要はありません。',
	},
	templateTrouble: {
		title: 'テンプレートの確認が必要です',
		message: '{template}：{detail}。',
		whatToDo: 'WhatsApp マネージャで確認してください。',
	},
	other: { title: 'アカウントのお知らせ', message: '{detail}。', whatToDo: '特に必要ありません。' },
};

/** What the sentences of an alert name. */
export interface AlertFacts {
	detail?: string;
	/** As people write it: `+1 555…`. */
	number?: string;
	template?: string;
	/** ISO time. */
	until?: string;
}

export type AlertLanguage = 'en' | 'ja';

/** The sentences of an alert, with what is known put in. */
export function alertWords(
	kind: AlertKind,
	facts: AlertFacts,
	language: AlertLanguage,
): Pick<AccountAlert, 'title' | 'message' | 'whatToDo'> {
	const { title, message, whatToDo } = (language === 'ja' ? JAPANESE : ENGLISH)[kind];
	const ja = language === 'ja';
	const blanks: Record<string, string> = {
		detail: facts.detail ?? (ja ? '詳細なし' : 'no details'),
		number: facts.number ?? (ja ? 'この番号' : 'the number'),
		template: facts.template ?? (ja ? 'テンプレート' : 'A template'),
		until: untilWords(facts.until, ja),
	};
	const text = message.replace(/\{(\w+)\}/g, (_all, name: string) => blanks[name] ?? '');
	return { title, message: text.replace(/\.\.$/, '.').replace(/。。$|\.。$/, '。'), whatToDo };
}

function untilWords(until: string | undefined, ja: boolean): string {
	if (until === undefined) return ja ? '期限は不明' : 'for now';
	const moment = until.replace('T', ' ').replace(/:\d\d(\.\d+)?Z$/, ' UTC');
	return ja ? `${moment} まで` : `until ${moment}`;
}
