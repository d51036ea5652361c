/** A body like many platforms send it, to try the mapping with. Made-up people and numbers. */
export const EXAMPLE_BODY = {
	event: 'order.paid',
	when: '2026-11-22T10:00:00Z',
	order: { number: 'A-17', total: 120, paid: true },
	customer: {
		first: 'Aiko',
		last: 'Tanaka',
		mail: 'aiko@example.com',
		mobile: '+81 90-1234-5678',
	},
	show: { id: 'summit-26', title: 'Tokyo Tech Summit', starts: '2026-12-01T10:00:00+09:00' },
	seats: [
		{ id: 't1', kind: 'VIP', holder: { name: 'Aiko Tanaka', mobile: '+81 90-1234-5678' } },
		{ id: 't2', kind: 'VIP', holder: { name: 'Ken Sato', mobile: '+81 90-8765-4321' } },
	],
};
