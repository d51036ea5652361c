import type { Json } from '../../engine/json';
import { outcomes, people, person, phone, useDesk } from './desk';

const desk = useDesk();

test('a message Meta refuses is rejected, with all Meta said and what to do', async () => {
	desk.fault({ kind: 'error', code: 131030, times: 1 });

	const { sent, notSent, hints } = await desk.send(people(3), { options: { concurrency: 1 } });

	expect(sent).toHaveLength(2);
	expect(notSent[0]?.json).toMatchObject({
		outcome: 'rejected',
		reason: 'refused',
		recipient: '…0001',
		meta: { code: 131030, class: 'recipient', httpStatus: 400 },
	});
	const { meta, message, whatToDo } = notSent[0]?.json as Json;
	expect(meta.fbtraceId).toMatch(/\w{5,}/);
	expect(message).toContain(`(code 131030, fbtrace_id ${meta.fbtraceId})`);
	expect(whatToDo).toMatch(/\.$/);
	expect(hints).toEqual(['1 of 3 were not sent: 1 rejected (refused)']);
});

test('what was refused may be sent by the next run, under the same key', async () => {
	desk.fault({ kind: 'error', code: 131030, times: 1 });
	await desk.send([person()]);

	const { sent } = await desk.send([person()]);

	expect(sent).toHaveLength(1);
});

test('a refusal for speed is waited for and then sent, once', async () => {
	desk.fault({ kind: 'error', code: 130429, times: 1 });

	const { sent } = await desk.send([person()]);

	expect(sent).toHaveLength(1);
	expect(desk.requests().map(({ status }) => status)).toEqual([400, 200]);
	expect(desk.stats).toMatchObject({ accepted: 1, twice: 0 });
});

test('a template that is refused for one is not tried with the others', async () => {
	desk.fault({ kind: 'error', code: 132015 });

	const { sent, notSent } = await desk.send(people(100), { options: { concurrency: 4 } });

	expect(sent).toEqual([]);
	expect(notSent[0]?.json).toMatchObject({ outcome: 'rejected', meta: { code: 132015 } });
	expect(outcomes(notSent).at(-1)).toEqual(['unsent', 'template_refused']);
	expect(desk.requests().length).toBeLessThanOrEqual(8);
});

test('after a refusal the template is read afresh', async () => {
	desk.fault({ kind: 'error', code: 132015, times: 1 });
	await desk.send([person()]);
	desk.simulator.control.changeTemplate('attendee_registration_confirmation', 'en', {
		status: 'PAUSED',
	});

	const { notSent } = await desk.send([person()]);

	expect(outcomes(notSent)).toEqual([['skipped', 'template_paused']]);
});

describe('a token that expired', () => {
	const expire = () => desk.simulator.control.change({ token: { state: 'expired' } });

	test('before the run leaves everything unsent, with few requests', async () => {
		expire();

		const { sent, notSent, hints } = await desk.send(people(500));

		expect(sent).toEqual([]);
		expect(new Set(outcomes(notSent).map(String))).toEqual(new Set(['unsent,token_refused']));
		expect(notSent[0]?.json).toMatchObject({
			meta: { class: 'auth', code: 190, subcode: 463, httpStatus: 401 },
			recipient: '…0001',
		});
		expect(desk.requests('')).not.toHaveLength(0);
		expect(desk.requests('').length).toBeLessThanOrEqual(4);
		expect(hints).toEqual(['500 of 500 were not sent: 500 unsent (token_refused)']);
	});

	test('between two runs halts the batch, and the next run sends it', async () => {
		await desk.send([person(phone(999))]);
		expire();
		const before = desk.requests().length;

		const { sent, notSent } = await desk.send(people(300), { options: { concurrency: 10 } });

		expect(sent).toEqual([]);
		expect(outcomes(notSent)[0]).toEqual(['unsent', 'token_refused']);
		expect(outcomes(notSent).at(-1)).toEqual(['unsent', 'batch_halted']);
		expect(notSent.every(({ json }) => json.outcome === 'unsent')).toBe(true);
		expect(desk.requests().length - before).toBeLessThanOrEqual(20);

		desk.simulator.control.change({ token: { state: 'valid' } });
		const again = await desk.send(people(300));
		expect(again.sent).toHaveLength(300);
		expect(desk.stats).toMatchObject({ accepted: 301, twice: 0 });
	});
});

test('a token without the permission halts the batch and says which permission', async () => {
	await desk.send([person(phone(999))]);
	desk.simulator.control.change({ token: { state: 'missing_permission' } });

	const { notSent } = await desk.send(people(50), { options: { concurrency: 5 } });

	expect(notSent).toHaveLength(50);
	expect(notSent[0]?.json).toMatchObject({ meta: { code: 131005, class: 'permission' } });
	expect(outcomes(notSent).at(-1)).toEqual(['unsent', 'batch_halted']);
	expect(desk.requests().length).toBeLessThan(20);
});

test('templates that cannot be read leave the items unsent, and are not asked for each of them', async () => {
	desk.fault({ path: '/message_templates', kind: 'html', httpStatus: 502 });

	const { notSent } = await desk.send(people(200));

	expect(new Set(outcomes(notSent).map(String))).toEqual(new Set(['unsent,template_unreadable']));
	expect(notSent[0]?.json.whatToDo).toMatch(/API address/);
	expect(desk.requests('/message_templates').length).toBeLessThanOrEqual(5);
	expect(desk.requests()).toEqual([]);
});

test('a template that could not be read once is read again for the items that follow', async () => {
	desk.fault({ path: '/message_templates', kind: 'reset', times: 1 });

	const { sent, notSent } = await desk.send(people(5));

	expect(sent).toHaveLength(4);
	expect(outcomes(notSent)).toEqual([['unsent', 'template_unreadable']]);
});
