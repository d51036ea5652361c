import { creditsPage } from './credits-page';
import type { CreditsPageFacts } from './facts';
import {
	blocked,
	fresh,
	full,
	hiddenSpend,
	low,
	partner,
	situations,
	spend,
} from './fixtures/facts';

/** What is read: without style sheet and scripts, tags and entities. */
const readable = (html: string): string =>
	html
		.replace(/<(style|script)[^>]*>.*?<\/\1>/gs, ' ')
		.replace(/<[^>]+>/g, ' ')
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replace(/\s+/g, ' ');

const tiles = (html: string): string[] =>
	[...html.matchAll(/<div class="wan-tile[^>]*>(.*?)<\/div>/gs)].map(([, tile]) =>
		readable(tile ?? '').trim(),
	);

const chartData = (html: string): Record<string, { series: Array<Record<string, unknown>> }> =>
	JSON.parse(/id="wac-data">(.*?)<\/script>/s.exec(html)?.[1] ?? '{}');

describe('the big numbers', () => {
	it('say what is left in credits and money, for how long, what was spent, and that messages leave', () => {
		const numbers = tiles(creditsPage(full));
		expect(numbers[0]).toBe('credits left 48.2 credits $96.40');
		expect(numbers[1]).toMatch(/^days left at the present pace 23 \$\d+\.\d\d a day/);
		expect(numbers[2]).toMatch(/^spent this month \$192\.22 14,012 messages$/);
		expect(numbers[3]).toBe('can we send? ✓ Yes');
	});

	it('round credits down to a tenth, as the sentence about the balance does', () => {
		const balance = { ...full.balance!, amount: 79.9661 };
		expect(tiles(creditsPage({ ...full, balance }))[0]).toBe('credits left 39.9 credits $79.97');
	});

	it('say unknown where nothing is known, and never nothing', () => {
		const numbers = tiles(creditsPage({ title: 'x', asOf: full.asOf }));
		expect(numbers).toEqual([
			'balance unknown',
			'days left at the present pace unknown the present pace is not known',
			'spent this month unknown',
			'can we send? ? Unknown The health of the account was not read.',
		]);
		expect(tiles(creditsPage(blocked))[0]).toMatch(/^balance unknown Twilio refused to tell/);
	});

	it('write the times in core’s sentences as all others', () => {
		const balance = { ...full.balance, evidence: ['$1.00 spent since 2026-11-20T07:02:59.000Z.'] };
		const html = creditsPage({ ...full, balance } as typeof full);
		expect(readable(html)).toMatch(/\$1\.00 spent since Nov 20, 2026, \d+:02/);
		expect(html).not.toContain('T07:02:59');
	});

	it('say that a new account is paid afterwards and spent nothing, which is known', () => {
		const numbers = tiles(creditsPage(fresh));
		expect(numbers[0]).toContain('Paid afterwards no balance that could run out');
		expect(numbers[1]).toContain('No limit');
		expect(numbers[2]).toBe('spent this month $0.00 0 messages');
	});

	it('lead to where own credits are bought, and to nothing that runs', () => {
		const link = (buyUrl: string, facts = full) =>
			/<small><a href="(.*?)">Buy credits<\/a>/.exec(creditsPage({ ...facts, buyUrl }))?.[1];
		const places = ['buy-credits', '/buy-credits', '../form/buy', 'https://example.org/form/1?a=b'];
		for (const place of places) expect(link(place)).toBe(place);
		expect(link('http://127.0.0.1:5678/form/buy-credits')).toBeDefined();
		for (const bad of ['javascript:alert(1)', 'data:text/html,x', ' java\nscript:x', ''])
			expect(link(bad)).toBeUndefined();
		expect(creditsPage({ ...full, buyUrl: '"><b>' })).not.toContain('"><b>');
		expect(link('buy-credits', fresh)).toBeUndefined();
		expect(
			link('buy-credits', { ...full, balance: { ...blocked.balance!, source: 'prepaid' } }),
		).toBe('buy-credits');
	});

	it('lead to whoever bills the messages where that is not oneself', () => {
		const buyUrl = 'https://business.facebook.com/billing_hub/accounts/details/?asset_id=1&b=2';
		const link = `<a href="${buyUrl.replace('&', '&#38;')}">`;
		const html = creditsPage({ ...fresh, buyUrl });
		expect(html).toContain(`${link}Open Meta’s Billing &#38; payments</a>`);
		expect(creditsPage({ ...blocked, buyUrl })).toContain(`${link}Top up at the provider</a>`);
		expect(creditsPage({ ...fresh, buyUrl, language: 'ja' })).toContain('を開く</a>');
	});

	it('say from when on, where not all of the month was read', () => {
		const from = Date.parse('2026-11-20T00:00:00+09:00');
		const points = spend.points.filter((point) => point.from >= from);
		const html = creditsPage({ ...full, spend: { ...spend, from, points } });
		expect(tiles(html)[2]).toContain('spent since Nov 20, 2026');
	});

	it('warn that WhatsApp refused for money, and that no payment method is attached', () => {
		const balance = { ...fresh.balance!, paymentMethod: 'none' as const };
		const html = creditsPage({
			...fresh,
			balance: { ...balance, lastMoneyError: '2026-11-25T00:00:00Z' },
		});
		expect(tiles(html)[0]).toContain('no payment method is attached');
		expect(tiles(html)[0]).toContain('(131042) at Nov 25, 2026, 9:00 AM (Asia/Tokyo)');
		expect(html).toMatch(/wan-tile wan-bad"><span>balance/);
	});
});

describe('after WhatsApp refused a message for money', () => {
	const lastMoneyError = '2026-11-26T05:29:30Z';
	const refused = (facts: CreditsPageFacts): CreditsPageFacts => ({
		...facts,
		balance: { ...facts.balance!, lastMoneyError },
	});

	it('warns beside own credits that are left and a healthy account, and says whose money it is', () => {
		const html = creditsPage(refused(full));
		const said = 'WhatsApp refused a message for money (131042) at Nov 26, 2026, 2:29 PM';
		expect(tiles(html)[3]).toBe(`can we send? ! Limited ${said} (Asia/Tokyo)`);
		expect(readable(html).indexOf(said)).toBeLessThan(readable(html).indexOf('credits left'));
		expect(readable(html)).toContain('Then send one message and see whether it is delivered.');
		expect(readable(html)).toContain('They are not money at Meta');
	});

	it('never says that nothing can run out', () => {
		const html = creditsPage(refused(fresh));
		expect(readable(html)).not.toMatch(/could run out|No limit|Paid afterwards/);
		expect(tiles(html)[0]).toMatch(/^balance unknown/);
	});

	it('tells it once where the guard tells it, too', () => {
		const message = `WhatsApp refused a message for money (131042) on ${lastMoneyError}.`;
		const guard = { ...low.guard!, message };
		const warning = /class="wan-warn".*?<\/p>/s.exec(creditsPage(refused({ ...low, guard })))?.[0];
		expect(warning?.match(/131042/g)).toHaveLength(1);
		expect(warning).not.toContain(guard.whatToDo);
	});

	it('is what stands among the problems of the account, in the words of the page', () => {
		const problem = { code: 131042, what: 'WhatsApp refused a message', whatToDo: 'Look.' };
		const facts = refused({ ...full, language: 'ja' });
		const html = creditsPage({ ...facts, health: { ...full.health!, problems: [problem] } });
		expect(readable(html)).not.toContain('WhatsApp refused a message');
		expect(html).toMatch(/<li>2026[^<]*支払い上の理由[^<]*<\/li>/);
	});
});

describe('spend', () => {
	it('stands in the picture as in the table, by the days of the account', () => {
		const html = creditsPage(full);
		const drawn = chartData(html).days?.series.flatMap(({ amounts }) => amounts as number[]) ?? [];
		expect(drawn.reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(213.5, 1);
		expect(readable(html)).toContain('Total $213.51 15,962');
		expect(readable(html)).toContain('Spend per day · Oct 27, 2026 – Nov 26, 2026');
	});

	it('is estimated where a partner’s credit line hides it, and says so', () => {
		const text = readable(creditsPage(partner));
		expect(text).toContain('WhatsApp hides the costs of it. Amounts are estimated');
		expect(text).toContain('spent this month $192.22 14,012 messages estimated');
		expect(text).toContain('WhatsApp’s rate card in USD from Oct 1, 2026');
	});

	it('counts messages where it is hidden and no price is known', () => {
		const html = creditsPage({ ...partner, cards: [] });
		expect(readable(html)).toContain('Messages per day');
		expect(tiles(html)[2]).toMatch(/^spent this month unknown/);
		expect(readable(html)).not.toContain('$');
		expect(chartData(html)).toMatchObject({ currency: '' });
	});

	it('names what is not in a sum, because its price is not known', () => {
		const points = hiddenSpend.points.map((point, n) =>
			n === 0 ? { ...point, category: 'REFERRAL_CONVERSION', volume: 7 } : point,
		);
		const html = creditsPage({ ...partner, spend: { ...hiddenSpend, points } });
		expect(readable(html)).toContain('7 messages whose price is not known are not in it');
		expect(readable(html)).toContain('Other');
	});

	it('says which days had no message', () => {
		expect(readable(creditsPage(fresh))).toContain(
			'No message was delivered from Oct 27, 2026 to Nov 26, 2026.',
		);
		expect(creditsPage(fresh)).not.toContain('<script');
	});
});

describe('the balance over time', () => {
	it('is worked out backwards with purchases and spend, and goes on at the present pace', () => {
		const html = creditsPage(low);
		const [was, ahead] = chartData(html).balance?.series ?? [];
		const left = (was?.amounts as Array<number | null>).filter((one) => one !== null);
		expect(left.at(-1)).toBe(9.13);
		// 30 days earlier: what is left, and all that was spent since, without the 60 credits bought meanwhile.
		expect(left[0]).toBeCloseTo(9.13 + 213.51 - 2.99 - 120, 0);
		expect(was?.marked).toEqual([15]);
		expect((ahead?.amounts as number[]).at(-1)).toBe(0);
		expect(readable(html)).toContain('At the present pace it is empty on Nov 28, 2026.');
	});

	it('begins with the first purchase, and counts a payment once', () => {
		const [, second] = low.purchases ?? [];
		const html = creditsPage({ ...low, purchases: [second!, second!] });
		const series = chartData(html).balance?.series[0];
		expect((series?.amounts as unknown[]).filter((one) => one !== null)).toHaveLength(16);
		expect(readable(html)).toContain('Nov 11, 2026 $150.15');
	});

	it('is no picture on the first day', () => {
		const paidAt = '2026-11-26T01:00:00Z';
		const html = creditsPage({ ...low, purchases: [{ ...low.purchases![0]!, paidAt }] });
		expect(chartData(html).balance).toBeUndefined();
		expect(readable(html)).not.toContain('Balance over time');
	});

	it('is not guessed where purchases are unknown, or in another currency', () => {
		expect(chartData(creditsPage({ ...low, purchases: undefined })).balance).toBeUndefined();
		const euros = { ...low, balance: { ...low.balance!, currency: 'EUR' } };
		expect(chartData(creditsPage(euros)).balance).toBeUndefined();
	});
});

describe('the health of the number', () => {
	it('shows quality, what is left of the limit, and paused templates with their end', () => {
		const html = creditsPage(full);
		expect(html).toContain('<li class="wac-step wac-present wac-green" aria-current="true">');
		expect(readable(html)).toContain('830 of 2,000 used, 1,170 left today');
		expect(readable(html)).toContain('early_bird (en), until Nov 26, 2026, 6:00 PM (Asia/Tokyo)');
	});

	it('says what stops messages, until when, and what to do', () => {
		const text = readable(creditsPage(blocked));
		expect(text).toContain('can we send? ✕ No The account is disabled');
		expect(text).toContain('✕ Banned');
		expect(text).toContain('until Dec 3, 2026, 9:00 AM (Asia/Tokyo)');
		expect(text).toContain('last_places (pt_BR)');
		expect(text).toContain('Ask for a review in Account Quality. WhatsApp 131031');
	});

	it('does not say that nothing is wrong where it was not read', () => {
		const health = { ...full.health!, templates: { paused: [], disabled: [] } };
		const unread = [{ part: 'templates' as const, why: 'WhatsApp did not answer.' }];
		expect(readable(creditsPage({ ...full, health }))).toContain('No restrictions');
		const text = readable(creditsPage({ ...full, health: { ...health, unread } }));
		expect(text).not.toContain('No restrictions');
		expect(text).toContain('WhatsApp did not answer.');
	});
});

describe('the page', () => {
	it('says what each number comes from, and as of when', () => {
		const text = readable(creditsPage(full));
		expect(text).toContain('Balance, as of Nov 26, 2026, 2:30 PM (Asia/Tokyo)');
		expect(text).toContain('2 purchases of $200.00 in all.');
		expect(text).toContain('pricing_analytics');
	});

	it('puts what the guard refuses before everything', () => {
		const text = readable(creditsPage(low));
		expect(text).toContain('$9.13 is left, but these 420 messages cost $31.50.');
		expect(text.indexOf('Buy credits or top up first.')).toBeLessThan(text.indexOf('credits left'));
	});

	it('is Japanese for Japanese readers, and marks the sentences that are not', () => {
		const html = creditsPage({ ...low, language: 'ja-JP' });
		expect(html).toContain('<html lang="ja">');
		expect(readable(html)).toContain('残りのクレジット 4.5クレジット $9.13');
		expect(readable(html)).toContain('送信できるか ! 制限あり');
		expect(readable(html)).toContain('残高は$9.13ですが、この420通の費用は$31.50です。');
		expect(html).toContain(
			'<span lang="en">The number has reached most of its messaging limit.</span>',
		);
	});

	it('has English words on the Japanese page only where WhatsApp says them, and days as Japanese write them', () => {
		for (const facts of [full, fresh, partner, blocked]) {
			const said = creditsPage({ ...facts, language: 'ja' });
			const english = [...said.matchAll(/<span lang="en">\s*(.*?)<\/span>/g)].map(([, one]) => one);
			for (const one of english) expect(JSON.stringify(facts.health?.problems)).toContain(one);
		}
		const text = readable(creditsPage({ ...blocked, language: 'ja' }));
		expect(text).toContain('アカウントは停止されています: 2026/11/25');
		expect(text).toContain('WhatsAppがアカウントを停止しました(2026/11/25)。');
		expect(text).toContain('early_bird (en)(2026/11/26 18:00 (Asia/Tokyo)まで)');
		expect(text).not.toMatch(/November|, 2026/);
	});

	it.each(Object.keys(situations) as Array<keyof typeof situations>)(
		'asks nobody for anything, and is the same each time: %s',
		(name) => {
			const html = creditsPage(situations[name]);
			expect(creditsPage(situations[name])).toBe(html);
			const ours = html.replace(/<script>.*?<\/script>/gs, '');
			expect(ours).not.toMatch(/https?:|src=|@import|url\(|<link/);
			expect(ours).not.toMatch(/ style="| on\w+="/);
		},
	);

	it('carries the chart library with its licence, and one script that nothing ends early', () => {
		const html = creditsPage(full);
		const scripts = html.split(/<script>/);
		expect(scripts).toHaveLength(2);
		expect(scripts[1]!.indexOf('</script')).toBe(scripts[1]!.lastIndexOf('</script'));
		expect(scripts[1]).toContain('Chart.js v4');
		expect(scripts[1]).not.toContain('<!--');
	});

	it('shows names as text, wherever they come from', () => {
		const evil = '</script><img src=x onerror=alert(1)>"\'';
		const html = creditsPage({
			...blocked,
			title: evil,
			balance: { ...blocked.balance!, message: evil, whatToDo: evil, evidence: [evil] },
			spend: {
				...spend,
				points: spend.points.map((point) => ({ ...point, country: evil, category: evil })),
				notes: [evil],
			},
			health: {
				...blocked.health!,
				number: { id: evil, status: evil, quality: evil, displayName: evil, nameStatus: evil },
				account: { id: evil, name: evil },
				restrictions: [{ type: evil, until: evil }],
				ban: { state: evil, date: evil },
				templates: {
					paused: [{ name: evil, language: evil, until: evil }],
					disabled: [{ name: evil, language: evil }],
				},
				problems: [{ what: evil, whatToDo: evil }],
				messagingLimit: { tier: evil },
				sentences: [evil],
			},
		});
		expect(html).not.toContain('<img');
		expect(html.match(/<script/g)).toHaveLength(2);
		expect(html.match(/<\/script/g)).toHaveLength(2);
	});
});
