import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TemplateDefinition } from '../definition';
import { fromMetaTemplate } from '../from-meta-template';
import { listParameters } from '../parameters';
import { readTemplate } from '../template';
import { previewHtml, previewModel, previewPage, previewText, type Inline } from './index';

const FAMILIES = join(__dirname, '../fixtures/families');
const family = (name: string) =>
	JSON.parse(readFileSync(join(FAMILIES, `${name}.json`), 'utf8')) as Record<string, unknown>;
const families = readdirSync(FAMILIES).map((file) => file.replace('.json', ''));

const ticket: TemplateDefinition = {
	name: 'ticket_ready',
	language: 'en',
	category: 'UTILITY',
	header: { type: 'text', text: 'For {{first_name}}' },
	body: 'Hi {{first_name}}, *{{event_name}}* is near.',
	footer: 'DevConf',
	buttons: [
		{ type: 'url', text: 'Open', url: 'https://a.example/{{1}}', sample: 'https://a.example/A1' },
	],
	samples: { first_name: 'Ann' },
};
const body = (text: string, more: Partial<TemplateDefinition> = {}) =>
	previewModel({ ...ticket, body: text, ...more }).body;
const text = (value: string): Inline => ({ kind: 'text', text: value });

describe('a preview', () => {
	it('shows values, then samples, then names', () => {
		const { body: blocks } = previewModel(ticket, { values: { event_name: 'DevConf 2027' } });
		expect(blocks).toEqual([
			{
				kind: 'line',
				children: [
					text('Hi Ann, '),
					{ kind: 'bold', children: [text('DevConf 2027')] },
					text(' is near.'),
				],
			},
		]);
		expect(previewText(ticket)).toBe(
			[
				'ticket_ready · en · utility',
				'',
				'For Ann',
				'Hi Ann, {{event_name}} is near.',
				'DevConf',
				'[Open: https://a.example/A1]',
			].join('\n'),
		);
	});

	it('tells samples apart where it is asked to, and what a message will bring', () => {
		const references = { event_name: 'msg.payload.event' };
		const [block] = previewModel(ticket, { references, samples: 'marked' }).body;
		expect(block).toMatchObject({
			children: [
				text('Hi '),
				{ kind: 'sample', id: 'first_name', text: 'Ann' },
				text(', '),
				{
					kind: 'bold',
					children: [{ kind: 'reference', id: 'event_name', text: 'msg.payload.event' }],
				},
				text(' is near.'),
			],
		});
	});

	it('is the same of a definition, of Meta’s JSON, and of what nodes keep', () => {
		for (const name of families) {
			const meta = family(name);
			const fromMeta = previewModel(meta);
			const definition = fromMetaTemplate(meta);
			if (definition) expect(previewModel(definition)).toEqual(fromMeta);
			expect(previewModel(readTemplate(meta)!)).toEqual(fromMeta);
		}
	});

	/** Sent with the message, and not to be seen on it. */
	const UNSEEN = ['payload', 'catalog', 'sections', 'flow_token', 'flow_data', 'filename'];

	it.each(families)('has every value that is seen on the phone in its place: %s', (name) => {
		const template = readTemplate(family(name))!;
		const parameters = listParameters(template).filter(
			({ kind, id }) =>
				!UNSEEN.includes(kind) && !(kind === 'thumbnail' && name !== 'catalog') && id,
		);
		const references = Object.fromEntries(parameters.map(({ id }) => [id, `<${id}>`]));
		const drawn = JSON.stringify(previewModel(template, { references }));
		for (const { id } of parameters) expect(drawn).toContain(`"text":"<${id}>"`);
	});

	it.each(['K99', 'https://x.example/t/K99'])('fills in the end of a link given as %s', (given) => {
		const button = { type: 'URL', text: 'Ticket', url: 'https://x.example/t/{{1}}' };
		const template = {
			name: 'a',
			language: 'en',
			components: [{ type: 'BUTTONS', buttons: [button] }],
		};
		const { buttons } = previewModel(template, { values: { button_0: given } });
		expect(buttons[0]?.link).toEqual([text('https://x.example/t/K99')]);
	});

	it('shows the panel of an offer, with its end and code', () => {
		const values = { offer_expires: 1_793_000_000_000, button_0: 'WORK25' };
		expect(previewModel(family('offer'), { values }).offer).toEqual({
			text: [text('Expiring offer!')],
			ends: [text('Ends 2026-10-26 07:33 UTC')],
			code: [text('WORK25')],
		});
		expect(previewModel(family('offer-without-end')).offer).not.toHaveProperty('ends');
	});

	it('shows the cards of a carousel, and as many product cards as are filled', () => {
		expect(previewModel(family('media-cards')).cards[1]).toMatchObject({
			header: { kind: 'image' },
			buttons: [{ kind: 'reply' }, { kind: 'link' }],
		});
		const many = previewModel(family('product-cards'), { values: { card_3_product: 'SKU-4' } });
		expect(many.cards.map(({ header }) => header)).toEqual([
			{ kind: 'product' },
			{ kind: 'product' },
			{ kind: 'product' },
			{ kind: 'product', value: [text('SKU-4')] },
		]);
	});

	it('has the code in the text of an authentication template, before and after Meta wrote it', () => {
		for (const name of ['login-as-created', 'login-copy-code', 'login-one-tap', 'login-zero-tap']) {
			const { body: blocks, buttons } = previewModel(family(name), { values: { code: '998877' } });
			expect(JSON.stringify(blocks)).toContain(
				'"bold","children":[{"kind":"text","text":"998877"}]',
			);
			expect(buttons).toMatchObject([{ kind: 'copy' }]);
			expect(buttons[0]).not.toHaveProperty('link');
		}
	});

	it('shows a picture only from a public https link', () => {
		const header = (sample: string) =>
			previewModel({ ...ticket, header: { type: 'image', sample } }).header;
		expect(header('https://a.example/a.png')).toEqual({
			kind: 'image',
			link: 'https://a.example/a.png',
		});
		for (const sample of [
			'http://a.example/a.png',
			'javascript:1',
			'4::aW1hZ2U=',
			'poster.png',
			'https://a" b',
		]) {
			expect(header(sample)).toEqual({ kind: 'image' });
		}
	});

	it('shows a place, a file and its name', () => {
		const values = { header_location: '{"name":"Forum","address":"1 Main St","latitude":1}' };
		expect(previewModel({ ...ticket, header: { type: 'location' } }, { values }).header).toEqual({
			kind: 'location',
			place: [text('Forum')],
			address: [text('1 Main St')],
		});
		const file = {
			...ticket,
			header: { type: 'document' as const, sample: 'https://a.example/b/plan.pdf?x=1' },
		};
		expect(previewModel(file).header).toEqual({ kind: 'document', fileName: [text('plan.pdf')] });
	});
});

describe('formatting', () => {
	const line = (value: string) => {
		const [block] = body(value);
		return block?.kind === 'line' ? block.children : block;
	};
	const bold = (value: string): Inline => ({ kind: 'bold', children: [text(value)] });

	it.each([
		['a *b* c', [text('a '), bold('b'), text(' c')]],
		['*_b_*', [{ kind: 'bold', children: [{ kind: 'italic', children: [text('b')] }] }]],
		['~b~', [{ kind: 'strike', children: [text('b')] }]],
		['```*b*```', [{ kind: 'code', children: [text('*b*')] }]],
		['`b`', [{ kind: 'code', children: [text('b')] }]],
		['「*予約*」です', [text('「'), bold('予約'), text('」です')]],
		['ご*予約*です', [text('ご'), bold('予約'), text('です')]],
		['2*3*4 a_b_c', [text('2*3*4 a_b_c')]],
		[
			'see https://a.example/x.',
			[text('see '), { kind: 'link', children: [text('https://a.example/x')] }, text('.')],
		],
	])('%s', (value, expected) => {
		expect(line(value)).toEqual(expected);
	});

	it('takes an asterisk before a space for a list', () => {
		expect(body('* b* c')).toEqual([{ kind: 'list', items: [[text('b* c')]] }]);
	});

	it('has quotes, lists and empty lines', () => {
		expect(body('> a\n> b\n\n- c\n- d\n3. e\n4. f\nend').map(({ kind }) => kind)).toEqual([
			...['quote', 'line', 'list', 'list', 'line'],
		]);
		expect(body('>not a quote')).toEqual([{ kind: 'line', children: [text('>not a quote')] }]);
		expect(body('3. e\n4. f')).toEqual([
			{ kind: 'list', start: 3, items: [[text('e')], [text('f')]] },
		]);
	});

	it('is also that of values, as WhatsApp fills first and formats then', () => {
		expect(body('Hi {{first_name}}.', { samples: { first_name: '*Ann*' } })).toEqual([
			{ kind: 'line', children: [text('Hi '), bold('Ann'), text('.')] },
		]);
	});
});

describe('the page', () => {
	it('is whole, loads nothing but pictures, and has no script', () => {
		const html = previewHtml({
			...ticket,
			header: { type: 'image', sample: 'https://a.example/a.png' },
		});
		expect(html).toMatch(/^<!doctype html><html lang="en">.*<\/html>$/s);
		expect(html).not.toMatch(/<script|<link|@import|<svg/);
		expect(
			html.match(/https?:\/\/[^\s"'&<)]+/g)?.filter((link) => !link.includes('w3.org')),
		).toEqual(['https://a.example/a.png', 'https://a.example/A1']);
	});

	it('changes nothing where it is put into another page', () => {
		const [, style = ''] = /<style>(.*)<\/style>/s.exec(previewHtml(ticket)) ?? [];
		const selectors = style
			.replace(/"[^"]*"/g, '""')
			.replace(/\{[^{}]*\}/g, '|')
			.split(/[|\n{}]+/);
		for (const selector of selectors.filter((one) => one.trim() !== '' && !one.startsWith('@'))) {
			expect(selector).toMatch(/^(\.wap-|body:has\(>\.wap-page\))/);
		}
	});

	it.each([
		['ar', 'rtl'],
		['he', 'rtl'],
		['fa', 'rtl'],
		['ur', 'rtl'],
		['en', 'ltr'],
		['ja', 'ltr'],
	])('in %s is %s, line by line as its letters say', (language, direction) => {
		const html = previewHtml({ ...ticket, language });
		expect(html).toContain(`dir="${direction}" lang="${language}"`);
		expect(html).toContain('<div class="wap-line" dir="auto">');
	});

	it('keeps the numbers of a list, which n8n would start at 1', () => {
		const html = previewHtml({ ...ticket, body: '3. three\n4. four' });
		expect(html.match(/<span class="wap-mark">[^<]*/g)).toEqual([
			'<span class="wap-mark">3.',
			'<span class="wap-mark">4.',
		]);
	});

	it('follows the system, or is light or dark', () => {
		expect(previewHtml(ticket)).toContain('class="wap-page wap-auto"');
		expect(previewHtml(ticket, { theme: 'dark' })).toContain('class="wap-page wap-dark"');
		expect(previewHtml(ticket, { theme: 'light' })).toContain('class="wap-page"');
	});

	it('has many templates side by side, each under its name', () => {
		const html = previewPage([ticket, { ...ticket, language: 'ja' }], { title: 'Two' });
		expect(html).toContain('<title>Two</title>');
		expect(html).toContain('<b>ticket_ready</b> en · utility');
		expect(html).toContain('<b>ticket_ready</b> ja · utility');
		expect(previewPage([ticket], { caption: '' })).not.toContain('<p class="wap-caption">');
	});

	it('has a list of all buttons where the phone has no room for them', () => {
		const buttons = ['a', 'b', 'c', 'd'].map((label) => ({
			type: 'quick_reply' as const,
			text: label,
		}));
		const three = previewHtml({ ...ticket, buttons: buttons.slice(1) });
		expect(three).not.toContain('See all options');
		const four = previewHtml({ ...ticket, buttons });
		expect(four).toContain('See all options');
		expect(four.match(/class="wap-button"/g)).toHaveLength(3 + 4);
	});
});
