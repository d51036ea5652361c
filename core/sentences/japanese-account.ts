/** What core says of an account, its number and its templates (account/health-sentences.ts), and of the way to it (graph). */
export const JAPANESE_ACCOUNT: Readonly<Record<string, string>> = {
	'Messages can be sent.': 'メッセージを送信できます。',
	'Messages can be sent, but not all of them, or not to everybody.':
		'送信できますが、一部のメッセージまたは一部の相手に限られます。',
	'WhatsApp takes messages, but those that cost money may not be sent.':
		'WhatsAppはメッセージを受け付けますが、有料のものは送信されない可能性があります。',
	'WhatsApp refused a message for money on {time}.':
		'WhatsAppが{time}に支払い上の理由でメッセージを拒否しました。',
	'WhatsApp refused a message for money on {time}':
		'WhatsAppが{time}に支払い上の理由でメッセージを拒否しました。',
	'Look at the payment method and open invoices in Meta’s Billing & payments. Then send one message and see whether it is delivered.':
		'Metaの「請求と支払い」で、支払い方法と未払いの請求を確認してください。その後1通だけ送信し、配信されるか確かめてください。',
	'Nothing can be sent at the moment.': '現在は何も送信できません。',
	'Whether messages can be sent is not known.': '送信できるかどうかは不明です。',

	'WhatsApp will disable the account ({when}). Ask for a review in Account Quality before that.':
		'WhatsAppはアカウントを停止する予定です({when})。それまでに「アカウント品質」で審査をリクエストしてください。',
	'WhatsApp will disable the account. Ask for a review in Account Quality before that.':
		'WhatsAppはアカウントを停止する予定です。その前に「アカウント品質」で審査をリクエストしてください。',
	'WhatsApp has disabled the account ({when}). Ask for a review in Account Quality.':
		'WhatsAppがアカウントを停止しました({when})。「アカウント品質」で審査をリクエストしてください。',
	'WhatsApp has disabled the account. Ask for a review in Account Quality.':
		'WhatsAppがアカウントを停止しました。「アカウント品質」で審査をリクエストしてください。',
	'The account is restricted: {what}, until {time}.':
		'アカウントが制限されています: {what}({time}まで)。',
	'The account is restricted: {what}.': 'アカウントが制限されています: {what}。',
	'restricted biz initiated messaging': 'こちらからの送信(テンプレート)ができません',
	'restricted customer initiated messaging': '相手からのメッセージに返信できません',
	'restricted add phone number action': '電話番号を追加できません',

	'The number {number} is connected.': '電話番号{number}は接続済みです。',
	'The number {number} is not registered yet: register it before sending.':
		'電話番号{number}はまだ登録されていません。送信する前に登録してください。',
	'The number {number} is banned: ask for a review in Account Quality.':
		'電話番号{number}は停止されています。「アカウント品質」で審査をリクエストしてください。',
	'The number {number} is restricted: it reaches no new people for now.':
		'電話番号{number}は制限されています。今は新しい相手には届きません。',
	'The number {number} is flagged, because too many people block or report it: send only what people expect.':
		'電話番号{number}はブロックや報告が多く、要注意になっています。相手が待っているものだけを送ってください。',
	'The number {number} is slowed down for now.':
		'電話番号{number}は一時的に速度が制限されています。',
	'The number {number} is disconnected: register it again.':
		'電話番号{number}は切断されています。登録し直してください。',
	'The number {number} was deleted.': '電話番号{number}は削除されました。',
	'The number {number} has moved to another account.':
		'電話番号{number}は別のアカウントに移されました。',
	'The number {number} has the status {status}.': '電話番号{number}の状態は{status}です。',
	'The number {number} does not tell its status.': '電話番号{number}の状態は示されていません。',
	'The number is not verified: verify it by code.':
		'電話番号が確認されていません。コードで確認してください。',

	'Its quality is high.': '品質は「高」です。',
	'Its quality is medium: people block or report it. Send only what people expect.':
		'品質は「中」です。ブロックや報告をされています。相手が待っているものだけを送ってください。',
	'Its quality is low: people block or report it. Pause marketing messages.':
		'品質は「低」です。ブロックや報告をされています。マーケティングを止めてください。',
	'Its quality has no rating yet.': '品質はまだ評価されていません。',

	'The display name “{name}”': '表示名「{name}」',
	'the display name “{name}”': '表示名「{name}」',
	'The display name': '表示名',
	'the display name': '表示名',
	'{shown} is approved.': '{shown}は承認されています。',
	'{shown} may be used without a review.': '{shown}は審査なしで使えます。',
	'{shown} is in review.': '{shown}は審査中です。',
	'{shown} was declined: choose another one in WhatsApp Manager.':
		'{shown}は却下されました。WhatsAppマネージャで別の名前を選んでください。',
	'The approval of {shown} has expired: register the number again.':
		'{shown}の承認の期限が切れました。電話番号を登録し直してください。',
	'{shown} was not reviewed yet.': '{shown}はまだ審査されていません。',
	'A new display name is in review.': '新しい表示名は審査中です。',
	'The new display name was declined.': '新しい表示名は却下されました。',
	'A new display name is approved: register the number again to use it.':
		'新しい表示名が承認されました。使うには電話番号を登録し直してください。',

	'WhatsApp has rejected the account: ask for another review.':
		'WhatsAppがアカウントを却下しました。もう一度審査をリクエストしてください。',
	'WhatsApp is reviewing the account.': 'WhatsAppがアカウントを審査しています。',
	'The business is not verified ({status}): verification raises the limits.':
		'ビジネスが認証されていません({status})。認証されると上限が上がります。',
	'not verified': '未認証',
	pending: '審査中',
	'pending submission': '未提出',
	'pending need more info': '追加情報が必要',
	rejected: '却下',
	expired: '期限切れ',
	failed: '失敗',

	'There is no limit to the people one may write to in a day.':
		'1日に書き始められる人数に制限はありません。',
	'How many people one may write to in a day is not known.': '1日に書き始められる人数は不明です。',
	'All numbers of the business together may begin conversations with {n} people in 24 hours; how many of them are used today is not known.':
		'ビジネスのすべての番号を合わせて、24時間に{n}人まで書き始められます。今日何人分を使ったかは不明です。',
	'All numbers of the business together may begin conversations with {n} people in 24 hours; {used} are used as far as is known here, {rest} are left.':
		'ビジネスのすべての番号を合わせて、24時間に{n}人まで書き始められます。ここで分かる範囲では{used}人を使用し、残りは{rest}人です。',

	'Paused for low quality: {templates}. They come back by themselves.':
		'品質の低下で一時停止中: {templates}。自動的に再開されます。',
	'Disabled: {templates}. Make new ones.': '無効: {templates}。新しく作り直してください。',

	'The number could not be read: {why}': '電話番号を読み取れませんでした: {why}',
	'The account could not be read: {why}': 'アカウントを読み取れませんでした: {why}',
	'The templates could not be read: {why}': 'テンプレートを読み取れませんでした: {why}',
	'Its id is missing in the account.': 'アカウントの設定にIDがありません。',
	'WhatsApp names an error without saying more':
		'WhatsAppがエラーを示していますが、詳細は不明です。',
	'WhatsApp names an error without saying more.':
		'WhatsAppがエラーを示していますが、詳細は不明です。',
	'Look into WhatsApp Manager › Overview.': 'WhatsAppマネージャの「概要」を確認してください。',
	'(code {n})': '(コード{n})',

	'WhatsApp could not be reached: {why}. Check the connection and the API address of the account.':
		'WhatsAppに接続できませんでした: {why}。接続と、アカウントのAPIアドレスを確認してください。',
	'the connection was refused': '接続が拒否されました',
	'the address could not be found': 'アドレスが見つかりません',
	'no connection could be made': '接続できません',
	'no answer came in time': '時間内に応答がありません',
	'the connection broke while the request was under way': '通信の途中で接続が切れました',
	'Create a new system user token with access to this WhatsApp account and put it into the credential.':
		'このWhatsAppアカウントにアクセスできるシステムユーザーのトークンを新しく作り、認証情報に入れてください。',
	'Give the system user access to this WhatsApp account in Meta Business settings, with the permissions whatsapp_business_messaging and whatsapp_business_management.':
		'Metaビジネス設定で、システムユーザーにこのWhatsAppアカウントへのアクセスと、権限whatsapp_business_messagingおよびwhatsapp_business_managementを与えてください。',
};
