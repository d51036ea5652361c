import { describeGraphError, type GraphError } from '../graph/error';
import type { OutcomeReason } from './outcome';
import { haltsBatch, refusesTemplate } from './retry';

export interface Halt {
	reason: OutcomeReason;
	message: string;
	whatToDo: string;
}

/** In a row; then the other side is taken to be gone, and the rest stays unsent. */
const MOST_NOT_REACHED = 5;
const MOST_UNANSWERED = 10;

/** What one delivery of a batch teaches about the others. */
export class BatchState {
	private halted: Halt | undefined;

	private readonly refusedTemplates = new Map<string, Halt>();

	private notReached = 0;

	private unanswered = 0;

	constructor(private readonly isStopped: () => boolean) {}

	/** Why nothing further leaves; undefined while the batch goes on. */
	get halt(): Halt | undefined {
		if (this.halted) return this.halted;
		if (!this.isStopped()) return undefined;
		return {
			reason: 'stopped',
			message: 'The run was stopped before this message left',
			whatToDo: 'Run it again: only what was not sent will be sent.',
		};
	}

	/** Why messages of this template do not leave any more. */
	haltFor(templateKey: string): Halt | undefined {
		return this.halt ?? this.refusedTemplates.get(templateKey);
	}

	/** An answer of any kind came: the other side is there. */
	answered(): void {
		this.notReached = 0;
		this.unanswered = 0;
	}

	refused(error: GraphError, templateKey: string): void {
		if (haltsBatch(error)) {
			this.halted ??= {
				reason: 'batch_halted',
				message: `The batch was halted: ${describeGraphError(error)}`,
				whatToDo: error.whatToDo,
			};
		} else if (refusesTemplate(error)) {
			this.refusedTemplates.set(templateKey, {
				reason: 'template_refused',
				message: `WhatsApp refuses this template: ${describeGraphError(error)}`,
				whatToDo: error.whatToDo,
			});
		}
	}

	connectionRefused(message: string): void {
		if (++this.notReached >= MOST_NOT_REACHED) this.lost(message);
	}

	unansweredRequest(message: string): void {
		if (++this.unanswered >= MOST_UNANSWERED) this.lost(message);
	}

	private lost(message: string): void {
		this.halted ??= {
			reason: 'batch_halted',
			message: `The batch was halted because WhatsApp could not be reached: ${message}`,
			whatToDo: 'Check the connection and the API address, then run it again: only what was not sent will be sent.',
		};
	}
}
