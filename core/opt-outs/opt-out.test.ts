import fc from 'fast-check';
import { fixture } from '../testing/fixture';
import type { MessageNotification, WebhookNotification } from '../webhooks/notification';
import { readNotifications } from '../webhooks/read-notifications';
import { readOptOut } from './opt-out';
import { plainWords, startLabels, startWords, stopLabels, stopWords } from './words';

const written = fixture<Record<'stop' | 'start' | 'neither', string[]>>(__dirname, 'messages');

const message = (parts: Partial<MessageNotification>): MessageNotification => ({
	kind: 'message',
	output: 'messages',
	field: 'messages',
	key: 'message:1',
	businessAccountId: '102290129340398',
	occurredAt: '2026-11-20T10:00:00.000Z',
	messageId: '1',
	from: '819012345678',
	type: 'text',
	errors: [],
	raw: {},
	...parts,
});

const wrote = (text: string) => readOptOut(message({ text }));

const tapped = (button: MessageNotification['button'], type = 'button') =>
	readOptOut(message({ type, text: button?.text, button }));

/** The only update of a body of core/webhooks/fixtures. */
const webhook = (name: string): WebhookNotification =>
	readNotifications(fixture(`${__dirname}/../webhooks`, name)).notifications[0] as never;

describe('a message that is an opt-out', () => {
	it.each(written.stop)('stops: %s', (text) => {
		expect(wrote(text)).toEqual({ choice: 'stop', by: 'word', person: '+819012345678' });
	});

	it.each(written.start)('brings back: %s', (text) => {
		expect(wrote(text)).toEqual({ choice: 'start', by: 'word', person: '+819012345678' });
	});
});

describe('a message that is none, and must reach the team', () => {
	it.each(written.neither)('%s', (text) => {
		expect(wrote(text)).toBeUndefined();
	});

	it('is at least every other message of these tests', () => {
		expect(written.neither.length).toBeGreaterThanOrEqual(written.stop.length);
	});

	it('whatever a person writes around the word', () => {
		const word = fc.constantFrom(...stopWords, ...startWords);
		const more = fc.stringMatching(/^[a-zA-Z0-9 ]{12,40}$/).filter((text) => /\w{9}/.test(text));
		fc.assert(
			fc.property(word, more, (one, other) => {
				expect(wrote(`${one} ${other}`)).toBeUndefined();
				expect(wrote(`${other} ${one}`)).toBeUndefined();
			}),
		);
	});

	it('is a STOP of somebody else, forwarded', () => {
		expect(readOptOut(message({ text: 'STOP', context: { forwarded: true } }))).toBeUndefined();
	});

	it.each(['image', 'reaction', 'location', 'system', 'unknown'])(
		'is the text of a message of type %s',
		(type) => {
			expect(readOptOut(message({ type, text: 'STOP' }))).toBeUndefined();
		},
	);

	it('has no sender', () => {
		expect(readOptOut(message({ text: 'STOP', from: '' }))).toBeUndefined();
	});
});

describe('the word', () => {
	it('is the same however it is dressed', () => {
		const dress = fc.constantFrom('!', '.', ' ', '…', '🛑', '«', '\u200b', '。', '*', '\n');
		fc.assert(
			fc.property(
				fc.constantFrom(...stopWords),
				fc.array(dress, { maxLength: 5 }),
				fc.array(dress, { maxLength: 5 }),
				fc.boolean(),
				(word, before, after, loud) => {
					const text = before.join('') + (loud ? word.toUpperCase() : word) + after.join('');
					expect(wrote(text)?.choice).toBe('stop');
				},
			),
		);
	});

	it('never throws, whatever is written', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void wrote(text)));
	});

	it('means one thing only', () => {
		const stops = new Set([...stopWords, ...stopLabels].map(plainWords));
		const starts = [...startWords, ...startLabels].map(plainWords);
		expect(starts.filter((word) => stops.has(word))).toEqual([]);
	});

	it('may be one of somebody’s own', () => {
		const options = { stopWords: ['Ruhe bitte'], startWords: ['Weiter'] };
		expect(readOptOut(message({ text: 'RUHE BITTE!' }), options)?.choice).toBe('stop');
		expect(readOptOut(message({ text: 'weiter' }), options)?.choice).toBe('start');
		expect(readOptOut(message({ text: 'Ruhe bitte im Saal' }), options)).toBeUndefined();
	});
});

describe('a tapped button', () => {
	it.each(['Stop promotions', 'プロモーションを停止', 'Detener promociones', 'Parar promoções'])(
		'stops by its label, which Meta sends as payload, too: %s',
		(label) => {
			expect(tapped({ payload: label, text: label })).toMatchObject({
				choice: 'stop',
				by: 'button',
			});
		},
	);

	it('stops by its payload, whatever the label', () => {
		expect(tapped({ payload: 'STOP_PROMOTIONS', text: 'Genug' })?.choice).toBe('stop');
		expect(tapped({ payload: 'UNSUBSCRIBE', text: '…' }, 'interactive')?.choice).toBe('stop');
	});

	it('brings back where it says what it resumes', () => {
		expect(tapped({ payload: 'RESUME_PROMOTIONS', text: 'Ja' })?.choice).toBe('start');
		expect(tapped({ payload: 'Start', text: 'Start' })).toBeUndefined();
	});

	it.each(['I am coming', 'Stop at gate B', 'Cancel', 'Non-stop tickets', 'Yes'])(
		'says something else: %s',
		(label) => expect(tapped({ payload: label, text: label })).toBeUndefined(),
	);

	it('of a real body says nothing of promotions', () => {
		expect(readOptOut(webhook('message-template-button'))).toBeUndefined();
	});
});

describe('WhatsApp’s own word', () => {
	const preference = webhook('preference-stop');

	it('stops', () => {
		const expected = { choice: 'stop', by: 'preference', person: '+16505551234' };
		expect(readOptOut(preference)).toEqual(expected);
	});

	it('brings back', () => {
		const resumed = { ...preference, value: 'resume' } as WebhookNotification;
		expect(readOptOut(resumed)).toMatchObject({ choice: 'start', by: 'preference' });
	});

	it.each([{ category: 'calls' }, { value: 'interested' }, { value: undefined }, { from: '' }])(
		'about something else is none: %j',
		(parts) => {
			expect(readOptOut({ ...preference, ...parts } as WebhookNotification)).toBeUndefined();
		},
	);

	it('refuses a message because the person had stopped', () => {
		const failed = webhook('status-failed');
		const errors = [{ code: 131050, class: 'recipient', whatToDo: '' }];
		expect(readOptOut({ ...failed, errors } as WebhookNotification)).toEqual({
			choice: 'stop',
			by: 'refusal',
			person: '+16505551234',
		});
		expect(readOptOut(failed)).toBeUndefined();
		const delivered = { ...failed, errors, status: 'delivered' } as WebhookNotification;
		expect(readOptOut(delivered)).toBeUndefined();
	});
});

describe('a person', () => {
	it('has a user id where WhatsApp hides the number', () => {
		expect(readOptOut(webhook('message-user-id-only'))).toMatchObject({
			person: 'US.13491208655302741918',
		});
		const both = message({ text: 'stop', fromUserId: 'JP.42' });
		expect(readOptOut(both)).toMatchObject({ person: '+819012345678' });
	});

	it('says nothing in any other update', () => {
		for (const name of ['template-paused', 'account-alert', 'number-quality', 'field-not-known']) {
			expect(readOptOut(webhook(name))).toBeUndefined();
		}
	});
});
