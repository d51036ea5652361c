import { nextChunk } from './next-chunk';
import { quietHours } from './quiet-hours';
import { readRows } from './read-rows';
import type { ResultRow } from './result-row';

const noon = Date.parse('2026-12-01T03:00:00Z');
const row = (place: number, more: Partial<ResultRow> = {}): ResultRow => ({
	...(readRows([
		{ state: 'waiting', row: place, key: `k${place}`, country: 'JP' },
	])[0] as ResultRow),
	...more,
});
const rowsOf = ({ chunk }: { chunk: ResultRow[] }) => chunk.map((one) => one.row);

describe('the next chunk', () => {
	it('is what waits, in the order of the list, and no more than fits', () => {
		const rows = [
			row(3),
			row(1),
			row(2),
			row(4, { state: 'accepted' }),
			row(5, { state: 'left_out' }),
			row(6, { state: 'unknown' }),
		];
		const next = nextChunk(rows, { size: 2, now: noon });
		expect(rowsOf(next)).toEqual([1, 2]);
		expect(next).toMatchObject({ left: 1 });
		expect(next).not.toHaveProperty('nextAt');
	});

	it('waits for the time to send', () => {
		const notBefore = noon + 3_600_000;
		expect(nextChunk([row(1)], { size: 5, now: noon, notBefore })).toEqual({
			chunk: [],
			left: 1,
			nextAt: '2026-12-01T04:00:00.000Z',
		});
	});

	it('leaves out who sleeps, and says when the first of them may be written to', () => {
		const rows = [
			row(1),
			row(2, { country: 'DE' }),
			row(3, { country: 'DE', timeZone: 'Asia/Tokyo' }),
			row(4, { country: '' }),
		];
		const next = nextChunk(rows, {
			size: 5,
			now: noon,
			quiet: quietHours('21:00', '08:00'),
			timeZone: 'America/New_York',
		});
		expect(rowsOf(next)).toEqual([1, 3]);
		expect(next).toMatchObject({ left: 2, nextAt: '2026-12-01T07:00:00.000Z' });
	});

	it('has nobody where nobody waits', () => {
		expect(nextChunk([row(1, { state: 'read' })], { size: 5, now: noon })).toEqual({
			chunk: [],
			left: 0,
		});
	});

	it('has nobody where a chunk could not go on, and says why', () => {
		const why = {
			reason: 'token_refused',
			message: 'The access token is not valid',
			whatToDo: 'Create a new one.',
		};
		expect(
			nextChunk([row(1), row(2, { state: 'unsent', ...why })], { size: 5, now: noon }),
		).toEqual({
			chunk: [],
			left: 2,
			halted: why,
		});
	});

	it('tells the code of the refusal that halted it', () => {
		const refused = row(1, { state: 'unsent', reason: 'refused', code: '132015' });
		expect(nextChunk([refused], { size: 5, now: noon }).halted).toMatchObject({
			...{ reason: 'refused', code: '132015' },
		});
	});
});
