import type { MessageTemplate } from '../templates/template';
import { automationIds } from './automations';
import { setSwitches, switchAnswer } from './set-switches';
import { switchboard, type SwitchboardFacts } from './switchboard';

const template = (name: string, status = 'APPROVED') =>
	({ name, language: 'en', status }) as MessageTemplate;

const REGISTRATION = 'attendee.registration_confirmed';
const registration = template('attendee_registration_confirmation');

const board = (facts: Partial<SwitchboardFacts> = {}) =>
	switchboard({ rows: [], templates: [registration], ...facts });

test('what is wanted stays on, the rest is switched off, and the table holds all ten', () => {
	const { rows, refused } = setSwitches(board(), [REGISTRATION]);

	expect(refused).toEqual([]);
	expect(rows).toHaveLength(10);
	expect(rows.filter(({ on }) => on)).toEqual([
		{
			...{ event: '', automation: REGISTRATION, on: true, changed: false },
			...{ template: 'attendee_registration_confirmation', templateStatus: 'APPROVED' },
		},
	]);
});

test('a trigger whose template is not approved is not switched on, and says why', () => {
	const off = automationIds.map((automation) => ({ event: '', automation, on: false }));
	const lines = board({
		rows: off,
		templates: [registration, template('attendee_ticket_reassigned', 'PENDING')],
	});
	const { rows, refused } = setSwitches(lines, [
		'Registration confirmation (attendee)',
		'attendee.ticket_reassigned',
		'sponsor.welcomed',
	]);

	expect(rows.filter(({ on }) => on).map(({ automation }) => automation)).toEqual([REGISTRATION]);
	expect(refused.map(({ message }) => message)).toEqual([
		expect.stringMatching(/“attendee_ticket_reassigned” is not approved \(pending\)/),
		expect.stringMatching(/no template “sponsor_welcome”/),
	]);
});

test('one that is on already is not refused, so that saving the page twice changes nothing', () => {
	const lines = board({ templates: [] });

	expect(setSwitches(lines, automationIds).refused).toEqual([]);
});

test('for one event only the exceptions are written', () => {
	const { rows } = setSwitches(
		board({ event: 'Test Conf' }),
		automationIds.slice(1),
		' Test Conf ',
	);

	expect(rows).toMatchObject([{ event: 'Test Conf', automation: REGISTRATION, on: false }]);
});

test('what is off for all events cannot be on for one', () => {
	const rows = [{ event: '', automation: REGISTRATION, on: false } as const];
	const { refused } = setSwitches(board({ rows, event: 'Test Conf' }), automationIds, 'Test Conf');

	expect(refused).toMatchObject([{ message: expect.stringMatching(/off for all events/) }]);
});

test('whoever saved the switchboard is told what has become of it', () => {
	const lines = board({ rows: [{ event: '', automation: 'sponsor.welcomed', on: false }] });
	const wanted = automationIds.filter((id) => id !== 'buyer.order_cancelled');

	expect(switchAnswer(setSwitches(lines, wanted))).toEqual({
		title: 'Not everything could be switched on',
		message: expect.stringMatching(
			/^Switched off: Order cancelled[^,]*\.\n\nSponsor welcome.*: The account has no template/i,
		),
	});
	expect(switchAnswer({ rows: [], refused: [] }).message).toBe('Nothing was changed.');
});
