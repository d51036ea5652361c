import { named, outcomes, person, phone, useDesk, values } from './desk';

const desk = useDesk();

const skipped = async (
	...[item, more]: [Record<string, unknown>, Parameters<typeof desk.send>[1]?]
) => {
	const { sent, notSent } = await desk.send([item as never], more);
	expect(sent).toEqual([]);
	expect(desk.requests()).toEqual([]);
	expect(String(notSent[0]?.json.whatToDo)).toMatch(/^[A-Z].*\.$/s);
	return notSent[0]?.json;
};

describe('the phone', () => {
	test.each([
		['missing', '', 'phone_missing'],
		['missing', null, 'phone_missing'],
		['missing', ['+819012345678'], 'phone_missing'],
		['without country', '09012345678', 'phone_no_country'],
		['no phone', '+81 123', 'phone_invalid'],
		['no phone', 'call me', 'phone_invalid'],
	])('that is %s (%j) skips the item: %s', async (_, to, reason) => {
		const json = await skipped(person(to));
		expect(json).toMatchObject({ outcome: 'skipped', reason });
	});

	test('is shown with its last four digits only', async () => {
		expect(await skipped(person('090-1234-5678'))).toMatchObject({
			recipient: '…5678',
			message: 'The phone number …5678 has no country code',
		});
	});
});

describe('a variable', () => {
	test.each([
		['missing', undefined],
		['blank', ' \n'],
		['null', null],
		['a calculation that failed', Number.NaN],
	])('that is %s skips the item and names the variable', async (_, first_name) => {
		const json = await skipped(person(phone(1), { variables: { ...values, first_name } as never }));

		expect(json).toMatchObject({ outcome: 'skipped', reason: 'variable_missing' });
		expect(json?.message).toContain('First Name is empty');
		expect(json?.whatToDo).toContain('first_name');
	});

	test('that is a list skips the item', async () => {
		const variables = { ...values, first_name: ['Aiko'] };
		expect(await skipped(person(phone(1), { variables }))).toMatchObject({
			outcome: 'skipped',
			reason: 'variable_invalid',
		});
	});

	test('several that are missing are all named', async () => {
		const json = await skipped(person(phone(1), { variables: { first_name: 'Aiko', venue: 'x' } }));
		expect(json?.message).toBe('Event Name is empty; Event Date is empty; Ticket Name is empty');
	});
});

describe('values that are no object', () => {
	test.each([
		['a number', 5],
		['true', true],
		['text that is no JSON', '{"first_name": '],
		['JSON of a number', '5'],
	])('(%s) skip the item', async (_, variables) => {
		const json = await skipped(person(phone(1), { variables }));
		expect(json).toMatchObject({
			outcome: 'skipped',
			reason: 'input_invalid',
			message: 'Values by Name is not an object, e.g. {"first_name": "Aiko"}',
		});
	});

	test('do not stop the items after them', async () => {
		const items = [person(phone(1), { variables: 5 }), person(phone(2))];
		const { sent, notSent } = await desk.send(items);
		expect(sent).toHaveLength(1);
		expect(outcomes(notSent)).toEqual([['skipped', 'input_invalid']]);
	});
});

describe('the template', () => {
	test.each([
		['does not exist', 'no_such_template', 'template_unknown'],
		['is in review', 'schedule_change_pending', 'template_not_approved'],
		['was rejected', 'lottery_rejected', 'template_not_approved'],
		['was disabled', 'newsletter_disabled', 'template_not_approved'],
		['is paused', 'survey_paused', 'template_paused'],
		['has no such translation', 'hello_world:ja', 'template_language'],
		['has several and none is asked for', 'buyer_registration_confirmation', 'template_language'],
	])('that %s (%s) skips the item: %s', async (_, name, reason) => {
		const json = await skipped(person(), named(name));
		expect(json).toMatchObject({ outcome: 'skipped', reason, recipient: '…0001' });
		expect(json?.message).toBeTruthy();
	});

	test.each(['', null])('that an expression leaves empty (%j) skips the item', async (template) => {
		const json = await skipped(person(phone(1), { template }), named('={{ $json.template }}'));
		expect(json).toMatchObject({ reason: 'template_missing', message: 'No template is chosen' });
	});

	test('that a name only resembles is not sent', async () => {
		expect(await skipped(person(), named('attendee_registration'))).toMatchObject({
			reason: 'template_unknown',
		});
	});

	test('that is paused while one waits is seen by the next run by hand', async () => {
		await desk.send([person(phone(1))], {}, { mode: 'manual' });
		desk.simulator.control.changeTemplate('attendee_registration_confirmation', 'en', {
			status: 'PAUSED',
		});
		const { notSent } = await desk.send([person(phone(2))], {}, { mode: 'manual' });
		expect(outcomes(notSent)).toEqual([['skipped', 'template_paused']]);
	});
});

describe('header media', () => {
	test('that are missing skip the item', async () => {
		const json = await skipped(
			{ to: phone(1), variables: { first_name: 'Ann' } },
			named('poster_image'),
		);
		expect(json).toMatchObject({ outcome: 'skipped', reason: 'header_media_missing' });
	});

	test('of a file field the item does not have skip the item', async () => {
		const variables = { first_name: 'Ann', header_media: 'poster' };
		const json = await skipped({ to: phone(1), variables }, named('poster_image'));
		expect(json).toMatchObject({ outcome: 'skipped', reason: 'header_media_missing' });
		expect(json?.message).toContain('poster');
	});
});
