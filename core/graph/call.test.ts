import { refusal, scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import { callGraph } from './call';

const call = async (answer: ScriptedAnswer) =>
	await callGraph(scriptedTransport([answer]).transport, 'Trying', {
		method: 'GET',
		path: '/v26.0/1',
		timeoutMs: 1,
	});

describe('a Graph call that must succeed', () => {
	it('returns the answer’s object', async () => {
		expect(await call({ body: { success: true } })).toEqual({ success: true });
	});

	it.each<[string, ScriptedAnswer]>([
		['an error', refusal(100)],
		['an error with status 200', { ...refusal(100), status: 200 }],
		['a page', { body: '<html>Sign in to the Wi-Fi</html>' }],
		['a list', { body: [] }],
		['nothing', { body: undefined }],
		['a redirect', { status: 302, body: {} }],
	])('fails on %s', async (_what, answer) => {
		await expect(call(answer)).rejects.toMatchObject({
			name: 'GraphCallError',
			message: expect.stringMatching(/^Trying: /),
		});
	});

	it('lets a failure of the transport through', async () => {
		await expect(call(new Error('gone'))).rejects.toThrow('gone');
	});
});
