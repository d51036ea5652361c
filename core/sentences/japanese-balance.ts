/** What core says of a balance and of what it was read from (credits/balance, credits/purchases, credits/billing.ts). */
export const JAPANESE_BALANCE: Readonly<Record<string, string>> = {
	'{money} is left at {provider}.': '{provider}の残高は{money}です。',
	'Nothing is left at {provider}: {money}.': '{provider}の残高はありません: {money}。',
	'Top up at {provider}.': '{provider}でチャージしてください。',
	'{provider} says {money}.': '{provider}の回答は{money}です。',
	'{provider} says {amount}, but not in which currency (“{currency}”).':
		'{provider}の回答は{amount}ですが、通貨が分かりません(「{currency}」)。',
	'{provider} says {amount}, but not in which currency.':
		'{provider}の回答は{amount}ですが、通貨が示されていません。',
	'Look at the balance in {provider}’s own screens.': '{provider}の画面で残高を確認してください。',
	'{provider} answered without an amount that can be read.':
		'{provider}の回答から金額を読み取れませんでした。',
	'Look at the balance in {provider}’s own screens, and tell us what the answer looks like.':
		'{provider}の画面で残高を確認し、回答の内容をお知らせください。',

	'{provider} cannot be asked from here.': 'ここからは{provider}に問い合わせられません。',
	'Use the node Check Credits.': '「クレジットを確認」ノードを使ってください。',
	'{provider} cannot be asked: {field} is empty.':
		'{provider}に問い合わせられません: {field}が空欄です。',
	'Fill in {field} in the credential for {provider}.':
		'{provider}の認証情報で{field}を入力してください。',
	'{provider} answered, but not in the way its documentation describes.':
		'{provider}から回答がありましたが、公開されている形式と異なります。',
	'Check the API address, and any proxy or firewall in between.':
		'APIアドレスと、途中のプロキシやファイアウォールを確認してください。',
	'{provider} refused to tell the balance ({why}).':
		'{provider}は残高の照会を拒否しました({why})。',
	'{provider} refused to tell the balance.': '{provider}は残高の照会を拒否しました。',
	'Check the key in the credential, and that it may read the balance at {provider}.':
		'認証情報のキーと、そのキーに{provider}の残高を読む権限があるかを確認してください。',
	'{provider} answered with another address (HTTP {n}), which is not followed, because the key would go along.':
		'{provider}が別のアドレスを返しました(HTTP {n})。キーも一緒に送られてしまうため、そこには接続しません。',
	'Check the API address in the credential.': '認証情報のAPIアドレスを確認してください。',
	'{provider} was asked too often (HTTP 429).': '{provider}への問い合わせが多すぎます(HTTP 429)。',
	'Ask less often: a balance every few minutes is enough.':
		'問い合わせの回数を減らしてください。数分に1回で十分です。',
	'{provider} is out of order (HTTP {n}).': '{provider}で障害が起きています(HTTP {n})。',
	'Ask again later.': '後でもう一度お試しください。',
	'{provider} does not know this account (HTTP {why}).':
		'{provider}にこのアカウントが見つかりません(HTTP {why})。',
	'Check the account’s id and the API address in the credential.':
		'認証情報のアカウントIDとAPIアドレスを確認してください。',
	'{provider} could not be reached: {why}.': '{provider}に接続できませんでした: {why}。',
	'Check the connection and the API address in the credential, and ask again.':
		'接続と、認証情報のAPIアドレスを確認し、もう一度お試しください。',
	'{provider} gives every customer an address of their own, and none is set.':
		'{provider}では顧客ごとにアドレスが異なりますが、設定されていません。',
	'Copy the API base URL from {provider}’s portal into the field API Address.':
		'{provider}のポータルにあるAPIのベースURLを「API Address」に入力してください。',
	'The API address of {provider} is not one that a key may be sent to.':
		'{provider}のAPIアドレスには、安全にキーを送れません。',
	'Use an address that begins with https:// and has no user name, question mark or # in it.':
		'https://で始まり、ユーザー名、?、#を含まないアドレスを使ってください。',
	'The balance could not be read: {why}': '残高を読み取れませんでした: {why}',
	'Check the connection and the credential, and ask again.':
		'接続と認証情報を確認し、もう一度お試しください。',
	'Nobody is known as “{provider}” to ask for a balance.':
		'残高の問い合わせ先「{provider}」は知られていません。',
	'Choose a provider.': 'プロバイダーを選んでください。',

	'This is the balance of the client {client}.': 'クライアント{client}の残高です。',
	'This is the partner’s own balance.': 'パートナー自身の残高です。',
	'The wallet may be overdrawn (overdraft limit {amount}); that is not counted.':
		'ウォレットは借り越しできます(限度{amount})が、残高には含みません。',
	'Vonage names no currency in the answer; its accounts are kept in euros.':
		'Vonageの回答に通貨はありません。アカウントはユーロ建てです。',
	'Auto-reload is on: Vonage tops up by itself.':
		'自動チャージがオンです。Vonageが自動的にチャージします。',
	'MessageBird says that this account is postpaid.':
		'MessageBirdによると、このアカウントは後払いです。',
	'MessageBird bills this account afterwards, so there is no balance.':
		'MessageBirdはこのアカウントに後から請求するため、残高はありません。',
	'Infobip does not document this answer; compare it with the portal once.':
		'この回答はInfobipの文書にありません。一度ポータルの表示と比べてください。',

	'No WhatsApp account is connected, so Meta cannot be asked.':
		'WhatsAppアカウントが設定されていないため、Metaに問い合わせられません。',
	'Choose the credential of the account.': 'アカウントの認証情報を選んでください。',
	'Meta could not be asked about this account.':
		'このアカウントについてMetaに問い合わせられませんでした。',
	'Check the access token and the WhatsApp Business Account ID in the credential.':
		'認証情報のアクセストークンとWhatsApp BusinessアカウントIDを確認してください。',
	'This account is paid from a line of credit; Meta does not say what is left of it.':
		'このアカウントは与信枠から支払われています。Metaは残りを示していません。',
	'Look at the line of credit in Meta’s Billing & payments.':
		'Metaの「請求と支払い」で与信枠を確認してください。',
	'{money} is available on the line of credit that pays for this account.':
		'このアカウントの支払いに使われる与信枠の残りは{money}です。',
	'Pay the open invoices, or ask for a higher limit.':
		'未払いの請求を支払うか、上限の引き上げを依頼してください。',
	'No payment method is attached to this account, so WhatsApp refuses paid messages.':
		'このアカウントには支払い方法が登録されていないため、WhatsAppは有料のメッセージを拒否します。',
	'Add a payment method to this account in Meta’s Billing & payments, below WhatsApp Business accounts.':
		'Metaの「請求と支払い」の「WhatsApp Businessアカウント」で、このアカウントに支払い方法を追加してください。',
	'Meta reports a problem with the payment method: {why}':
		'Metaが支払い方法の問題を報告しています: {why}',
	'WhatsApp bills this account afterwards by its payment method; there is no balance to read, only what was spent.':
		'WhatsAppは登録された支払い方法に後から請求します。残高はなく、分かるのは支出だけです。',
	'WhatsApp bills this account afterwards; whether a payment method is attached cannot be read with this token.':
		'WhatsAppは後から請求します。支払い方法が登録されているかは、このトークンでは読み取れません。',
	'Look once in Meta’s Billing & payments whether a payment method is attached.':
		'支払い方法が登録されているか、Metaの「請求と支払い」で一度確認してください。',
	'Accounts billed in INR can be prepaid. Meta has no API for that balance and no warning before it is used up: then messages fail with 131042.':
		'INRで請求されるアカウントは前払いの場合があります。その残高を知るAPIも、なくなる前の警告もMetaにはなく、なくなるとメッセージは131042で失敗します。',
	'WhatsApp last refused a message for money (131042) on {time}, {n} hours ago.':
		'WhatsAppが支払い上の理由(131042)で最後にメッセージを拒否したのは{time}({n}時間前)です。',
	'Meta says that no payment method is attached (no primary_funding_id).':
		'Metaによると、支払い方法は登録されていません(primary_funding_idなし)。',
	'Meta says that a payment method is attached (primary_funding_id).':
		'Metaによると、支払い方法は登録されています(primary_funding_id)。',
	'Whether a payment method is attached is not known: {why}':
		'支払い方法が登録されているかは不明です: {why}',
	'Meta’s answer has no health status.': 'Metaの回答にアカウントの状態がありません。',
	'Meta’s health status: {status} ({why}).': 'Metaが示す状態: {status}({why})。',
	'Meta’s health status: {status}.': 'Metaが示す状態: {status}。',
	'The health status could not be read: {why}': 'アカウントの状態を読み取れませんでした: {why}',
	AVAILABLE: '送信可能(AVAILABLE)',
	LIMITED: '制限あり(LIMITED)',
	BLOCKED: '送信不可(BLOCKED)',
	'Meta lists no line of credit of this business.': 'Metaに、このビジネスの与信枠はありません。',
	'Lines of credit could not be read: {why}': '与信枠を読み取れませんでした: {why}',
	'The line of credit of {name}': '{name}の与信枠',
	'A line of credit': '与信枠',
	'{whose} has been revoked.': '{whose}は取り消されました。',
	'{whose} has {money} available.': '{whose}の残りは{money}です。',
	'{whose} is there; Meta does not say how much is available.':
		'{whose}があります。Metaは残りを示していません。',

	'The purchases were not handed over.': '購入の記録が渡されていません。',
	'Connect the table of the purchases to this step.': '購入の表をこのステップにつないでください。',
	'No credits have been bought yet, so there is nothing to count from.':
		'クレジットがまだ購入されていないため、計算できません。',
	'Buy credits, or note the first purchase by hand.':
		'クレジットを購入するか、最初の購入を手で記録してください。',
	'A purchase has no time that can be read, so nobody can say from when on to count.':
		'日時を読み取れない購入があるため、いつから数えるかが分かりません。',
	'Correct paid_at in the table of the purchases: 2026-10-01T09:00:00Z.':
		'購入の表のpaid_atを直してください(例: 2026-10-01T09:00:00Z)。',
	'1 purchase of {money} in all.': '購入は1件、合計{money}です。',
	'{n} purchases of {money} in all.': '購入は{n}件、合計{money}です。',
	'{money} spent since {time}, as Meta says.': '{time}以降の支出は{money}です(Metaの集計)。',
	'{money} spent since {time}, by the rate card, because Meta hides the costs of this account.':
		'{time}以降の支出は{money}です(Metaがこのアカウントの費用を開示していないため、料金表による推定)。',
	'WhatsApp counts by the half hour: what was sent in the half hour of the first purchase counts with it, also what was sent before it.':
		'WhatsAppは30分単位で集計します。最初の購入と同じ30分間の送信は、購入前のものも含みます。',
	'{money} is left of your own credits, about {n} credits.':
		'自社クレジットの残りは{money}(約{n}クレジット)です。',
	'{money} is left of your own credits.': '自社クレジットの残りは{money}です。',
	'About {money} is left of your own credits, about {n} credits.':
		'自社クレジットの残りは約{money}(約{n}クレジット)です。',
	'About {money} is left of your own credits.': '自社クレジットの残りは約{money}です。',
	'Your own credits are used up: {money}.': '自社クレジットを使い切りました: {money}。',
	'Buy credits before the next notification.': '次の通知の前にクレジットを購入してください。',
	'The purchases are in different currencies ({currencies}), which cannot be added.':
		'購入の通貨が異なるため({currencies})、合計できません。',
	'Note all purchases in the currency WhatsApp bills this account in.':
		'すべての購入を、WhatsAppがこのアカウントに請求する通貨で記録してください。',
	'What was spent is not known: {why}.': '支出が不明です: {why}。',
	'it could not be read from Meta': 'Metaから読み取れませんでした',
	'WhatsApp hides the costs of this account, and of {n} messages the rate card has no price':
		'WhatsAppはこのアカウントの費用を開示しておらず、{n}通は料金表に料金がありません',
	'Check the account’s credential, and ask again.':
		'アカウントの認証情報を確認し、もう一度お試しください。',
	'The credits are in {currency}, but WhatsApp bills this account in {billed}: they cannot be compared.':
		'クレジットは{currency}ですが、WhatsAppの請求は{billed}のため、比べられません。',
	'Sell and note credits in {billed}, or change the price of a credit to that currency.':
		'クレジットを{billed}で販売・記録するか、クレジットの価格をその通貨に変えてください。',
	'{money} was spent.': '支出は{money}です。',

	'WhatsApp keeps what was spent for one year: counted from {day} on.':
		'WhatsAppは支出を1年間だけ保持します。{day}以降を数えています。',
	'WhatsApp keeps what was spent for one year: counted from {day} on':
		'WhatsAppが支出を保持するのは1年間で、{day}以降しか数えられません',
	'The account does not say its time zone: days and months are counted in UTC. Near midnight a message may count for the day beside.':
		'アカウントのタイムゾーンが示されていないため、日付と月はUTCで数えています。真夜中前後のメッセージは前後の日に数えられることがあります。',
	"The time zone with Meta's number {n} is not known here: days and months are counted in UTC. Near midnight a message may count for the day beside.":
		'Metaの番号{n}のタイムゾーンが分からないため、日付と月はUTCで数えています。真夜中前後のメッセージは前後の日に数えられることがあります。',
};
