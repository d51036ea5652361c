import { setTimeout as sleep } from 'node:timers/promises';
import type { Simulator } from '../../../simulator/index';
import type { Json } from '../../engine/json';
import type { Adapter } from '../adapter';
import type { ExpectedAtWhatsApp } from '../words/cases';

/** The simulator and the engine of one run of a case. */
export class World {
	private gone = false;

	constructor(
		readonly simulator: Simulator,
		readonly adapter: Adapter,
	) {}

	/** From now on nobody answers at WhatsApp's address. */
	async leave(): Promise<void> {
		await this.close();
		// A client learns a moment later that its idle connections are closed.
		await sleep(50);
	}

	async close(): Promise<void> {
		if (this.gone) return;
		this.gone = true;
		await this.simulator.close();
	}

	/** Meta does this to the account. */
	async happens(action: string): Promise<void> {
		const answer = await fetch(`${this.simulator.url}/sim/account/${action}`, { method: 'POST' });
		expect(answer.status).toBe(200);
	}

	/** The account pays in another way, or has other money. */
	async pays(change: object): Promise<void> {
		const answer = await fetch(`${this.simulator.url}/sim/money`, {
			method: 'PATCH',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify(change),
		});
		expect(answer.status).toBe(200);
	}

	/** Resolves once WhatsApp got so many send requests, and its answers have arrived. */
	async answered(count: number): Promise<void> {
		while (this.calls('/messages').length < count) await sleep(5);
		await sleep(200);
	}

	/** Requests so far that change something about the account. */
	changes(): number {
		const calls = this.simulator.control.calls({ limit: 1000 });
		return calls.filter(({ method }) => method !== 'GET').length;
	}

	expectAtWhatsApp(expected: ExpectedAtWhatsApp): void {
		const { accepted, requests, marketing = 0, uploads = 0, twice = 0, body } = expected;
		const stats = this.simulator.control.stats().messages;
		const throughMarketing = this.calls('/marketing_messages');
		const sent = [...this.calls('/messages'), ...throughMarketing];
		expect({
			accepted: stats.accepted,
			twice: stats.twice,
			requests: sent.length,
			marketing: throughMarketing.length,
			uploads: this.calls('/media').length,
		}).toEqual({ accepted, twice, requests, marketing, uploads });
		if (body) expect(sent[0]?.body).toMatchObject(body);
	}

	/** POSTs the simulator took, newest first. */
	private calls(path: string): Array<{ body: Json }> {
		const calls = this.simulator.control.calls({ path, limit: 1000 });
		return calls.filter(({ method, path: at }) => method === 'POST' && at.endsWith(path));
	}
}
