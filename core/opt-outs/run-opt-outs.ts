import type { Result } from '../messages/result';
import { STOPPED_MARKETING } from './opt-out';
import type { OptOutList } from './refused-marketing';

/**
 * Who opted out, with what the run itself learns: WhatsApp may refuse a message because somebody stopped
 * marketing, and the next message of the run may be for the same person.
 */
export class RunOptOuts implements OptOutList {
	private readonly learnt = new Set<string>();

	constructor(private readonly known: OptOutList = new Set<string>()) {}

	async has(person: string): Promise<boolean> {
		return this.learnt.has(person) || (await this.known.has(person));
	}

	/** The same result; one that WhatsApp refused for an opt-out says who it was, as a hash. */
	learnFrom(result: Result): Result {
		if (!('error' in result) || result.error?.code !== STOPPED_MARKETING) return result;
		const person = result.deliveryKey?.split(':').at(-1);
		if (!person) return result;
		this.learnt.add(person);
		return { ...result, optOut: { choice: 'stop', by: 'refusal', person } };
	}
}
