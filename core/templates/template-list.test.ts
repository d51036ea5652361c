import { FakeClock } from '../testing/fake-clock';
import { refusal, scriptedTransport, type ScriptedAnswer } from '../testing/scripted-transport';
import { TemplateList } from './template-list';

const MINUTE = 60_000;

const template = (name: string, more: object = {}) => ({
	id: name,
	name,
	language: 'en',
	status: 'APPROVED',
	category: 'UTILITY',
	components: [{ type: 'BODY', text: 'Doors open at nine.' }],
	...more,
});

const page = (templates: object[], next?: string): ScriptedAnswer => ({
	body: {
		data: templates,
		paging: next ? { next: 'https://next', cursors: { after: next } } : {},
	},
});

function listOf(answers: ScriptedAnswer[]) {
	const clock = new FakeClock();
	const list = new TemplateList(clock);
	const { transport, requests } = scriptedTransport(answers);
	const source = { transport, version: 'v26.0', businessAccountId: '1', timeoutMs: 1000 };
	const names = async (wanted = {}, after?: string) =>
		(await list.page('a', source, wanted, after)).templates.map(({ name }) => name);
	return { clock, list, source, requests, names };
}

const many = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) =>
		template(`mass_${String(from + index).padStart(4, '0')}`),
	);

describe('the list of templates', () => {
	it('has those of every page, in the order of their names', async () => {
		const { names, requests } = listOf([
			page([template('b'), template('d')], 'p2'),
			page([template('c'), template('a')]),
		]);

		expect(await names()).toEqual(['a', 'b', 'c', 'd']);
		expect(requests.map(({ query }) => query?.after)).toEqual([undefined, 'p2']);
	});

	it('is read once for everything that is typed within a minute', async () => {
		const { clock, names, requests } = listOf([page([template('a')]), page([template('b')])]);
		await Promise.all([names({ search: 'a' }), names({ search: 'ab' })]);
		await clock.advance(MINUTE - 1);
		expect(await names({ search: 'a' })).toEqual(['a']);
		expect(requests).toHaveLength(1);

		await clock.advance(1);
		expect(await names({ search: 'b' })).toEqual(['b']);
	});

	it('is read again when it is opened, since somebody may just have approved a template', async () => {
		const { clock, names, requests } = listOf([page([template('a')]), page([template('b')])]);
		await names();
		await clock.advance(4_999);
		expect(await names()).toEqual(['a']);
		await clock.advance(1);
		expect(await names()).toEqual(['b']);
		expect(requests).toHaveLength(2);
	});

	it.each([
		['the name', 'ticket_update', ['ticket_update']],
		['words of the name', 'update ticket', ['ticket_update']],
		['the text, in capitals too', 'GARE du', ['salle']],
		['the language', 'fr', ['salle']],
		['nothing', '  ', ['salle', 'ticket_update']],
		['what nobody has', 'zebra', []],
	])('is searched by %s', async (_, search, found) => {
		const { names } = listOf([
			page([
				template('ticket_update'),
				template('salle', {
					language: 'fr',
					components: [{ type: 'BODY', text: 'Gare du Nord' }],
				}),
			]),
		]);

		expect(await names({ search })).toEqual(found);
	});

	it('is narrowed to a status', async () => {
		const { names } = listOf([page([template('a'), template('b', { status: 'PAUSED' })])]);

		expect(await names({ status: 'PAUSED' })).toEqual(['b']);
	});

	it('comes in pages of a hundred, each template once', async () => {
		const { list, source } = listOf([
			page(many(100), 'p2'),
			page(many(100, 100), 'p3'),
			page(many(5, 200)),
		]);
		const seen: string[] = [];
		let after: string | undefined;
		do {
			const next = await list.page('a', source, {}, after);
			expect(next.templates.length).toBeLessThanOrEqual(100);
			seen.push(...next.templates.map(({ name }) => name));
			after = next.after;
		} while (after);

		expect(seen).toHaveLength(205);
		expect(new Set(seen).size).toBe(205);
	});

	it('is searched by Meta where there are thousands', async () => {
		const pages = Array.from({ length: 21 }, (_, index) =>
			page(many(100, index * 100), `p${index}`),
		);
		const { names, requests } = listOf([
			...pages,
			page([template('found')]),
			page([template('again')]),
		]);

		expect(await names({ search: 'found', status: 'APPROVED' })).toEqual(['found']);
		expect(requests.at(-1)?.query).toMatchObject({ name_or_content: 'found', status: 'APPROVED' });
		expect(await names({ search: 'again' }, 'p7')).toEqual(['again']);
		expect(requests).toHaveLength(23);
		expect(requests.at(-1)?.query).toMatchObject({ after: 'p7' });
	});

	it('is read again after a failure, and after somebody changed a template', async () => {
		const { list, names } = listOf([
			refusal(190, {}),
			page([template('a')]),
			page([template('a'), template('b')]),
		] as ScriptedAnswer[]);
		await expect(names()).rejects.toThrow();
		expect(await names()).toEqual(['a']);

		list.forget('a');
		expect(await names()).toEqual(['a', 'b']);
	});
});
