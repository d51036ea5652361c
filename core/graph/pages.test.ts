import { fixture } from '../testing/fixture';
import { refusal, scriptedTransport } from '../testing/scripted-transport';
import { GraphCallError } from './error';
import { readAllPages, readPage } from './pages';

const request = {
	path: '/v26.0/102290129340398/message_templates',
	query: { limit: '2' },
	timeoutMs: 1000,
};
const pages = fixture<unknown[]>(__dirname, 'template-pages').map((body) => ({ body }));
const next = 'https://graph.facebook.com/next';

describe('one page of a Graph list', () => {
	it('gives the cursor of the next page', async () => {
		const { transport, requests } = scriptedTransport(pages);
		expect(await readPage(transport, 'Reading', request)).toEqual({
			data: [{ id: '1' }, { id: '2' }],
			after: 'MQZDZD',
		});
		expect(requests).toEqual([{ ...request, method: 'GET' }]);
	});

	it('gives no cursor where there is no next page, though Meta sends one', async () => {
		const { transport, requests } = scriptedTransport([pages[1] ?? {}]);
		expect(await readPage(transport, 'Reading', request, 'MQZDZD')).toEqual({
			data: [{ id: '3' }],
			after: undefined,
		});
		expect(requests[0]?.query).toEqual({ limit: '2', after: 'MQZDZD' });
	});

	it.each([[{}], [{ data: null, paging: null }], [{ data: 'x', paging: { next } }]])(
		'is empty where the answer is no list: %j',
		async (body) => {
			const { transport } = scriptedTransport([{ body }]);
			expect(await readPage(transport, 'Reading', request)).toEqual({ data: [], after: undefined });
		},
	);
});

describe('all pages of a Graph list', () => {
	it('are read one after the other', async () => {
		const { transport, requests } = scriptedTransport(pages);
		expect(await readAllPages(transport, 'Reading', request)).toEqual([
			{ id: '1' },
			{ id: '2' },
			{ id: '3' },
		]);
		expect(requests.map(({ query }) => query?.after)).toEqual([undefined, 'MQZDZD']);
	});

	it('end where a server repeats the cursor it was given', async () => {
		const body = { data: [1], paging: { cursors: { after: 'same' }, next } };
		const { transport, requests } = scriptedTransport(() => ({ body }));
		expect(await readAllPages(transport, 'Reading', request)).toEqual([1, 1]);
		expect(requests).toHaveLength(2);
	});

	it('fail where new cursors never end', async () => {
		const { transport, requests } = scriptedTransport((_request, count) => ({
			body: { data: [count], paging: { cursors: { after: `${count}` }, next } },
		}));
		await expect(readAllPages(transport, 'Reading the templates', request, 5)).rejects.toThrow(
			'Reading the templates: the list did not end after 5 pages',
		);
		expect(requests).toHaveLength(5);
	});

	it('fail with Meta’s answer where a page is refused', async () => {
		const { transport } = scriptedTransport([pages[0] ?? {}, refusal(190, { status: 401 })]);
		const failure = await readAllPages(transport, 'Reading', request).catch(
			(error: unknown) => error,
		);
		expect(failure).toBeInstanceOf(GraphCallError);
		expect((failure as GraphCallError).error.class).toBe('auth');
	});
});
