import { multipartBody } from './multipart';

const file = (more: Partial<Parameters<typeof multipartBody>[0]> = {}) => ({
	field: 'file',
	name: 'ticket.pdf',
	mimeType: 'application/pdf',
	data: new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x00, 0xff, 0x0d, 0x0a]),
	fields: { messaging_product: 'whatsapp', type: 'application/pdf' },
	...more,
});

/** Reads the bytes back as any HTTP server does. */
async function parsed(given: Parameters<typeof multipartBody>[0]): Promise<FormData> {
	const { body, contentType } = multipartBody(given);
	return await new Response(body, { headers: { 'content-type': contentType } }).formData();
}

describe('an upload', () => {
	it('carries its fields and its bytes, unchanged', async () => {
		const form = await parsed(file());
		expect(form.get('messaging_product')).toBe('whatsapp');
		expect(form.get('type')).toBe('application/pdf');
		const sent = form.get('file') as File;
		expect([sent.name, sent.type]).toEqual(['ticket.pdf', 'application/pdf']);
		expect(new Uint8Array(await sent.arrayBuffer())).toEqual(file().data);
	});

	it('is written as the standard says, line for line', () => {
		const { body, contentType } = multipartBody(
			file({ fields: { type: 'x' }, data: Buffer.from('PDF') }),
		);
		const boundary = contentType.replace('multipart/form-data; boundary=', '');
		expect(body.toString()).toBe(
			[
				`--${boundary}`,
				'Content-Disposition: form-data; name="type"',
				'',
				'x',
				`--${boundary}`,
				'Content-Disposition: form-data; name="file"; filename="ticket.pdf"',
				'Content-Type: application/pdf',
				'',
				'PDF',
				`--${boundary}--`,
				'',
			].join('\r\n'),
		);
	});

	it.each([
		['quotes', 'a"b.pdf', 'a%22b.pdf'],
		['line breaks', 'a\r\nX-Evil: 1\r\n\r\nb.pdf', 'a%0D%0AX-Evil: 1%0D%0A%0D%0Ab.pdf'],
	])('cannot be broken by %s in a file name', (_what, name, written) => {
		const text = multipartBody(file({ name })).body.toString('latin1');
		expect(text).toContain(`filename="${written}"\r\n`);
		expect(text.match(/Content-Disposition/g)).toHaveLength(3);
	});

	it('cannot be broken by line breaks in a type or a field name', async () => {
		const form = await parsed(
			file({ mimeType: 'image/png\r\nX-Evil: 1', fields: { 'a"\r\nb': 'x' } }),
		);
		expect([...form.keys()]).toHaveLength(2);
		expect((form.get('file') as File).type).not.toContain('\r');
	});

	it('keeps a name in any script', async () => {
		expect(((await parsed(file({ name: 'チケット.pdf' }))).get('file') as File).name).toBe(
			'チケット.pdf',
		);
	});

	it('has a boundary of its own each time', () => {
		expect(multipartBody(file()).contentType).not.toBe(multipartBody(file()).contentType);
	});

	it('may be empty', async () => {
		expect(((await parsed(file({ data: new Uint8Array() }))).get('file') as File).size).toBe(0);
	});
});
