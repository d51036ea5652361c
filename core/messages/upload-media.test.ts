import { GraphCallError } from '../graph/error';
import { refusal, scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import { MediaUploads, uploadMedia } from './upload-media';

const file = { name: 'ticket.pdf', mimeType: 'application/pdf', data: new Uint8Array([1, 2, 3]) };

function sending(answers: ScriptedAnswer[]) {
	const { transport, requests } = scriptedTransport(answers);
	return { requests, sender: { transport, version: 'v26.0', phoneNumberId: '1', timeoutMs: 5000 } };
}

describe('a header file', () => {
	it('is uploaded to the sending number, with its type', async () => {
		const { sender, requests } = sending([{ body: { id: '2871834006348767' } }]);
		expect(await uploadMedia(sender, file)).toBe('2871834006348767');
		expect(requests).toEqual([
			{
				method: 'POST',
				path: '/v26.0/1/media',
				file: {
					...file,
					field: 'file',
					fields: { messaging_product: 'whatsapp', type: 'application/pdf' },
				},
				timeoutMs: 5000,
			},
		]);
	});

	it('fails with Meta’s words where Meta refuses it', async () => {
		const { sender } = sending([refusal(131053, { details: 'Unsupported type' })]);
		const failure = await uploadMedia(sender, file).catch((error: unknown) => error);
		expect(failure).toBeInstanceOf(GraphCallError);
		expect((failure as Error).message).toMatch(/Uploading the header file: .*Unsupported type/);
	});

	it('fails where the answer has no id', async () => {
		await expect(uploadMedia(sending([{ body: {} }]).sender, file)).rejects.toThrow('no media ID');
	});
});

describe('the uploads of a run', () => {
	it('read and send a file once, for all who ask at the same time and later', async () => {
		const { sender, requests } = sending([{ body: { id: '7' } }]);
		const uploads = new MediaUploads(sender);
		const read = jest.fn(async () => await Promise.resolve(file));
		const ask = async () => await uploads.idOf('a', read);
		expect(await Promise.all([ask(), ask(), ask()])).toEqual(['7', '7', '7']);
		expect(await ask()).toBe('7');
		expect([read.mock.calls.length, requests.length]).toEqual([1, 1]);
	});

	it('tell files apart', async () => {
		const uploads = new MediaUploads(
			sending([{ body: { id: '7' } }, { body: { id: '8' } }]).sender,
		);
		const read = async () => await Promise.resolve(file);
		expect(await uploads.idOf('a', read)).toBe('7');
		expect(await uploads.idOf('b', read)).toBe('8');
	});

	it('try a failed upload again for the next message', async () => {
		const uploads = new MediaUploads(sending([refusal(131053), { body: { id: '7' } }]).sender);
		const read = async () => await Promise.resolve(file);
		const first = [uploads.idOf('a', read), uploads.idOf('a', read)];
		for (const failed of await Promise.allSettled(first)) expect(failed.status).toBe('rejected');
		expect(await uploads.idOf('a', read)).toBe('7');
	});

	it('try a file again that could not be read', async () => {
		const uploads = new MediaUploads(sending([{ body: { id: '7' } }]).sender);
		await expect(uploads.idOf('a', () => Promise.reject(new Error('gone')))).rejects.toThrow(
			'gone',
		);
		expect(await uploads.idOf('a', async () => await Promise.resolve(file))).toBe('7');
	});
});
