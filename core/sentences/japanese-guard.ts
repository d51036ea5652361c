/** What the guard says (credits/balance/guard.ts, check-purse.ts, can-pay.ts). */
export const JAPANESE_GUARD: Readonly<Record<string, string>> = {
	'{money} is left': '残高は{money}です',
	'About {money} is left': '残高は約{money}です',
	'{money} is left of this month’s budget': '今月の予算の残りは{money}です',
	'{money} is left.': '残高は{money}です。',
	'About {money} is left.': '残高は約{money}です。',
	'{money} is left of this month’s budget.': '今月の予算の残りは{money}です。',
	'{left}: nothing more can be paid.': '{left}。これ以上は支払えません。',
	'{left}, at least the {money} you want to keep.': '{left}。残しておきたい{money}以上あります。',
	'{left}, less than the {money} you want to keep.':
		'{left}。残しておきたい{money}を下回っています。',
	'these {n} messages cost {money}': 'この{n}通の費用は{money}です',
	'these {n} messages cost about {money}': 'この{n}通の費用は約{money}です',
	'{left}, and {cost}.': '{left}。{cost}。',
	'{left}, but {cost}.': '{left}が、{cost}。',
	'The price of {n} of them is not known; they were taken at the average of the others.':
		'そのうち{n}通は料金が不明なため、ほかの平均で計算しました。',
	'{left}, and nothing was spent in the last days.': '{left}。ここ数日の支出はありません。',
	'{left}, enough for {n} days at the current pace of {money} a day.':
		'{left}。現在のペース(1日{money})で{n}日分です。',
	'{left}, enough for {n} days at the current pace of {money} a day; you want {days}.':
		'{left}。現在のペース(1日{money})で{n}日分で、希望の{days}日分に足りません。',
	'Buy credits or top up first.': '先にクレジットを購入するか、チャージしてください。',
	'Wait for the next month, or raise the budget in this step.':
		'翌月まで待つか、このステップの予算を増やしてください。',

	'The budget cannot be checked: {why}.': '予算を確認できません: {why}。',
	'what was spent this month is not known': '今月の支出が不明です',
	'Nobody knows what these {n} messages cost.': 'この{n}通の費用は分かりません。',
	'How much is spent a day is not known yet.': '1日あたりの支出はまだ不明です。',
	'{money} cannot be compared with an amount in {currency}.':
		'{money}は{currency}の金額と比べられません。',
	'That counts as enough, as you set it.': '設定により「十分」とします。',
	'That counts as low unless you set it otherwise.': '特に設定がなければ「不足」とします。',
	'Whether it is enough cannot be known, and counts as enough, as you set it.':
		'十分かどうかは分からないため、設定により「十分」とします。',
	'Whether it is enough cannot be known, and counts as low unless you set it otherwise.':
		'十分かどうかは分からないため、特に設定がなければ「不足」とします。',
	'Nothing was refused for money lately, so this counts as enough.':
		'最近、支払い上の理由で拒否されていないため、「十分」とします。',

	'WhatsApp refused a message for money (131042) on {time}.':
		'WhatsAppが{time}に支払い上の理由(131042)でメッセージを拒否しました。',
	'WhatsApp refused a message for money (131042) on {time}, although {balance}':
		'WhatsAppが{time}に支払い上の理由(131042)でメッセージを拒否しました。ただし、{balance}',
	'Whether there is money again only sending shows, so it is tried.':
		'支払えるようになったかは送信しないと分からないため、試します。',
	'Send one message and see whether it is delivered before sending many.':
		'多数に送る前に1通だけ送信し、配信されるか確かめてください。',
	'Look at the payment method and open invoices in Meta’s Billing & payments. Once it is mended, send a single message: when it is delivered, go on.':
		'Metaの「請求と支払い」で、支払い方法と未払いの請求を確認してください。直したら1通だけ送信し、配信されたら続けてください。',
};
