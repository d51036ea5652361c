import type { ICheckProcessedOptions, IExecuteFunctions } from 'n8n-workflow';
import { MemoryMarks, type TemplateMarks } from '../../core/templates/manage/marks';
import { withLock } from './in-process-lock';

/**
 * Marks remembered per workflow. An edit or a deletion takes a few, and counts for 30 days at most: room
 * for thousands of them.
 */
const MAX_ENTRIES = 20_000;

const OPTIONS: ICheckProcessedOptions = { mode: 'entries', maxEntries: MAX_ENTRIES };

/**
 * Asked for hundreds of hours, nearly all of which are known: nobody edits that often. A run broke off
 * between recording and taking back.
 */
const isLeftOver = (asked: number, known: number) => asked > 20 && known > asked / 2;

/** What this process did, for workflows that were never saved and for a database that is not there. */
const ofTheProcess = new MemoryMarks();

/**
 * Marks in n8n's own database, through the deduplication helper (scope `workflow`, so that all nodes of
 * a workflow know of each other). The helper can only "record unless known", so whether a mark is there
 * is asked by recording it and taking it back where it was new.
 */
export class N8nTemplateMarks implements TemplateMarks {
	private readonly scope: string;

	constructor(private readonly context: IExecuteFunctions) {
		this.scope = `${context.getWorkflow().id}/templates`;
	}

	async add(marks: readonly string[]): Promise<void> {
		await ofTheProcess.add(marks.map((mark) => this.own(mark)));
		await this.stored(async () => void (await this.record(marks)));
	}

	async known(marks: readonly string[]): Promise<ReadonlySet<string>> {
		const here = await ofTheProcess.known(marks.map((mark) => this.own(mark)));
		const stored = await this.stored(async () => {
			const fresh = await this.record(marks);
			const known = marks.filter((mark) => !fresh.has(mark));
			const leftOver = isLeftOver(marks.length, known.length);
			const taken = leftOver ? [...marks] : [...fresh];
			if (taken.length > 0) await this.context.helpers.removeProcessed(taken, 'workflow', OPTIONS);
			return leftOver ? [] : known;
		});
		return new Set([...marks.filter((mark) => here.has(this.own(mark))), ...(stored ?? [])]);
	}

	/** Returns those that were not there. */
	private async record(marks: readonly string[]): Promise<Set<string>> {
		const { new: fresh } = await this.context.helpers.checkProcessedAndRecord(
			[...new Set(marks)],
			'workflow',
			OPTIONS,
		);
		return new Set(fresh.map(String));
	}

	/** Undefined where nothing can be stored: Meta has the last word anyway, so the run goes on. */
	private async stored<T>(task: () => Promise<T>): Promise<T | undefined> {
		if (!this.context.getWorkflow().id) return undefined;
		try {
			return await withLock(this.scope, task);
		} catch (error) {
			this.context.logger.warn(
				`[${this.context.getNode().name}] What was done to templates is remembered until n8n restarts only`,
				{ error },
			);
			return undefined;
		}
	}

	private own(mark: string): string {
		return `${this.scope}/${mark}`;
	}
}
