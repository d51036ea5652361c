import type { AlertKind, Words } from './alert-words';

/** The same in Japanese; words as in the locales. */
export const JAPANESE: Record<AlertKind, Words> = {
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
		message: '再び送信できます。待っていたものは 10 分以内に自動的に送信されます。',
		whatToDo: '手動で停止したものだけを再開してください。',
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
	unpaid: {
		title: 'アカウントに請求できません',
		message: 'メッセージは受け付けられた後、送信されません（コード 131042）：{detail}。',
		whatToDo:
			'Meta の「請求と支払い」で支払い方法と残高を確かめてください。待っているものは、支払えるようになってから 10 分以内に自動的に送信されます。もう一度送信しないでください。{billing}',
	},
	reconnected: {
		title: 'アカウントが再び接続されました',
		message: '再び送信できます。待っていたものは 10 分以内に自動的に送信されます。',
		whatToDo: '手動で停止したものだけを再開してください。',
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
