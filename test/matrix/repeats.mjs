// Webhooks as networks deliver them: three times, five at once, the later before the earlier.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { json } from '../../scripts/lib/demo.mjs';
import { Capture, deliver } from './capture.mjs';
import { somebody, waIdOf } from './people.mjs';

const REASSIGNED = 'attendee_ticket_reassigned';
const CANCELLED = 'attendee_order_cancelled';

/** Their webhooks carry numbers only: what is asked for is always what is now. */
const NUMBERS_ONLY = ['pretix', 'eventbrite'];

/** Platforms that call and can report all three. */
export const repeatedPlatforms = (platforms) =>
	platforms.filter(
		({ id, cells }) =>
			cells['attendee.registration_confirmed'] === 'yes' &&
			cells['attendee.ticket_reassigned'] === 'yes' &&
			cells['attendee.order_cancelled'] === 'yes' &&
			id !== 'generic',
	);

export class Repeats {
	#capture;

	constructor(engine, platform) {
		Object.assign(this, { engine, platform });
	}

	/** What somebody reads who has bought one ticket for themselves. */
	get registered() {
		return `${this.platform.reportsBuyer ? 'buyer' : 'attendee'}_registration_confirmation`;
	}

	async open() {
		this.#capture = await Capture.open(this.engine.simulatorUrl);
		return this;
	}

	async close() {
		await this.#capture?.close();
	}

	async act(action, body) {
		return await this.#capture.act(this.platform.id, action, body);
	}

	/** Everything at once, each so many times. */
	async deliver(webhooks, times = 1) {
		const all = webhooks.flatMap((webhook) => Array(times).fill(webhook));
		const statuses = await Promise.all(
			all.map(async (webhook) => await deliver(this.engine.simulatorUrl, webhook)),
		);
		for (const status of statuses.flat()) assert.equal(status, 200);
	}

	async register(person) {
		return await this.act('register', {
			buyer: person,
			tickets: [{ ...person, ticketName: 'General admission' }],
		});
	}

	/** Waits for these messages, `[person, template]`, and that no others come. */
	async expect(...wanted) {
		const people = [...new Set(wanted.map(([person]) => waIdOf(person)))];
		const deadline = Date.now() + 30_000;
		const told = async () => {
			const { phones } = await json(`${this.engine.simulatorUrl}/sim/phones`);
			return phones
				.filter(({ waId }) => people.includes(waId))
				.flatMap(({ waId, messages }) =>
					messages
						.filter(({ direction }) => direction === 'business')
						.map(({ template }) => `${waId} ${template.name}`),
				)
				.sort();
		};
		while ((await told()).length < wanted.length && Date.now() < deadline) await sleep(200);
		await sleep(1_500);
		assert.deepEqual(
			await told(),
			wanted.map(([person, template]) => `${waIdOf(person)} ${template}`).sort(),
		);
	}

	/** Each webhook three times, then five times at once, in the order in which things happened. */
	async inOrder() {
		const [first, second] = [somebody('en'), somebody('en')];
		const registered = await this.register(first);
		await this.three(registered.webhooks);
		await this.expect([first, this.registered]);
		const reassigned = await this.act('reassign', { ticket: registered.ticket, to: second });
		await this.three(reassigned.webhooks);
		await this.expect([first, this.registered], [second, REASSIGNED]);
		const cancelled = await this.act('cancel-ticket', { ticket: registered.ticket });
		await this.three(cancelled.webhooks);
		await this.expect([first, this.registered], [second, REASSIGNED], [second, CANCELLED]);
	}

	async three(webhooks) {
		for (let time = 0; time < 3; time++) await this.deliver(webhooks);
		await this.deliver(webhooks, 5);
	}

	/** The reassignment overtakes the registration; each comes three times. */
	async overtaken() {
		const [first, second] = [somebody('en'), somebody('en')];
		const registered = await this.register(first);
		const early = registered.webhooks;
		// Stamps are whole seconds with some platforms, and people take longer than that.
		await sleep(1_100);
		const { webhooks } = await this.act('reassign', { ticket: registered.ticket, to: second });
		await this.deliver(webhooks, 3);
		await this.deliver(early, 3);
		await this.deliver(webhooks, 3);
		const told = {
			// Who asks what is now hears of the second holder only, whatever comes first.
			...Object.fromEntries(NUMBERS_ONLY.map((id) => [id, [[second, this.registered]]])),
			// "Guest updated" of somebody who is not known yet is their registration.
			luma: [
				[first, this.registered],
				[second, this.registered],
			],
		};
		const usual = [
			[first, this.registered],
			[second, REASSIGNED],
		];
		await this.expect(...(told[this.platform.id] ?? usual));
	}

	/** A ticket goes A → B → A → B; later the first notice is delivered once more. */
	async backAndForth() {
		const [a, b] = [somebody('en'), somebody('en')];
		const { ticket, webhooks } = await this.register(a);
		await this.deliver(webhooks);
		await this.expect([a, this.registered]);
		const told = [[a, this.registered]];
		const notices = [];
		for (const to of [b, a, b]) {
			const change = await this.act('reassign', { ticket, to });
			notices.push(change.webhooks);
			await this.deliver(change.webhooks);
			told.push([to, REASSIGNED]);
			await this.expect(...told);
		}
		for (const late of notices) await this.deliver(late, 2);
		await this.expect(...told);
	}
}
