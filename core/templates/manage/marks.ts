/**
 * Remembers that something was done to a template, across runs and restarts. Meta tells nobody when a
 * template was last edited or deleted, so this is what the times of “possible from” are counted from.
 * Meta decides all the same: a mark that was lost only costs the exact time.
 */
export interface TemplateMarks {
	add(marks: readonly string[]): Promise<void>;
	/** Those of these that were added. */
	known(marks: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Marks of one process. */
export class MemoryMarks implements TemplateMarks {
	private readonly marks = new Set<string>();

	async add(marks: readonly string[]): Promise<void> {
		for (const mark of marks) this.marks.add(mark);
	}

	async known(marks: readonly string[]): Promise<ReadonlySet<string>> {
		return new Set(marks.filter((mark) => this.marks.has(mark)));
	}
}
