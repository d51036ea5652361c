// The ten automatic triggers, set off by hand on the simulator's ticketing page, and what must be read on the phones.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../../../scripts/lib/demo.mjs';
import { screenshot } from './stage.mjs';

/** Somebody of each case, so that a message on a wrong phone is seen. */
const PEOPLE = {
	attendee: ['Aiko', 'Tanaka', '+81 90-1234-5678'],
	next: ['Ben', 'Lee', '+44 7700 900123'],
	buyer: ['Carla', 'Ruiz', '+34 612 345 678'],
	guest: ['Dora', 'Klein', '+49 1512 3456789'],
	speaker: ['Emil', 'Olsen', '+47 406 12 345'],
	denied: ['Fumi', 'Sato', '+81 80-2222-3333'],
	sponsor: ['Gina', 'Rossi', '+39 312 345 6789'],
};

const digits = (phone) => phone.replace(/\D/g, '');

/**
 * @param engine its name, for the screenshots
 * @param opened returns `{page, simulatorUrl}` once everything runs
 */
export function describeAllTen(engine, opened) {
	describe(`all ten automatic triggers, from the ticketing page to the phones, in ${engine}`, () => {
		const seen = new Set();
		let page;
		let simulatorUrl;

		const desk = () => page.getByTestId('platform');
		const press = (name, within = desk()) =>
			within.getByRole('button', { name, exact: true }).click();
		const order = () => desk().getByTestId('order').first();
		const ticket = (name) => order().getByRole('group', { name: `Ticket of ${name}` });
		const keynote = () => desk().getByRole('group', { name: 'Opening keynote' });
		const sponsors = () => desk().getByRole('region', { name: 'Sponsors' });
		const sponsor = (company) => sponsors().getByRole('group', { name: `Sponsor ${company}` });

		async function open() {
			({ page, simulatorUrl } = opened());
			await page.goto(`${simulatorUrl}/#ticketing/generic`);
			await page.getByRole('heading', { level: 2, name: 'Any ticketing server (JSON)' }).waitFor();
		}

		/** Does it on the page; exactly these messages come, `[person, template, text]`. */
		async function comes(action, ...wanted) {
			// The page of the account has one, too, which is hidden here.
			const outcome = page.locator('main:not([hidden])').getByTestId('outcome');
			const told = Number((await outcome.getAttribute('data-told').catch(() => 0)) ?? 0);
			await action();
			await page
				.locator(`main:not([hidden]) [data-testid=outcome][data-told='${told + 1}']`)
				.waitFor();
			const deadline = Date.now() + 40_000;
			while ((await fresh()).length < wanted.length && Date.now() < deadline) await sleep(200);
			await sleep(1_500);
			const came = await fresh();
			for (const { id } of came) seen.add(id);
			assert.deepEqual(
				came.map(({ waId, template }) => `${waId} ${template?.name}`).sort(),
				wanted.map(([person, template]) => `${digits(PEOPLE[person][2])} ${template}`).sort(),
			);
			for (const [person, template, text] of wanted) {
				const message = came.find(
					(one) => one.template?.name === template && one.waId === digits(PEOPLE[person][2]),
				);
				assert.match(message.body, new RegExp(PEOPLE[person][0]));
				assert.match(message.body, text);
			}
		}

		async function fresh() {
			const { phones } = await json(`${simulatorUrl}/sim/phones`);
			return phones.flatMap(({ waId, messages }) =>
				messages
					.filter(({ id, direction }) => direction === 'business' && !seen.has(id))
					.map((message) => ({ waId, ...message })),
			);
		}

		async function fillPerson(who, within) {
			const [first, last, phone] = PEOPLE[who];
			await within.getByLabel('First name').first().fill(first);
			await within.getByLabel('Last name').first().fill(last);
			await within.getByLabel('E-mail').first().fill(`${first.toLowerCase()}@example.com`);
			await within.getByLabel('Phone (WhatsApp)').first().fill(phone);
		}

		test('attendee: registered', { timeout: 90_000 }, async () => {
			await open();
			await comes(async () => {
				await press('Register…');
				await fillPerson('attendee', desk());
				await press('Register');
			}, ['attendee', 'attendee_registration_confirmation', /registered/]);
			await screenshot(page, `all-ten-${engine}-registered`);
		});

		test('attendee: ticket reassigned', { timeout: 90_000 }, async () => {
			await comes(async () => {
				await press('Reassign…', ticket('Aiko Tanaka'));
				await fillPerson('next', ticket('Aiko Tanaka'));
				await press('Reassign ticket');
			}, ['next', 'attendee_ticket_reassigned', /ticket/]);
		});

		test('attendee: ticket cancelled', { timeout: 90_000 }, async () => {
			await comes(
				() => press('Cancel ticket', ticket('Ben Lee')),
				['next', 'attendee_order_cancelled', /cancelled/],
			);
		});

		test('buyer: registered with two tickets', { timeout: 90_000 }, async () => {
			await comes(async () => {
				await press('Register…');
				await fillPerson('buyer', desk());
				await desk().getByLabel('Number').fill('2');
				const second = desk().getByRole('group', { name: 'Ticket 2', exact: true });
				await second.getByLabel('First name').fill('Nobody');
				await second.getByLabel('Last name').fill('Known');
				await press('Register');
			}, ['buyer', 'buyer_registration_confirmation', /2/]);
		});

		test('buyer: order cancelled', { timeout: 90_000 }, async () => {
			await comes(
				() => press('Cancel order', order()),
				['buyer', 'buyer_order_cancelled', /cancelled/],
			);
		});

		test('speaker: added to a session, and removed', { timeout: 120_000 }, async () => {
			await comes(async () => {
				await press('Add speaker…', keynote());
				await fillPerson('speaker', keynote());
				await press('Add speaker', keynote());
			}, ['speaker', 'speaker_added_to_session', /Opening keynote/]);
			await comes(
				() => press('Remove', keynote().getByRole('group', { name: 'Speaker Emil Olsen' })),
				['speaker', 'speaker_removed_from_session', /Opening keynote/],
			);
		});

		test('sponsor: proposal received, and denied', { timeout: 120_000 }, async () => {
			await comes(
				() => propose('denied', 'Acme'),
				['denied', 'sponsor_proposal_acknowledged', /Acme/],
			);
			await comes(
				() => press('Deny', sponsor('Acme')),
				['denied', 'sponsor_proposal_denied', /Acme/],
			);
		});

		test('sponsor: welcomed when the website goes live', { timeout: 150_000 }, async () => {
			await comes(
				() => propose('sponsor', 'Globex'),
				['sponsor', 'sponsor_proposal_acknowledged', /Globex/],
			);
			await comes(() => press('Confirm', sponsor('Globex')));
			await comes(() => press('Publish website'), ['sponsor', 'sponsor_welcome', /Globex/]);
			await screenshot(page, `all-ten-${engine}-console`);
			await page.goto(`${simulatorUrl}/#phones`);
			await page.locator('[data-testid="bubble"]').first().waitFor();
			await screenshot(page, `all-ten-${engine}-phones`);
		});

		async function propose(who, company) {
			await press('Propose…', sponsors());
			await sponsors().getByLabel('Company').fill(company);
			await fillPerson(who, sponsors());
			await press('Propose sponsorship', sponsors());
		}
	});
}
