import { PhoneStore } from './store.ts';
import type { Message, MessageEventData, Status } from './types.ts';

const at = '2026-11-22T10:00:00.000Z';
function update(waId: string, id: string, status: Status = 'accepted'): MessageEventData {
	const message: Message = { id, direction: 'business', at, status };
	return { waId, display: `+${waId}`, name: '', message };
}
const order = (store: PhoneStore): string[] => store.recentFirst().map(({ waId }) => waId);

describe('the phones the page knows', () => {
	it('puts the phone with the newest message first, and lets a status change move nothing', () => {
		const store = new PhoneStore();
		store.apply(update('1', 'a'));
		store.apply(update('2', 'b'));
		expect(order(store)).toEqual(['2', '1']);
		store.apply(update('1', 'a', 'read'));
		expect(order(store)).toEqual(['2', '1']);
		store.apply(update('1', 'c'));
		expect(order(store)).toEqual(['1', '2']);
	});

	it('keeps a later status when an earlier one comes after it', () => {
		const store = new PhoneStore();
		store.apply(update('1', 'a', 'read'));
		expect(store.apply(update('1', 'a', 'sent')).isNew).toBe(false);
		expect(store.get('1')?.messages).toMatchObject([{ status: 'read' }]);
	});

	it('keeps the order of a snapshot and the name it learned', () => {
		const store = new PhoneStore();
		const phone = (waId: string) => ({ waId, display: '', name: 'Aiko', messages: [] });
		store.load([phone('2'), phone('1')]);
		expect(order(store)).toEqual(['2', '1']);
		expect(store.apply(update('1', 'a')).phone.name).toBe('Aiko');
	});

	it('counts what arrived, not what the person wrote, and forgets all on a reset', () => {
		const store = new PhoneStore();
		store.apply(update('1', 'a'));
		const reply = update('1', 'b');
		store.apply({ ...reply, message: { ...reply.message, direction: 'user' } });
		expect(store.unread.get('1')).toBe(1);
		store.clear();
		expect([store.size, store.unread.size]).toEqual([0, 0]);
	});
});
