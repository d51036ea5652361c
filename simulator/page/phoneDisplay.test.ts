import { businessOf, hueOf, initialsOf, matches, previewOf, titleOf } from './phoneDisplay.ts';
import type { Message, Phone } from './types.ts';

const at = '2026-11-22T10:00:00.000Z';
const message = (body: string): Message => ({ id: 'wamid.1', direction: 'business', at, body });
const phone: Phone = {
	waId: '819012345678',
	display: '+81 90-1234-5678',
	name: 'Aiko Tanaka',
	messages: [],
};

describe('how a phone is shown', () => {
	it('takes initials from the first and the last name, in any script', () => {
		expect(
			['Aiko Tanaka', 'Ana de la Cruz', '田中 愛子', 'Summit 2026', '  ', '🎉 Zoe'].map(initialsOf),
		).toEqual(['AT', 'AC', '田愛', 'S', '', 'Z']);
	});

	it('keeps one colour per number', () => {
		expect(hueOf('819012345678')).toBe(hueOf('819012345678'));
		expect(hueOf('819012345678')).not.toBe(hueOf('819012345679'));
	});

	it('shows the number where there is no name', () => {
		expect(titleOf({ ...phone, name: ' ' })).toBe('+81 90-1234-5678');
		expect(titleOf({ waId: '15550100', display: '', name: '' })).toBe('+15550100');
	});

	it('previews without marks or line breaks, and does not cut an emoji in half', () => {
		expect(previewOf(message('Hi *Aiko*,\n\nyour _ticket_'))).toBe('Hi Aiko, your ticket');
		expect([...previewOf(message('🎟'.repeat(200)))]).toHaveLength(120);
	});

	it('finds a phone by part of the name or of the number', () => {
		const found = ['tana', '+81 90', '090-1234', '5678', ''].map((query) => matches(phone, query));
		expect(found).toEqual([true, true, true, true, true]);
		expect(matches(phone, 'bob')).toBe(false);
	});

	it('names the chat after the business that wrote last', () => {
		const from = { phoneNumberId: '1', display: '+1 555', name: 'Test Conf' };
		expect(businessOf({ ...phone, messages: [{ ...message('a'), from }, message('b')] })).toBe(
			from,
		);
		expect(businessOf(phone)).toBeUndefined();
	});
});
