import { Throughput } from './throughput.ts';

describe('the throughput of a number', () => {
	it('lets as many messages through at once as its limit', () => {
		const throughput = new Throughput(() => 80);
		const taken = Array.from({ length: 100 }, () => throughput.take('1', 0));
		expect(taken.filter(Boolean)).toHaveLength(80);
	});

	it('refills by the limit every second', () => {
		const throughput = new Throughput(() => 80);
		for (let n = 0; n < 80; n += 1) throughput.take('1', 0);
		const later = Array.from({ length: 100 }, () => throughput.take('1', 500));
		expect(later.filter(Boolean)).toHaveLength(40);
	});

	it('counts each number on its own, by its own limit', () => {
		const throughput = new Throughput((id) => (id === 'fast' ? 1000 : 80));
		const take = (id: string) => Array.from({ length: 1100 }, () => throughput.take(id, 0));
		expect(take('fast').filter(Boolean)).toHaveLength(1000);
		expect(take('slow').filter(Boolean)).toHaveLength(80);
	});
});
