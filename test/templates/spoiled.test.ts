import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkTemplate, readDefinition, type RuleId } from '../../core/templates/check';
import type { TemplateDefinition } from '../../core/templates/definition';

const PACK = join(__dirname, '../../flows/templates');
const read = (file: string): TemplateDefinition =>
	JSON.parse(readFileSync(join(PACK, file), 'utf8')) as TemplateDefinition;
const files = readdirSync(PACK, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace(/\\/g, '/'))
	.sort();

type Spoil = (good: TemplateDefinition) => object;

const inBody =
	(change: (body: string) => string): Spoil =>
	({ body = '' }) => ({ body: change(body) });
const replaced = (from: string | RegExp, to: string) => inBody((body) => body.replace(from, to));
const added = (end: string) => inBody((body) => `${body}${end}`);
const header =
	(text: string): Spoil =>
	() => ({ header: { type: 'text', text } });
const button =
	(change: object): Spoil =>
	({ buttons = [] }) => ({
		buttons: [{ ...buttons[0], ...change }, ...buttons.slice(1)],
	});
const only =
	(one: object): Spoil =>
	() => ({ buttons: [one] });
const sample =
	(name: string, value: string): Spoil =>
	({ samples }) => ({
		samples: { ...samples, [name]: value },
	});

/** Another name for each variable, in the order of the text. */
const renamed =
	(name: (old: string, at: number) => string): Spoil =>
	({ body = '', samples = {} }) => {
		const names = [...body.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] as string);
		const to = new Map(names.map((old, at) => [old, name(old, at)]));
		return {
			body: body.replace(/\{\{(\w+)\}\}/g, (_whole, old: string) => `{{${to.get(old)}}}`),
			samples: Object.fromEntries(
				Object.entries(samples).map(([old, value]) => [to.get(old), value]),
			),
		};
	};

/** What is done to each ready-made template, and the one rule it breaks. */
const SPOILED: Array<[file: string, rule: RuleId, spoil: Spoil]> = [
	['attendee_order_cancelled/en', 'name-form', () => ({ name: 'Order-Cancelled' })],
	['attendee_order_cancelled/es', 'language-known', () => ({ language: 'es-ES' })],
	['attendee_order_cancelled/ja', 'category-known', () => ({ category: 'TRANSACTIONAL' })],
	['attendee_order_cancelled/pt_BR', 'duplicate-name', () => ({ language: 'en' })],

	[
		'attendee_registration_confirmation/en',
		'header-length',
		header('You are registered. '.repeat(4)),
	],
	['attendee_registration_confirmation/es', 'header-plain-text', header('¡Ya tienes tu lugar! 🎉')],
	[
		'attendee_registration_confirmation/ja',
		'body-length',
		added('お待ちしております。'.repeat(100)),
	],
	['attendee_registration_confirmation/pt_BR', 'body-lines', replaced('\n\n', '\n\n\n')],

	['attendee_ticket_reassigned/en', 'body-spaces', replaced('When: ', 'When:      ')],
	['attendee_ticket_reassigned/es', 'body-emojis', added(` ${'🎟️'.repeat(11)}`)],
	[
		'attendee_ticket_reassigned/ja',
		'footer-length',
		({ footer = '' }) => ({ footer: footer.repeat(4) }),
	],
	[
		'attendee_ticket_reassigned/pt_BR',
		'footer-variable',
		() => ({ footer: 'Para {{first_name}}, com carinho' }),
	],

	['buyer_order_cancelled/en', 'footer-plain-text', () => ({ footer: 'See you soon 👋' })],
	['buyer_order_cancelled/es', 'variable-first', replaced(/^.*?(?=\{\{)/s, '')],
	['buyer_order_cancelled/ja', 'variable-last', inBody(moveVariableToEnd(''))],
	['buyer_order_cancelled/pt_BR', 'variable-hanging', inBody(moveVariableToEnd('!'))],

	[
		'buyer_registration_confirmation/en',
		'variable-adjacent',
		replaced(/(\{\{event_date\}\}).*?(\{\{ticket_count\}\})/s, '$1 $2'),
	],
	['buyer_registration_confirmation/es', 'variable-braces', added(' {asiento} es tu lugar.')],
	['buyer_registration_confirmation/ja', 'variable-characters', added('合計は{{#total}}円です。')],
	[
		'buyer_registration_confirmation/pt_BR',
		'variable-name',
		renamed((old) => (old === 'order_id' ? 'orderId' : old)),
	],

	['speaker_added_to_session/en', 'variable-mixed', renamed((old, at) => (at === 0 ? '1' : old))],
	['speaker_added_to_session/es', 'variable-sequence', renamed((_old, at) => String(at + 2))],
	['speaker_added_to_session/ja', 'variable-order', renamed((_old, at) => String(4 - at))],
	[
		'speaker_added_to_session/pt_BR',
		'variable-repeated',
		added(' Até lá, {{first_name}}, e obrigado mais uma vez.'),
	],

	[
		'speaker_removed_from_session/en',
		'variable-density',
		() => ({ body: 'Hi {{first_name}}, {{session_title}} of {{event_name}} is out.' }),
	],
	['speaker_removed_from_session/es', 'sample-missing', sample('first_name', ' ')],
	['speaker_removed_from_session/ja', 'sample-unused', sample('venue', '大ホール')],
	['speaker_removed_from_session/pt_BR', 'sample-form', sample('event_name', 'Encontro\n2027')],

	['sponsor_proposal_acknowledged/en', 'sample-personal', sample('first_name', 'maya@gmail.com')],
	[
		'sponsor_proposal_acknowledged/es',
		'button-label-length',
		button({ text: 'Tengo una pregunta para ustedes' }),
	],
	['sponsor_proposal_acknowledged/ja', 'button-label-missing', button({ text: ' ' })],
	['sponsor_proposal_acknowledged/pt_BR', 'button-label-plain-text', button({ text: 'Oi 👋' })],

	[
		'sponsor_proposal_denied/en',
		'category-promotional',
		added(' Until Sunday there are discounts on all other packages.'),
	],
	['sponsor_proposal_denied/es', 'ttl-range', () => ({ messageSendTtlSeconds: 86_400 })],
	[
		'sponsor_proposal_denied/ja',
		'url-https',
		only({ type: 'url', text: '詳細', url: 'http://example.com/' }),
	],
	[
		'sponsor_proposal_denied/pt_BR',
		'url-variable',
		only({
			...{ type: 'url', text: 'Abrir', url: 'https://example.com/{{1}}/p' },
			sample: 'https://example.com/1/p',
		}),
	],

	['sponsor_welcome/en', 'phone-form', only({ type: 'phone', text: 'Call us', phone: '555-0100' })],
	['sponsor_welcome/es', 'copy-code-length', only({ type: 'copy_code', sample: 'X'.repeat(21) })],
	['sponsor_welcome/ja', 'link-shortened', added('詳細: https://bit.ly/3abc をご覧ください。')],
	['sponsor_welcome/pt_BR', 'field-unknown', () => ({ rodape: 'Obrigado' })],
];

function moveVariableToEnd(end: string) {
	return (body: string) => `${body.replace('{{order_id}}', '')}\n{{order_id}}${end}`;
}

it('is done to each of the 40 ready-made templates, and breaks 40 different rules', () => {
	expect(SPOILED.map(([file]) => `${file}.json`)).toEqual(files);
	expect(new Set(SPOILED.map(([, rule]) => rule)).size).toBe(40);
});

it.each(SPOILED)('%s, spoiled, breaks %s and nothing else', (file, rule, spoil) => {
	const good = read(`${file}.json`);
	const others = files.filter((other) => other !== `${file}.json`).map(read);
	const { definition, findings } = readDefinition({ ...good, ...spoil(good) });
	const found = [...findings, ...(definition ? checkTemplate(definition, { others }) : [])];
	expect(found.map((finding) => finding.rule)).toEqual([rule]);
});
