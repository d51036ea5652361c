import { readOptOutRows } from './opt-out-rows';
import { personKey } from './person-key';

const KEY = 'instance/1';
const aiko = personKey('+819012345678', KEY) as string;
const ken = personKey('+818098765432', KEY) as string;

const read = (value: unknown, country?: string) => readOptOutRows(value, KEY, country);

describe('people who opted out', () => {
	it.each([
		['rows of the table', [{ person: aiko, choice: 'stop', by: 'word', since: '2026-11-20' }]],
		['n8n’s items of them', [{ json: { person: aiko, choice: 'stop' }, pairedItem: { item: 0 } }]],
		['their JSON', JSON.stringify([{ person: aiko, choice: 'stop' }])],
		['one row alone', { person: aiko, choice: 'stop' }],
		['hashes', [aiko]],
		['phone numbers', ['+81 90-1234-5678']],
		['rows with phone numbers', [{ phone: '+81 90-1234-5678', name: 'Aiko' }]],
		['numbers of a sheet, which lost their +', [819012345678]],
	])('are %s', async (_what, value) => {
		expect(await read(value).has(aiko)).toBe(true);
		expect(await read(value).has(ken)).toBe(false);
	});

	it('are found by numbers of the country they are written in', async () => {
		expect(await read(['090-1234-5678'], 'JP').has(aiko)).toBe(true);
	});

	it('may have come back', async () => {
		const rows = [
			{ person: aiko, choice: 'start' },
			{ person: ken, choice: 'stop' },
		];
		expect(await read(rows).has(aiko)).toBe(false);
		expect(await read(rows).has(ken)).toBe(true);
	});

	it.each([undefined, null, '', ' ', [], [{}], [{ json: {} }], [{ person: '', choice: '' }]])(
		'are nobody: %j',
		async (value) => expect(await read(value).has(aiko)).toBe(false),
	);

	it.each(['somebody', '{"person"', [{ Telephone: '+819012345678' }]])(
		'must be readable, or somebody would get what they do not want: %j',
		(value) => expect(() => read(value)).toThrow('People Who Opted Out'),
	);
});
