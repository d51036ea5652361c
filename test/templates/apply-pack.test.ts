import type { TemplateDefinition } from '../../core/templates/definition';
import { Desk, packFiles, tally } from './desk';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let desk: Desk;
const pack = packFiles();
beforeEach(async () => {
	desk = await Desk.open();
});
afterEach(async () => await desk.close());

const confirmation = () =>
	structuredClone(
		pack.find(
			({ name, language }) => name === 'attendee_registration_confirmation' && language === 'en',
		),
	) as TemplateDefinition;

const withBody = (definition: TemplateDefinition, from: string, to: string) => ({
	...definition,
	body: definition.body?.replace(from, to),
});

async function approvedPack(): Promise<void> {
	await desk.apply(pack);
	desk.simulator.control.approvePending();
}

it('creates the pack in an empty account: forty templates, all pending', async () => {
	const results = await desk.apply(pack);

	expect(tally(results)).toEqual({ created: 40 });
	expect(results.every(({ status, settled }) => status === 'pending' && settled === false)).toBe(
		true,
	);
	expect(desk.simulator.control.templates()).toHaveLength(40);
});

it('plans nothing the second time, in review as well as approved', async () => {
	await desk.apply(pack);
	expect(tally(await desk.apply(pack))).toEqual({ unchanged: 40 });

	desk.simulator.control.approvePending();
	const results = await desk.apply(pack, { dryRun: true });

	expect(tally(results)).toEqual({ unchanged: 40 });
	expect(results.every(({ approved }) => approved)).toBe(true);
	expect(desk.changes().filter((call) => call.startsWith('POST'))).toHaveLength(40);
});

it('plans an edit where one body changed, and changes nothing in a dry run', async () => {
	await approvedPack();
	const changed = withBody(confirmation(), 'See you there!', 'We look forward to it!');

	const [planned] = await desk.apply([changed], { dryRun: true });

	expect(planned).toMatchObject({ outcome: 'planned', action: 'edit', changes: ['body'] });
	expect(desk.changes()).toHaveLength(40);
	expect(desk.status(changed.name, 'en')).toBe('APPROVED');
});

it('edits, and refuses another edit on the same day with the time it will be possible', async () => {
	await approvedPack();
	const once = withBody(confirmation(), 'See you there!', 'We look forward to it!');
	const [edited] = await desk.apply([once]);
	expect(edited).toMatchObject({ outcome: 'edited', status: 'pending', changes: ['body'] });
	const editedAt = desk.now;
	desk.simulator.control.actOnTemplate(once.name, 'en', 'approve');

	desk.wait(2 * HOUR);
	const twice = withBody(once, 'We look forward to it!', 'Until then!');
	const [planned] = await desk.apply([twice], { dryRun: true });
	const [refused] = await desk.apply([twice]);

	for (const result of [planned, refused]) {
		expect(result).toMatchObject({ outcome: 'waiting', reason: 'edited_recently', approved: true });
		const possible = Date.parse(result?.possibleAt ?? '');
		expect(possible).toBeGreaterThanOrEqual(editedAt + DAY);
		expect(possible).toBeLessThanOrEqual(editedAt + DAY + HOUR);
	}
	expect(refused?.error?.subcode).toBe(2388124);
	const time = refused?.possibleAt?.slice(0, 16).replace('T', ' ');
	expect(refused?.whatToDo).toBe(`Run this again from ${time} UTC.`);
	expect(refused?.message).toMatch(/once in 24 hours .* \(code 100, subcode 2388124, fbtrace_id /);

	desk.wait(Date.parse(refused?.possibleAt ?? '') - desk.now);
	expect(await desk.apply([twice])).toMatchObject([{ outcome: 'edited' }]);
});

it('does not edit what is in review', async () => {
	await desk.apply(pack);
	const changed = withBody(confirmation(), 'See you there!', 'Until then!');

	expect(await desk.apply([changed])).toMatchObject([
		{ outcome: 'waiting', reason: 'in_review', status: 'pending', changes: ['body'] },
	]);
	expect(desk.changes()).toHaveLength(40);
});

it('refuses to create again what was deleted, until the block ends', async () => {
	await approvedPack();
	const definition = confirmation();
	const deletedAt = desk.now;
	const [deleted] = await desk.run('delete', [{ template: `${definition.name}:en` }]);
	expect(deleted).toMatchObject({ outcome: 'deleted', status: 'deleted', settled: true });

	for (const options of [{ dryRun: true }, {}]) {
		const [refused] = await desk.apply([definition], options);
		expect(refused).toMatchObject({ outcome: 'waiting', reason: 'name_blocked' });
		const possible = Date.parse(refused?.possibleAt ?? '');
		expect(possible).toBeGreaterThanOrEqual(deletedAt + 30 * DAY);
		expect(possible).toBeLessThanOrEqual(deletedAt + 31 * DAY);
	}

	desk.wait(31 * DAY);
	expect(await desk.apply([definition])).toMatchObject([{ outcome: 'created' }]);
});

it('deletes one language, all where that is said, and nothing twice', async () => {
	await approvedPack();
	const [refused] = await desk.run('delete', [{ template: 'sponsor_welcome' }]);
	expect(refused).toMatchObject({ outcome: 'refused', reason: 'language_missing' });

	const one = await desk.run('delete', [{ template: 'sponsor_welcome', language: 'ja' }]);
	expect(one).toMatchObject([{ outcome: 'deleted', language: 'ja' }]);
	const rest = await desk.run('delete', [{ template: 'sponsor_welcome' }], { allLanguages: true });
	expect(rest.map(({ language }) => language).sort()).toEqual(['en', 'es', 'pt_BR']);
	const again = await desk.run('delete', [{ template: 'sponsor_welcome' }]);
	expect(again).toMatchObject([{ outcome: 'unchanged' }]);
	expect(desk.simulator.control.templates()).toHaveLength(36);
});

it('knows that a name is blocked in every language once the last of them is deleted', async () => {
	const english = { ...confirmation(), name: 'only_english' };
	await desk.apply([english], { ignoreCheck: true });
	desk.simulator.control.approvePending();
	await desk.run('delete', [{ template: 'only_english' }]);

	const japanese = { ...english, language: 'ja' };
	for (const options of [{ dryRun: true }, {}]) {
		const [refused] = await desk.apply([japanese], { ...options, ignoreCheck: true });
		expect(refused).toMatchObject({
			outcome: 'waiting',
			reason: 'name_blocked',
			possibleAt: expect.stringMatching(/^\d{4}-/),
		});
	}
});

it('says deletion in progress while messages are on their way', async () => {
	desk.simulator.control.change({ templates: { deletion: 'pending' } });
	await approvedPack();

	const [deleted] = await desk.run('delete', [{ template: 'sponsor_welcome:en' }]);
	expect(deleted).toMatchObject({ outcome: 'deleted', status: 'deletionInProgress' });
	const welcome = pack.find(
		({ name, language }) => name === 'sponsor_welcome' && language === 'en',
	);
	expect(await desk.apply([welcome])).toMatchObject([
		{ outcome: 'waiting', reason: 'being_deleted', status: 'deletionInProgress' },
	]);
});

it('stops at the limit of the account and at a hundred creations an hour', async () => {
	desk.simulator.control.change({ templates: { limit: 30 } });
	const planned = await desk.apply(pack, { dryRun: true });
	expect(tally(planned)).toEqual({ planned: 30, waiting: 10 });
	const results = await desk.apply(pack);
	expect(tally(results)).toEqual({ created: 30, waiting: 10 });
	expect(results.at(-1)?.reason).toBe('template_limit');

	desk.simulator.control.change({ templates: { limit: 250, createsPerHour: 35 } });
	const more = await desk.apply(pack);
	expect(tally(more)).toEqual({ unchanged: 30, created: 5, waiting: 5 });
	expect(more.at(-1)).toMatchObject({ reason: 'creation_rate' });
	expect(Date.parse(more.at(-1)?.possibleAt ?? '')).toBeGreaterThan(desk.now);

	desk.wait(HOUR);
	expect(tally(await desk.apply(pack))).toEqual({ unchanged: 35, created: 5 });
});

it('leaves a rejected template alone until it changes, and Submit sends it in again', async () => {
	const definition = confirmation();
	await desk.apply([definition]);
	desk.simulator.control.actOnTemplate(definition.name, 'en', 'reject', { reason: 'PROMOTIONAL' });

	const [unchanged] = await desk.apply([definition]);
	expect(unchanged).toMatchObject({
		outcome: 'unchanged',
		status: 'rejected',
		rejection: { reason: 'PROMOTIONAL', recommendation: expect.stringContaining('promotion') },
	});
	const [submitted] = await desk.run('submit', [{ definition }]);
	expect(submitted).toMatchObject({ outcome: 'edited', status: 'pending' });
});

it('tells a category Meta moved, with the prices, and does not try to edit it away', async () => {
	const definition = confirmation();
	await desk.apply([definition]);
	desk.simulator.control.actOnTemplate(definition.name, 'en', 'approve');
	desk.simulator.control.actOnTemplate(definition.name, 'en', 'recategorise', {
		category: 'MARKETING',
	});

	const [result] = await desk.apply([definition], { priceCountry: 'jp' });

	expect(result).toMatchObject({
		outcome: 'unchanged',
		category: 'MARKETING',
		drift: {
			asked: 'UTILITY',
			now: 'MARKETING',
			prices: { country: 'JP', before: 0.0113, after: 0.0842 },
		},
	});
});

it('refuses what the check finds, keeps the rest of the batch, and sends it where told to', async () => {
	const bad = { ...confirmation(), name: 'bad_one', body: '{{first_name}} is registered.' };
	const results = await desk.apply([bad, { name: 'no body' }, '{"name":', confirmation()]);

	expect(results.map(({ outcome, reason }) => [outcome, reason])).toEqual([
		['refused', 'check_failed'],
		['refused', 'definition_invalid'],
		['refused', 'definition_invalid'],
		['created', undefined],
	]);
	expect(results[0]?.whatToDo).toContain('Put a word before it');
	expect(results[0]?.findings?.map(({ rule }) => rule)).toContain('variable-first');

	const [sent] = await desk.apply([bad], { ignoreCheck: true });
	expect(sent).toMatchObject({ outcome: 'refused', reason: 'refused' });
	expect(sent?.error?.subcode).toBe(2388299);
});
