import fc from 'fast-check';
import { listedCodes } from '../graph/error-codes';
import { TransportError } from '../ports';
import { fixture } from '../testing/fixture';
import {
	accepted,
	refusal,
	scriptedTransport,
	type ScriptedAnswer,
} from '../testing/scripted-transport';
import { sendMessage } from './send-message';

async function send(answer: ScriptedAnswer) {
	const { transport, requests } = scriptedTransport([answer]);
	const sender = { transport, version: 'v26.0', phoneNumberId: '106540352242922', timeoutMs: 5000 };
	return { answer: await sendMessage(sender, { to: '+16505551234' }), requests };
}

const kindOf = async (answer: ScriptedAnswer) => (await send(answer)).answer.kind;

describe('a message', () => {
	it('is posted once, as it is', async () => {
		const { requests } = await send(refusal(130429));
		expect(requests).toEqual([
			{
				method: 'POST',
				path: '/v26.0/106540352242922/messages',
				body: { to: '+16505551234' },
				timeoutMs: 5000,
			},
		]);
	});

	it('is accepted where Meta gives it an id', async () => {
		expect((await send({ body: fixture(__dirname, 'accepted') })).answer).toEqual({
			kind: 'accepted',
			messageId: 'wamid.HBgLMTY1MDU1NTEyMzQVAgARGBI5QTND',
			messageStatus: 'held_for_quality_assessment',
			waId: '16505551234',
		});
	});

	it('is accepted for a person who has a user id only', async () => {
		expect((await send({ body: fixture(__dirname, 'accepted-user-id') })).answer).toMatchObject({
			kind: 'accepted',
			waId: 'US.13491208655302741918',
		});
	});

	it('is accepted though the answer has no contact', async () => {
		const body = { messages: [{ id: 'wamid.1' }] };
		expect((await send({ body })).answer).toMatchObject({ kind: 'accepted', messageId: 'wamid.1' });
	});
});

describe('a refusal that quotes the recipient', () => {
	it.each(['16505551234', '+16505551234', '+1 650-555-1234', '+1 (650) 555.1234'])(
		'shows the last four digits of %s only',
		async (quoted) => {
			const body = {
				error: {
					message: `(#131030) ${quoted} is not in the allowed list`,
					code: 131030,
					error_data: { details: `Add ${quoted}.` },
				},
			};
			const { answer } = await send({ status: 400, body });
			expect(answer).toMatchObject({
				kind: 'refused',
				error: { title: '…1234 is not in the allowed list' },
			});
			expect(JSON.stringify(answer).replace(/\D/g, '')).not.toContain('6505551234');
		},
	);

	it('keeps ids and codes, also where they are numbers', async () => {
		const body = {
			error: { message: 'Object 106540352242922', code: 100, error_subcode: 16505551234 },
		};
		const { answer } = await send({ status: 400, body });
		expect(answer).toMatchObject({
			kind: 'refused',
			error: { title: 'Object 106540352242922', code: 100, subcode: 16505551234 },
		});
	});
});

/** The only codes that leave open whether the message went out: Meta's temporary ones. */
const UNCLEAR = [1, 2, 131000, 131016, 131057, 133004, 2494100];

describe('a refused message', () => {
	it.each(listedCodes().filter((code) => !UNCLEAR.includes(code)))(
		'is definite with code %i, whatever the HTTP status',
		async (code) => {
			for (const status of [400, 403, 404, 500, 503]) {
				expect(await kindOf(refusal(code, { status }))).toBe('refused');
			}
		},
	);

	it('is definite with a permission code and status 500, as Meta sends it', async () => {
		const { answer } = await send(refusal(3, { status: 500 }));
		expect(answer).toMatchObject({ kind: 'refused', error: { class: 'permission', code: 3 } });
	});

	it('is definite with a code nobody knows, where the status is a refusal', async () => {
		expect(await kindOf(refusal(987654, { status: 400 }))).toBe('refused');
	});

	it.each([400, 401, 403, 404, 413, 429])(
		'is definite where something else answers %i',
		async (status) => {
			expect(await kindOf({ status, body: '<html>no</html>' })).toBe('refused');
		},
	);

	it('says what Meta said', async () => {
		expect(
			(await send(refusal(132000, { details: 'Number of parameters does not match' }))).answer,
		).toMatchObject({
			message: expect.stringContaining('Number of parameters does not match'),
			error: { class: 'template' },
		});
	});
});

describe('an unclear answer', () => {
	it.each(UNCLEAR)('is code %i, whatever the HTTP status', async (code) => {
		for (const status of [400, 500, 503]) {
			expect((await send(refusal(code, { status }))).answer).toMatchObject({
				kind: 'unclear',
				noAnswer: false,
				error: { code },
			});
		}
	});

	it.each<[string, ScriptedAnswer]>([
		['a gateway’s page', { status: 502, body: '<html>502</html>' }],
		['an empty 500', { status: 500, body: '' }],
		['a time-out of a gateway', { status: 504, body: undefined }],
		['a code nobody knows with status 500', refusal(987654, { status: 500 })],
		['200 without an id', { body: { messaging_product: 'whatsapp' } }],
		['200 with an empty list', { body: { messages: [] } }],
		['200 with an empty id', { body: { messages: [{ id: '' }] } }],
		['200 with an id that is no text', { body: { messages: [{ id: 7 }] } }],
		['200 with a page', { body: '<html>Welcome</html>' }],
		['200 with nothing', { body: null }],
		['200 with an error', { ...refusal(100), status: 200 }],
	])('is %s', async (_what, answer) => {
		expect((await send(answer)).answer).toMatchObject({ kind: 'unclear', noAnswer: false });
	});

	it('is no answer after the request may have left', async () => {
		const lost = new TransportError('no answer came in time', { left: true, code: 'ETIMEDOUT' });
		expect((await send(lost)).answer).toEqual({
			kind: 'unclear',
			message: 'no answer came in time',
			noAnswer: true,
		});
	});

	it('is any failure nobody knows', async () => {
		expect((await send(new Error('ECONNREFUSED'))).answer).toMatchObject({
			kind: 'unclear',
			noAnswer: true,
		});
	});

	it('is a thrown thing that is no error', async () => {
		const transport = () => Promise.reject('oops');
		const sender = { transport, version: 'v26.0', phoneNumberId: '1', timeoutMs: 1 };
		expect(await sendMessage(sender, {})).toMatchObject({ kind: 'unclear', noAnswer: true });
	});
});

describe('a request that did not get through', () => {
	it('surely did not leave', async () => {
		const failure = new TransportError('the connection was refused', {
			left: false,
			code: 'ECONNREFUSED',
		});
		expect((await send(failure)).answer).toEqual({
			kind: 'notReached',
			message: 'the connection was refused',
			code: 'ECONNREFUSED',
		});
	});
});

describe('whatever comes back', () => {
	it('gives one of the four answers, and accepted only with an id', async () => {
		const body = fc.oneof(
			fc.anything(),
			fc.record(
				{ messages: fc.anything(), contacts: fc.anything(), error: fc.anything() },
				{ requiredKeys: [] },
			),
			fc.record({ error: fc.record({ code: fc.integer(), message: fc.anything() }) }),
		);
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 200, max: 599 }), body, async (status, anything) => {
				const { answer } = await send({ status, body: anything });
				expect(['accepted', 'refused', 'unclear']).toContain(answer.kind);
				if (answer.kind === 'accepted') expect(answer.messageId.length).toBeGreaterThan(0);
				if (answer.kind === 'refused') expect(status).toBeGreaterThanOrEqual(300);
			}),
		);
	});

	it('reads what the helper for tests calls accepted', async () => {
		expect(await kindOf(accepted('wamid.1'))).toBe('accepted');
	});
});
