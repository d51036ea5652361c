import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { named, outcomes, person, phone, useDesk, values } from './desk';

const desk = useDesk();
const template = 'attendee_registration_confirmation';

let persons = 0;

/** Sends to somebody new; the language it went out in, or the whole refusal. */
const sendIn = async (item: IDataObject, more: INodeParameters = named(template)) => {
	const { sent, notSent } = await desk.send([person(phone(++persons), item)], more);
	return sent[0]?.json.language ?? notSent[0]?.json;
};

test('the list’s choice carries its language', async () => {
	const chosen = { template: { __rl: true, mode: 'list', value: `${template}:ja` } };
	expect(await sendIn({}, chosen)).toBe('ja');
	expect(await sendIn({ language: 'en', languages: ['en'] }, chosen)).toBe('ja');
});

test('a name may carry a language, also by expression', async () => {
	expect(await sendIn({}, named(`${template}:ja`))).toBe('ja');
	expect(await sendIn({ wish: `${template}:ja` }, named('={{ $json.wish }}'))).toBe('ja');
});

test('the option Language wins over list, name and item', async () => {
	const more = { ...named(`${template}:en`), options: { language: 'ja' } };
	expect(await sendIn({ language: 'en' }, more)).toBe('ja');
});

test('a name alone takes the item’s language', async () => {
	expect(await sendIn({ language: 'ja' })).toBe('ja');
	expect(await sendIn({ language: 'ja-JP' })).toBe('ja');
});

test('of the item’s languages the first with a translation is sent', async () => {
	expect(await sendIn({ language: 'fr', languages: ['fr_CA', 'fr', 'ja', 'en'] })).toBe('ja');
});

test('a translation that is not approved is passed over for the next language', async () => {
	desk.simulator.control.changeTemplate(template, 'ja', { status: 'PAUSED' });
	expect(await sendIn({ languages: ['ja', 'en'] })).toBe('en');
});

test('where no language fits, the refusal of the last is reported', async () => {
	expect(await sendIn({ language: 'fr', languages: ['fr', 'de'] })).toMatchObject({
		outcome: 'skipped',
		reason: 'template_language',
		message: expect.stringContaining('has no translation in de'),
	});
});

test('languages that are no list, or an empty one, leave the item’s language', async () => {
	expect(await sendIn({ language: 'ja', languages: 'en' })).toBe('ja');
	expect(await sendIn({ language: 'ja', languages: [] })).toBe('ja');
	expect(await sendIn({ language: 'ja', languages: [null, 7, ''] })).toMatchObject({
		reason: 'template_language',
	});
});

test('with values as fields the item’s language is somebody else’s field, and is not read', async () => {
	const fields = {
		...named(template),
		variablesFrom: 'fields',
		variables: { mappingMode: 'defineBelow', value: values },
	};
	const { notSent } = await desk.send([person(phone(1), { language: 'ja' })], fields);
	expect(outcomes(notSent)).toEqual([['skipped', 'template_language']]);
});
