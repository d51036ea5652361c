import type { Answer, Request } from '../http/router.ts';
import type { KeptSession } from './checkoutSession.ts';
import { exponentOf } from './exponent.ts';

const WORDS = {
	en: {
		title: 'Pay',
		test: 'Test page of the simulator: no money moves.',
		pay: 'Pay {amount}',
		later: 'Pay later, by bank transfer',
		cancel: 'Cancel and go back',
		paid: 'This has been paid.',
		waits: 'The order is placed; the money is still on its way.',
		expired: 'This session has expired.',
	},
	ja: {
		title: 'お支払い',
		test: 'シミュレーターのテストページです。実際の支払いは行われません。',
		pay: '{amount} を支払う',
		later: '銀行振込で後から支払う',
		cancel: 'キャンセルして戻る',
		paid: 'お支払い済みです。',
		waits: '注文は完了しました。入金を待っています。',
		expired: 'このセッションの有効期限は切れました。',
	},
};

/** The page that stands in for Stripe's Checkout: what is bought, and three ways to go on. */
export function payPage({ session, lines }: KeptSession, request: Request): Answer {
	const language = /^ja\b/i.test(session.locale ?? request.headers['accept-language'] ?? '')
		? 'ja'
		: 'en';
	const words = WORDS[language];
	const money = (amount: number) =>
		new Intl.NumberFormat(language, {
			style: 'currency',
			currency: session.currency.toUpperCase(),
		}).format(amount / 10 ** exponentOf(session.currency));
	const total = money(session.amount_total);
	const button = (action: string, text: string, kind: string) =>
		`<form method="post" action="/sim/stripe/pay/${session.id}/${action}">` +
		`<button class="${kind}" data-testid="stripe-${action}">${escape(text)}</button></form>`;
	const over =
		session.status === 'expired'
			? words.expired
			: session.payment_status === 'paid'
				? words.paid
				: words.waits;
	const html = `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${words.title} · ${escape(total)}</title>
<style>${STYLE}</style></head>
<body><main><p class="test">${words.test}</p>
<h1>${escape(total)}</h1>
<ul>${lines
		.map(
			({ name, quantity, amount }) =>
				`<li><span>${escape(name)}${quantity > 1 ? ` × ${quantity}` : ''}</span>` +
				`<span>${escape(money(amount * quantity))}</span></li>`,
		)
		.join('')}</ul>
${
	session.status === 'open'
		? button('pay', words.pay.replace('{amount}', total), 'primary') +
			button('pay-later', words.later, 'secondary') +
			button('cancel', words.cancel, 'plain')
		: `<p class="over" role="status">${over}</p>`
}
</main></body></html>`;
	return {
		status: 200,
		bytes: html,
		headers: {
			'Content-Type': 'text/html; charset=utf-8',
			'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'",
		},
	};
}

const STYLE = `
:root{--back:#f4f5f8;--sheet:#fff;--text:#1a1f36;--soft:#5a6378;--line:#e3e6ee;--accent:#4b45c6;--on:#fff;--note:#fff4dc;--on-note:#6b4300}
@media(prefers-color-scheme:dark){:root{--back:#10121a;--sheet:#191c27;--text:#eceef5;--soft:#a4abc0;--line:#2c3142;--accent:#8f8bff;--on:#10121a;--note:#38290d;--on-note:#f5c46b}}
*{box-sizing:border-box;margin:0}
body{font:16px/1.5 system-ui,'Noto Sans JP','Hiragino Sans',sans-serif;background:var(--back);color:var(--text);display:grid;min-height:100vh;place-items:center;padding:16px}
main{background:var(--sheet);border:1px solid var(--line);border-radius:16px;padding:28px;width:min(420px,100%);display:grid;gap:14px}
h1{font-size:34px;line-height:1.2}
ul{list-style:none;padding:0 0 10px;display:grid;gap:6px}
li{display:flex;justify-content:space-between;gap:16px;color:var(--soft);overflow-wrap:anywhere}
.test{background:var(--note);color:var(--on-note);border-radius:10px;padding:8px 12px;font-size:13px}
button{font:inherit;font-weight:600;width:100%;padding:12px 16px;border-radius:10px;border:1px solid transparent;background:none;color:var(--text);cursor:pointer}
button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.primary{background:var(--accent);color:var(--on)}.secondary{border-color:var(--line)}.plain{color:var(--soft)}
.over{font-weight:600}`;

function escape(text: string): string {
	return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
