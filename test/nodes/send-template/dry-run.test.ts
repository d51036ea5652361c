import { indexes, named, outcomes, people, person, phone, useDesk, values } from './desk';

const desk = useDesk();
const options = { dryRun: true };

test('a dry run sends nothing and shows what would be sent', async () => {
	const { sent, notSent } = await desk.send([person('+81 90-1234-5678')], { options });

	expect(notSent).toEqual([]);
	expect(sent[0]?.json).toMatchObject({
		outcome: 'would_send',
		dryRun: true,
		recipient: '…5678',
		country: 'JP',
		template: 'attendee_registration_confirmation',
		language: 'en',
		category: 'UTILITY',
		text: {
			header: 'You are registered',
			body: expect.stringContaining('Hi Aiko, you are registered for *Tokyo Tech Summit*.'),
			footer: 'Sent because you registered for this event',
		},
	});
	expect(desk.requests()).toEqual([]);
});

test('a dry run finds what would be skipped', async () => {
	const { sent, notSent, hints } = await desk.send(
		[
			person(),
			person('0901234'),
			person(phone(2), { variables: { ...values, venue: '' } }),
			person(phone(3), { variables: 7 }),
		],
		{ options },
	);

	expect(indexes(sent)).toEqual([0]);
	expect(outcomes(notSent)).toEqual([
		['skipped', 'phone_no_country'],
		['skipped', 'variable_missing'],
		['skipped', 'input_invalid'],
	]);
	expect(hints[0]).toContain('3 of 4');
});

test('a dry run leaves no trace: the run after it sends', async () => {
	await desk.send(people(3), { options });
	expect(desk.engine.storedKeys.rows.size).toBe(0);

	expect((await desk.send(people(3))).sent).toHaveLength(3);
});

test('a dry run uploads no file, and needs none', async () => {
	const variables = { first_name: 'Ann', header_media: 'poster' };
	const { sent } = await desk.send([person(phone(1), { variables })], {
		...named('poster_image'),
		options,
	});

	expect(outcomes(sent)).toEqual([['would_send', undefined]]);
	expect(desk.requests('/media')).toEqual([]);
});

test('a dry run notices header media that are missing', async () => {
	const { notSent } = await desk.send([person(phone(1), { variables: { first_name: 'Ann' } })], {
		...named('poster_image'),
		options,
	});

	expect(outcomes(notSent)).toEqual([['skipped', 'header_media_missing']]);
});

test('a dry run finds whom a batch names twice', async () => {
	const { sent, notSent } = await desk.send([person(), person()], { options });

	expect(sent).toHaveLength(1);
	expect(outcomes(notSent)).toEqual([['duplicate', 'same_batch']]);
});
