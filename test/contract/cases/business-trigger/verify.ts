import { signBody, webhookJson } from '../../../../simulator/webhooks/signature';
import { DEMO_CREDENTIALS } from '../../../../simulator/credentials';
import type { UpdateCase, UpdateStep } from '../../words/cases';
import { bodyOf, statuses } from './bodies';

const body = bodyOf('messages', statuses(1));
const bytes = webhookJson(body);
const { appSecret } = DEMO_CREDENTIALS;

const call = (
	name: string,
	step: Partial<UpdateStep>,
	account: UpdateCase['account'] = {},
): UpdateCase => ({
	node: 'Business Trigger',
	name: `a call ${name}`,
	account,
	calls: [{ body, status: 401, ...step }],
});

const unauthorized = (name: string, headers: Record<string, string>, told: RegExp) =>
	call(`${name} is refused with 401`, { headers, told });

const signed = (name: string, text: string, told: RegExp) =>
	call(`that is signed but ${name} is answered 400`, { body: text, status: 400, told });

const taken = { status: 200, outputs: { statuses: [{ messageId: 'wamid.0' }] } };

export const verifyCases: UpdateCase[] = [
	call('that is signed comes out', taken),
	unauthorized('without signature', {}, /401.*no X-Hub-Signature-256/),
	unauthorized(
		'signed with another secret',
		{ 'x-hub-signature-256': signBody(bytes, 'another secret') },
		/401.*does not fit the body/,
	),
	unauthorized(
		'with the signature of another body',
		{ 'x-hub-signature-256': signBody(`${bytes} `, appSecret) },
		/401.*does not fit the body/,
	),
	unauthorized(
		'with a signature that is none',
		{ 'x-hub-signature-256': 'sha256=xyz' },
		/401.*64 hex digits/,
	),
	unauthorized(
		'with the old SHA-1 header only',
		{ 'x-hub-signature': signBody(bytes, appSecret) },
		/401/,
	),
	call(
		'is refused where the account has no app secret, signed or not',
		{ secret: '', told: /401.*No app secret is set/ },
		{ appSecret: '' },
	),
	call(
		'is taken with the new secret while it is renewed',
		{ ...taken, secret: 'new secret' },
		{
			appSecret: ' new secret, old secret ',
		},
	),
	call(
		'is taken with the old secret while it is renewed',
		{ ...taken, secret: 'old secret' },
		{
			appSecret: ' new secret, old secret ',
		},
	),
	signed('not JSON', '{"object": "whatsapp_business_account", "entry": [', /400.*not JSON/),
	signed('empty', '', /400/),
	signed('a list', '[]', /400/),
	signed('about something else', '{"object": "page", "entry": []}', /400/),
	call('larger than anything of WhatsApp’s is answered 413', {
		body: bodyOf('messages', { padding: 'x'.repeat(13 * 1024 * 1024) }),
		status: 413,
	}),
	call('with a part that is malformed is taken, and the part is told', {
		...taken,
		body: bodyOf('messages', { ...statuses(1), messages: 'none' }),
		told: /entry\[0\]\.changes\[0\]\.value\.messages/,
	}),
	{
		node: 'Business Trigger',
		name: 'a forged call does not make the true one a repeat',
		calls: [
			{ body, secret: 'another secret', status: 401 },
			{ body, ...taken },
		],
	},
];
