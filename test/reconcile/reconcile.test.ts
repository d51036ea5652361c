import { readFileSync } from 'node:fs';
import path from 'node:path';
import { addAmounts } from '../../core/credits';
import { startSimulator, type Simulator } from '../../simulator/index';
import { CATEGORIES, type ByHand } from './by-hand';
import { differenceOf, inCents, reconcile } from './reconcile';

const secondCard = readFileSync(path.join(__dirname, 'fixtures/second-card.csv'), 'utf8');
const whole = JSON.parse(readFileSync(path.join(__dirname, 'by-hand.json'), 'utf8')) as ByHand;

/** Three countries of the twenty: one with a market of its own, one of a region, one dear. */
function few(): ByHand {
	const rows = structuredClone(
		whole.rows.filter(({ country }) => ['BR', 'KE', 'DE'].includes(country)),
	);
	const cells = rows.flatMap((row) => CATEGORIES.map((category) => row[category]));
	return {
		...structuredClone(whole),
		rows,
		messages: cells.reduce((sum, { messages }) => sum + messages, 0),
		total: addAmounts(cells.map(({ total }) => total)),
	};
}

let simulator: Simulator;
beforeEach(async () => {
	simulator = await startSimulator();
});
afterEach(async () => await simulator.close());

it('estimate, analytics and prepaid money agree with what was worked out by hand, on both sides of midnight', async () => {
	const comparisons = await reconcile(simulator, few(), secondCard);
	expect(comparisons.filter((one) => differenceOf(one) !== 0)).toEqual([]);
	expect(comparisons.map(({ what }) => what)).toEqual(
		expect.arrayContaining([
			'DE marketing',
			'total',
			'prepaid balance',
			'after midnight in Asia/Tokyo',
		]),
	);
	expect(comparisons).toHaveLength(9 + 3 + 4);
});

it('differs where one price by hand is another', async () => {
	const wrong = few();
	wrong.rows[0]!.MARKETING.total += 0.0001;
	const comparisons = await reconcile(simulator, wrong, secondCard);
	const differing = comparisons.filter((one) => differenceOf(one) !== 0);
	expect(differing.map((one) => [one.what, differenceOf(one)])).toEqual([['BR marketing', 0.0001]]);
});

it('shows a difference of less than a cent as one', () => {
	expect(inCents(0)).toBe('0.00');
	expect(inCents(0.0001)).toBe('0.01');
	expect(inCents(0.01)).toBe('0.01');
	expect(inCents(differenceOf({ what: 'total', byHand: 1, said: { estimate: NaN } }))).toBe('NaN');
});

describe('what was worked out by hand', () => {
	it('is multiplied out and added up right', () => {
		const tenThousandths = (amount: number) => Math.round(amount * 10_000);
		const cells = whole.rows.flatMap((row) => CATEGORIES.map((category) => row[category]));
		for (const { messages, price, total } of cells)
			expect(tenThousandths(price) * messages).toBe(tenThousandths(total));
		const sum = cells.reduce((all, { total }) => all + tenThousandths(total), 0);
		expect(sum).toBe(tenThousandths(whole.total));
		expect(cells.reduce((all, { messages }) => all + messages, 0)).toBe(1000);
		expect(new Set(whole.rows.map(({ country }) => country)).size).toBe(20);
	});
});
