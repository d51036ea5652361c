import families from '../fixtures/meta-families.json';
import type { TemplateDefinition } from '../definition';
import { fromMetaTemplate } from '../from-meta-template';
import { readyMadeTemplates } from '../pack';
import { toMetaTemplate } from '../to-meta-template';
import { readAccountTemplate, type AccountTemplate } from './account-template';
import { differences, formatDiffers } from './differences';

const listed = (meta: object, more: object = {}): AccountTemplate =>
	readAccountTemplate({ id: '1', status: 'APPROVED', ...meta, ...more }) as AccountTemplate;

/** A definition as the account lists it, and the same with some of it changed. */
const against = (definition: TemplateDefinition, change: Partial<TemplateDefinition>) =>
	differences({ ...definition, ...change }, listed(toMetaTemplate(definition)));

const sample: TemplateDefinition = {
	name: 'sample',
	language: 'en',
	category: 'UTILITY',
	header: { type: 'text', text: 'Your ticket' },
	body: 'Hi {{first_name}}, your ticket is ready.',
	footer: 'Sent by Test Conf',
	buttons: [
		{ type: 'quick_reply', text: 'Thanks' },
		{ type: 'url', text: 'Open', url: 'https://t.example/{{1}}', sample: 'https://t.example/A' },
		{ type: 'phone', text: 'Call', phone: '+1 555 0100' },
		{ type: 'copy_code', sample: '25OFF' },
	],
	samples: { first_name: 'Ann' },
};

it.each(readyMadeTemplates.map((one) => [`${one.name} ${one.language}`, one] as const))(
	'%s is in line with itself',
	(_name, definition) => {
		expect(against(definition, {})).toEqual([]);
	},
);

it.each(families.map((meta) => [meta.name, meta] as const))(
	'Meta’s %s is in line with the definition read from it',
	(_name, meta) => {
		const definition = fromMetaTemplate(meta) as TemplateDefinition;
		expect(differences(definition, listed(meta))).toEqual([]);
	},
);

it.each<[string, Partial<TemplateDefinition>, string[]]>([
	['another header', { header: { type: 'text', text: 'A ticket' } }, ['header']],
	[
		'a picture instead',
		{ header: { type: 'image', sample: 'https://x.example/a.png' } },
		['header'],
	],
	['no header', { header: undefined }, ['header']],
	['another body', { body: 'Hello {{first_name}}, your ticket is ready.' }, ['body']],
	['no footer', { footer: undefined }, ['footer']],
	['fewer buttons', { buttons: sample.buttons!.slice(0, 2) }, ['buttons']],
	['another order', { buttons: [...sample.buttons!].reverse() }, ['buttons']],
	['another time to live', { messageSendTtlSeconds: 3600 }, ['timeToLive']],
	[
		'body and footer',
		{ body: 'Hi {{first_name}}, it is ready.', footer: 'Test' },
		['body', 'footer'],
	],
])('%s is a difference', (_name, change, expected) => {
	expect(against(sample, change)).toEqual(expected);
});

it.each<[string, Partial<TemplateDefinition>]>([
	['another sample', { samples: { first_name: 'Maya' } }],
	['line breaks of another system', { body: 'Hi {{first_name}}, your ticket is ready.\r\n' }],
	['for whom it is', { audience: 'buyer' }],
])('%s is none', (_name, change) => {
	expect(against(sample, change)).toEqual([]);
});

it('takes no notice of what only Meta writes', () => {
	const { components, ...rest } = toMetaTemplate(sample) as { components: object[] };
	const fromMeta = components.map((component) => ({ ...component, id: '7' }));
	const buttons = fromMeta.at(-1) as unknown as { buttons: Array<Record<string, unknown>> };
	buttons.buttons = buttons.buttons.map((button) =>
		button.type === 'COPY_CODE'
			? { ...button, text: 'Copy offer code' }
			: button.type === 'PHONE_NUMBER'
				? { ...button, phone_number: '+15550100' }
				: button,
	);

	expect(differences(sample, listed({ ...rest, components: fromMeta }))).toEqual([]);
});

it('counts the samples of a rejected template: they may be what was wrong', () => {
	const rejected = listed(toMetaTemplate(sample), { status: 'REJECTED' });

	expect(differences({ ...sample, samples: { first_name: 'Maya' } }, rejected)).toEqual(['body']);
	expect(differences(sample, rejected)).toEqual([]);
});

it('compares authentication templates by what one can choose, however Meta writes them out', () => {
	const code = (security: boolean, minutes: number, kind: string): TemplateDefinition =>
		fromMetaTemplate({
			name: 'login',
			language: 'en',
			category: 'AUTHENTICATION',
			components: [
				{ type: 'BODY', add_security_recommendation: security },
				{ type: 'FOOTER', code_expiration_minutes: minutes },
				{ type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: kind, text: 'Copy' }] },
			],
		}) as TemplateDefinition;
	const address = 'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp';
	const there = listed({
		name: 'login',
		language: 'en',
		category: 'AUTHENTICATION',
		components: [
			{
				type: 'BODY',
				text: '*{{1}}* is your verification code.',
				add_security_recommendation: true,
			},
			{ type: 'FOOTER', text: 'This code expires in 5 minutes.', code_expiration_minutes: 5 },
			{ type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Copy code', url: `${address}{{1}}` }] },
		],
	});

	expect(differences(code(true, 5, 'COPY_CODE'), there)).toEqual([]);
	expect(differences(code(false, 5, 'COPY_CODE'), there)).toEqual(['authentication']);
	expect(differences(code(true, 10, 'COPY_CODE'), there)).toEqual(['authentication']);
	expect(differences(code(true, 5, 'ONE_TAP'), there)).toEqual(['authentication']);
});

it('sees that texts are filled in another way', () => {
	const numbered = { ...sample, body: 'Hi {{1}}, your ticket is ready.', samples: { '1': 'Ann' } };

	expect(formatDiffers(numbered, listed(toMetaTemplate(sample)))).toBe(true);
	expect(formatDiffers(sample, listed(toMetaTemplate(sample)))).toBe(false);
	expect(formatDiffers({ ...sample, body: 'No variable.' }, listed(toMetaTemplate(sample)))).toBe(
		false,
	);
});
