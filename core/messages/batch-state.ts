import { describeGraphError, type GraphError } from '../graph/error';
import type { OutcomeReason } from './outcome';
import { haltsBatch, refusesTemplate } from './retry';

/** A list whose items have no key would reach everybody once more. */
export const RUN_AGAIN =
	'Run it again: with a delivery key, only what was not sent is sent. Without one, run only what came out of Not Sent.';

export interface Halt {
	reason: OutcomeReason;
	message: string;
	whatToDo: string;
	/** Meta's refusal of the template that it was learnt from: a pause ends by itself, a deletion does not. */
	error?: GraphError;
}

/** The account as others know it; see `core/account/sending-gate`. */
export interface HaltFromOutside {
	/** Why nothing may leave, learnt elsewhere; asked between messages. */
	halt?: () => Pick<Halt, 'message' | 'whatToDo'> | undefined;
	/** A refusal that concerns the whole account, for the others to know. */
	onRefused?: (error: GraphError) => void;
}

const NOTHING: HaltFromOutside = {};

const haltedBy = (outside: Pick<Halt, 'message' | 'whatToDo'> | undefined): Halt | undefined =>
	outside && {
		reason: 'batch_halted',
		message: `The batch was halted: ${outside.message}`,
		whatToDo: outside.whatToDo,
	};

/** In a row; then the other side is taken to be gone, and the rest stays unsent. */
const MOST_NOT_REACHED = 5;
const MOST_UNCLEAR = 10;

/** What one delivery of a batch teaches about the others. */
export class BatchState {
	private halted: Halt | undefined;

	private readonly refusedTemplates = new Map<string, Halt>();

	private notReached = 0;

	private unclear = 0;

	/**
	 * @param isStopped whether the user has stopped the run
	 * @param outside what others have learnt in the meantime: a failed status, a ban, another run
	 */
	constructor(
		private readonly isStopped: () => boolean,
		private readonly outside: HaltFromOutside = NOTHING,
	) {}

	/** Why nothing further leaves; undefined while the batch goes on. */
	get halt(): Halt | undefined {
		// For good: what is lifted in the middle of a batch is sent by the next run, not by half of this one.
		this.halted ??= haltedBy(this.outside.halt?.());
		if (this.halted) return this.halted;
		if (!this.isStopped()) return undefined;
		return {
			reason: 'stopped',
			message: 'The run was stopped before this message left',
			whatToDo: RUN_AGAIN,
		};
	}

	/** Why messages of this template do not leave any more. */
	haltFor(templateKey: string): Halt | undefined {
		return this.halt ?? this.refusedTemplates.get(templateKey);
	}

	/** A definite answer came, yes or no: the other side is there. */
	answered(): void {
		this.notReached = 0;
		this.unclear = 0;
	}

	refused(error: GraphError, templateKey: string): void {
		if (haltsBatch(error)) {
			this.outside.onRefused?.(error);
			this.halted ??= {
				reason: 'batch_halted',
				message: `The batch was halted: ${describeGraphError(error)}`,
				whatToDo: error.whatToDo,
			};
		} else if (refusesTemplate(error)) {
			this.refusedTemplates.set(templateKey, {
				reason: 'template_refused',
				message: `WhatsApp refuses this template: ${describeGraphError(error)}`,
				...{ whatToDo: error.whatToDo, error },
			});
		}
	}

	connectionRefused(message: string): void {
		if (++this.notReached >= MOST_NOT_REACHED)
			this.lost(`WhatsApp could not be reached: ${message}`);
	}

	/**
	 * No answer, or one that says neither yes nor no. Each costs a message that is never repeated by
	 * itself, so a gateway that is down must not be asked ten thousand times.
	 */
	unclearAnswer(message: string): void {
		if (++this.unclear >= MOST_UNCLEAR) this.lost(`WhatsApp gave no clear answer: ${message}`);
	}

	private lost(why: string): void {
		this.halted ??= {
			reason: 'batch_halted',
			message: `The batch was halted because ${why}`,
			whatToDo: `Check the connection and the API address. ${RUN_AGAIN}`,
		};
	}
}
