import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { named, outcomes, person, phone, useDesk } from './desk';

const desk = useDesk();

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk', 'base64');

const guest = (index: number, header_media: unknown, more: object = {}): IDataObject =>
	person(phone(index), { variables: { first_name: 'Ann', header_media, ...more } as never });

const withFile = (
	json: IDataObject,
	file: Partial<INodeExecutionData['binary']> & object,
): INodeExecutionData => ({ json, binary: file as INodeExecutionData['binary'] });

const png = (data = PNG, fileName: string | undefined = 'poster.png') => ({
	data: data.toString('base64'),
	mimeType: 'image/png',
	...(fileName ? { fileName } : {}),
});

const headers = () => desk.requests().map(({ body }) => body.template.components[0].parameters[0]);

test('a public link is sent as it is', async () => {
	await desk.send([guest(1, ' https://example.com/poster.png ')], named('poster_image'));

	expect(headers()).toEqual([{ type: 'image', image: { link: 'https://example.com/poster.png' } }]);
	expect(desk.requests('/media')).toEqual([]);
});

test.each(['2871834006348767', 2871834006348767])(
	'a media ID (%j) is sent as it is',
	async (id) => {
		const { sent } = await desk.send([guest(1, id)], named('poster_image'));

		expect(sent).toHaveLength(1);
		expect(headers()).toEqual([{ type: 'image', image: { id: '2871834006348767' } }]);
	},
);

test('a file field is uploaded once for twenty items, and sent by its id', async () => {
	const items = Array.from({ length: 20 }, (_, index) =>
		withFile(guest(index, 'poster'), { poster: png() }),
	);

	const { sent } = await desk.send(items, named('poster_image'));

	expect(sent).toHaveLength(20);
	expect(desk.requests('/media')).toHaveLength(1);
	const ids = new Set(headers().map(({ image }) => image.id));
	expect(ids.size).toBe(1);
	const shown = desk.simulator.control.phones()[0]?.messages[0]?.header as { url?: string };
	const file = await fetch(shown.url as string);
	expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
});

test('two files are two uploads', async () => {
	const other = Buffer.concat([PNG, Buffer.from('other')]);
	const items = [png(), png(other), png(), png(other)].map((poster, index) =>
		withFile(guest(index, 'poster'), { poster }),
	);

	await desk.send(items, named('poster_image'));

	expect(desk.requests('/media')).toHaveLength(2);
});

test('a document keeps its file name, or takes the one that is given', async () => {
	const pdf = { data: Buffer.from('%PDF-1.4').toString('base64'), mimeType: 'application/pdf' };
	const ticket = { ticket: { ...pdf, fileName: 'E2D4D6D096.pdf' } };
	const { sent, notSent } = await desk.send(
		[
			withFile(guest(1, 'ticket', { event_name: 'X' }), ticket),
			withFile(guest(2, 'ticket', { event_name: 'X', header_filename: 'Your ticket.pdf' }), ticket),
			withFile(guest(3, 'ticket', { event_name: 'X' }), { ticket: pdf }),
		],
		named('ticket_document'),
	);

	expect(notSent).toEqual([]);
	expect(sent).toHaveLength(3);
	expect(headers().map(({ document }) => document.filename)).toEqual(
		expect.arrayContaining(['E2D4D6D096.pdf', 'Your ticket.pdf', undefined]),
	);
});

test('a file of a type WhatsApp does not take is refused before anything is sent', async () => {
	const file = { data: 'R0lGODlh', mimeType: 'image/gif', fileName: 'poster.gif' };
	const { notSent } = await desk.send(
		[withFile(guest(1, 'poster'), { poster: file })],
		named('poster_image'),
	);

	expect(notSent[0]?.json).toMatchObject({
		outcome: 'rejected',
		reason: 'header_media_failed',
		recipient: '…0001',
		meta: { code: 100 },
	});
	expect(desk.requests()).toEqual([]);
});

test('an upload that breaks leaves the item unsent, and the next run sends it', async () => {
	desk.fault({ path: '/media', kind: 'reset', times: 1 });
	const items = [withFile(guest(1, 'poster'), { poster: png() })];

	const first = await desk.send(items, named('poster_image'));
	const second = await desk.send(items, named('poster_image'));

	expect(outcomes(first.notSent)).toEqual([['unsent', 'header_media_failed']]);
	expect(second.sent).toHaveLength(1);
});

test('a file that WhatsApp refuses is not uploaded again for each of a thousand items', async () => {
	desk.fault({ path: '/media', kind: 'error', code: 100 });
	const items = Array.from({ length: 100 }, (_, index) =>
		withFile(guest(index, 'poster'), { poster: png() }),
	);

	const { notSent } = await desk.send(items, named('poster_image'));

	expect(notSent).toHaveLength(100);
	expect(desk.requests('/media').length).toBeLessThanOrEqual(5);
});

test('a link as object, as other nodes give it, is taken', async () => {
	await desk.send([guest(1, { link: 'https://example.com/a.png' })], named('poster_image'));

	expect(headers()).toEqual([{ type: 'image', image: { link: 'https://example.com/a.png' } }]);
});
